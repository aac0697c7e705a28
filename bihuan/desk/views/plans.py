"""What do the pages of plans share? The round they are of, the form with its doubts, and what is said afterwards."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from bihuan.desk.actions.plans import DOUBTFUL
from bihuan.desk.forms.plans import PlanForm
from bihuan.desk.models import Meeting, Visit
from bihuan.rounds.models import Round
from bihuan.rounds.queries import current_round, round_for
from bihuan.rules.life import Refusal
from bihuan.trail.answers import STATUS, words


def chosen_round(request: HttpRequest) -> Round | None:
    """The round that the address names, else the current one; None where there is none yet."""
    ref = request.GET.get("round", "")
    return round_for(request.viewer, ref) if ref else current_round(request.viewer)


def plan_page(title: str, back: str, **kwargs: str) -> dict[str, Any]:
    """What `desk/plan.html` shows around its form."""
    return {"title": title, "back": reverse(back, kwargs=kwargs), "reasons": (), "doubtful": False}


def refused_plan(request: HttpRequest, form: PlanForm, refusal: Refusal, page: dict[str, Any]) -> HttpResponse:
    """The form again with every reason; where they are doubts, with the box to confirm them."""
    reasons = [words(refusal.reason), *(words(each) for each in refusal.missing)]
    context = {"form": form, **page, "reasons": reasons, "doubtful": refusal.reason == DOUBTFUL}
    return render(request, "desk/plan.html", context, status=STATUS[refusal.kind])


def told(request: HttpRequest, text: str, row: Visit | Meeting, page: str, **kwargs: str) -> HttpResponse:
    messages.success(request, text % {"ref": row.ref, "unit": row.unit.label})
    return redirect(page, **kwargs)
