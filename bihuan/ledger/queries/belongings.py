"""What of the ledger is in a person's hands by name? Open findings led or handled, and measures with the bare name."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from bihuan.ledger.models import Finding, Measure
from bihuan.ledger.queries.findings import findings_for
from bihuan.people.belongings import Belonging
from bihuan.people.models import Account, Post, Unit
from bihuan.people.viewer import viewer_of
from bihuan.rules.finding import Status
from bihuan.rules.life import Refusal
from bihuan.rules.measure import Status as MeasureStatus
from bihuan.say import Say, say

LEADER, HANDLER, WORKER = say("责任领导"), say("责任人"), say("措施承办人")


@dataclass(frozen=True)
class InHand:
    """The open findings that name a person, and the open measures that do so by the bare name."""

    findings: QuerySet[Finding]
    measures: QuerySet[Measure]


def in_hand(account: Account) -> InHand:
    """A measure names people in words: the name counts where the finding is the person's or the person's unit's."""
    running = Finding.objects.filter(organisation=account.organisation).exclude(status=Status.CLOSED.value)
    mine = Q(leader=account) | Q(handler=account)
    posts = Post.objects.filter(account=account, ended_on__isnull=True)
    near = mine | Q(lead_unit__in=Unit.objects.filter(pk__in=posts.values("unit")))
    measures = Measure.objects.filter(
        finding__in=running.filter(near), who=account.name, status=MeasureStatus.OPEN.value
    )
    return InHand(running.filter(mine).order_by("number"), measures.order_by("finding__number", "number"))


def open_of(account: Account) -> list[Belonging]:
    """Two queries."""
    found = in_hand(account)
    findings = [Belonging(row.ref, row.text, tuple(_parts(row, account))) for row in found.findings]
    measures = [Belonging(row.ref, row.text, (WORKER,)) for row in found.measures.select_related("finding")]
    return findings + measures


def _parts(finding: Finding, account: Account) -> Iterator[Say]:
    if finding.leader_id == account.pk:
        yield LEADER
    if finding.handler_id == account.pk:
        yield HANDLER


def bar(account: Account, successor: Account) -> Refusal | None:
    """Whoever is to do the work must be able to see it; a leader who is named sees it by that."""
    found = in_hand(account)
    seen = findings_for(viewer_of(successor)).values("pk")
    hidden = found.findings.filter(handler=account).exclude(pk__in=seen).select_related("lead_unit").first()
    measure = found.measures.exclude(finding__in=seen).exclude(finding__leader=account).first()
    row = hidden or (measure.finding if measure else None)
    if row is None:
        return None
    unit = row.lead_unit.label if row.lead_unit else ""
    return Refusal("what", say("{ref} 由{unit}牵头，{name}在那里没有岗位，请先设置岗位或另选接收人。",
                               ref=row.ref, unit=unit, name=successor.name))  # fmt: skip
