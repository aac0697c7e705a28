"""Which findings are being assigned, which assignment is to be undone, and how do plain changes read?"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _

from bihuan.ledger.models import Assignment, Finding
from bihuan.ledger.queries.findings import findings_for
from bihuan.people.models import Account, Organisation, Unit
from bihuan.people.viewer import Viewer

MOST = 500
"""How many findings one assignment may touch."""


def findings_named(viewer: Viewer, refs: Iterable[str]) -> list[Finding]:
    """The findings with these references that the viewer may see; whatever else was named is left out."""
    numbers = {int(ref[2:]) for ref in refs if ref[:2] == "F-" and ref[2:].isdecimal() and len(ref) < 11}
    rows = findings_for(viewer).filter(number__in=sorted(numbers)[:MOST])
    related = ("organisation", "round", "lead_unit", "leader", "handler")
    gathered = ("measures__kinds", "measures__evidence__paper", "supports__unit", "closeouts__approvals")
    return list(rows.select_related(*related).prefetch_related(*gathered).order_by("number"))


def assignment_for(viewer: Viewer, key: int) -> Assignment:
    """One's own assignment, or Http404."""
    found = Assignment.objects.filter(pk=key, organisation=viewer.organisation, by=viewer.account).first()
    if found is None:
        raise Http404
    return found


def change_words(organisation: Organisation, changes: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The changes as (what, to which value) in words a person reads."""
    numbers = [changes["lead_unit"]] if changes.get("lead_unit") else []
    units = Unit.objects.filter(organisation=organisation, number__in=[*numbers, *changes.get("supports", [])])
    labels = {unit.number: unit.label for unit in units}
    names = dict(Account.objects.filter(organisation=organisation).values_list("username", "name"))
    say = {
        "lead_unit": lambda value: labels[value],
        "supports": lambda value: _("、").join(labels[number] for number in value),
        "leader": names.__getitem__,
        "handler": names.__getitem__,
        "deadline": str,
    }
    yes_no = {True: _("是"), False: _("否")}
    return [(field, say[field](value) if field in say else yes_no[value]) for field, value in changes.items()]
