"""How does a page with one form answer? The form first, again with its faults, or with the reason of a refusal."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone

from bihuan.rules.life import Refusal
from bihuan.trail.answers import STATUS, words


@dataclass(frozen=True)
class FormPage:
    """One form on a page of its own: its words, and the way back."""

    title: str
    submit: str
    back: str
    lead: str = ""
    tone: str = "primary"

    def show(self, request: HttpRequest, form: Form, outcome: object = None) -> HttpResponse:
        """The page: 200 at first, 422 with faults of the form, and the status of a refusal with its reason."""
        refusal = outcome if isinstance(outcome, Refusal) else None
        status = STATUS[refusal.kind] if refusal else 422 if form.errors else 200
        reason = words(refusal.reason) if refusal else ""
        return render(request, "people/form.html", {"form": form, "page": self, "reason": reason}, status=status)

    def act(self, request: HttpRequest, form: Form, action: Callable[..., object], told: str) -> HttpResponse:
        """Show the form, or do `action` with what it gives, and go back with a line that says what happened."""
        if not form.is_valid():
            return self.show(request, form)
        outcome = action(**form.cleaned_data, by=request.viewer, at=timezone.now())
        return self.show(request, form, outcome) if isinstance(outcome, Refusal) else done(request, told, self.back)


def sent(request: HttpRequest) -> QueryDict | None:
    """What a form is bound to: nothing, until something was sent."""
    return request.POST if request.method == "POST" else None


def done(request: HttpRequest, text: str, address: str) -> HttpResponse:
    messages.success(request, text)
    response = redirect(address)
    response.status_code = 303
    return response
