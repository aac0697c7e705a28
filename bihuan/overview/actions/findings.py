"""How does the desk's work become a finding? An on-the-spot fix at once, and what a self-check found, each only once.

The link is kept by the ledger: a finding says from which request or which answer it came.
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from bihuan.desk.models import CheckAnswer, Request
from bihuan.ledger.actions.findings import Confirmed, raise_findings
from bihuan.ledger.models import Finding, Origin
from bihuan.overview.queries.origins import finding_from, ref_of
from bihuan.people.models import Organisation, Unit
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.life import Refusal
from bihuan.rules.request import Kind, Status
from bihuan.rules.rounds import may_change
from bihuan.say import say


def raise_from_request(request: Request, *, by: Viewer, at: datetime) -> Finding | Refusal:
    """An on-the-spot fix becomes an immediate finding, due when the request is due, led by the unit that has it."""
    if request.kind != Kind.FIX:
        return Refusal("what", say("只有立行立改的事项可以列入台账。"))
    if request.status == Status.WITHDRAWN:
        return Refusal("when", say("这件事项已经撤销，不能列入台账。"))
    row = Confirmed(
        text=request.text,
        deadline=timezone.localdate(request.due),
        lead_unit=request.lead_unit,
        support_units=tuple(support.unit for support in request.supports.select_related("unit")),
        immediate=True,
        source_quote=request.text,
        origin=Origin.REQUEST,
        origin_ref=ref_of(request),
    )
    return _raise(request.round, row, by, at)


def raise_from_selfcheck(answer: CheckAnswer, *, by: Viewer, at: datetime) -> Finding | Refusal:
    """What a unit found itself becomes its finding: the point is the heading, its own words are the wording."""
    row = Confirmed(
        text=answer.text,
        aspect=answer.point.area,
        issue=answer.point.text,
        lead_unit=answer.sheet.unit,
        source_quote=answer.text,
        origin=Origin.SELF,
        origin_ref=ref_of(answer),
    )
    return _raise(answer.sheet.selfcheck.round, row, by, at)


@transaction.atomic
def _raise(round: Round, row: Confirmed, by: Viewer, at: datetime) -> Finding | Refusal:
    """Two at once: the second waits for the organisation's row and then finds the finding of the first."""
    organisation = Organisation.objects.select_for_update(no_key=True).get(pk=round.organisation_id)
    if there := finding_from(organisation, row.origin_ref):
        return Refusal("when", say("已经列入台账，编号 {ref}。", ref=there.ref))
    if refusal := may_change(round.finished_on) or _closed(row.lead_unit):
        return refusal
    raised = raise_findings(round, [row], source=None, by=by, at=at)
    return raised if isinstance(raised, Refusal) else raised[0]


def _closed(unit: Unit | None) -> Refusal | None:
    if unit is None or unit.closed_on is None:
        return None
    return Refusal("what", say("{unit}已撤并，请先改派给现在承担这项工作的单位。", unit=unit.label))
