"""What the columns of a ledger mean, said by a person: the form on the page of an intake."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bihuan.ledger import reader
from bihuan.ledger.actions.columns import explain_columns
from bihuan.ledger.forms.columns import chosen
from bihuan.ledger.models import Arrival
from bihuan.ledger.queries import intake as queries
from bihuan.ledger.views.arrivals import watch
from bihuan.ledger.views.drafts import answer
from bihuan.people.gate import office_only
from bihuan.rounds.queries import round_for
from bihuan.rules.life import Refusal


@office_only
@require_POST
def explain(request: HttpRequest, ref: str, intake: str) -> HttpResponse:
    """Read the paper again with what was chosen; the new reading takes the place of this one."""
    found = queries.intake_for(request.viewer, round_for(request.viewer, ref), intake)
    outcome = explain_columns(
        found, chosen(request.POST), background=reader.is_running(), by=request.viewer, at=timezone.now()
    )
    if isinstance(outcome, Refusal):
        return answer(request, found, outcome)
    if isinstance(outcome, Arrival):
        return watch(outcome)
    text = _("已按新的列含义重新读取为 %(new)s；%(old)s 已放弃，草稿仍保留。")
    messages.success(request, text % {"new": outcome.ref, "old": found.ref})
    return redirect("intake", ref=ref, intake=outcome.ref)
