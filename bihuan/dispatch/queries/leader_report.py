"""What does the record give for the report of the first responsible (主要负责人组织落实情况报告)?"""

from datetime import datetime

from django.db.models import Count
from django.utils import timezone

from bihuan.dispatch.queries.people import posts_of
from bihuan.dispatch.queries.progress import accounts_of
from bihuan.dispatch.queries.record import record_of, seen
from bihuan.ledger.models import Approval, Dispute, Extension, Meeting
from bihuan.ledger.queries.meetings import meetings_for
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.extension import Status as ExtensionStatus
from bihuan.rules.meeting import KINDS, Kind, Status
from bihuan.rules.people import Role
from bihuan.say import say
from bihuan.writing.leader_report import LeaderPaper, MeetingLine, OpinionLine


def leader_values(viewer: Viewer, round: Round, at: datetime) -> LeaderPaper:
    """The facts of whoever holds the post of the first responsible now."""
    record = record_of(viewer, round, at)
    posts = posts_of(viewer, Role.FIRST)
    firsts = frozenset(post.account_id for post in posts)
    planned = meetings_for(viewer).filter(round=round).exclude(status=Status.CANCELLED.value)
    rows = list(
        planned.select_related("chaired_by").annotate(discussed=Count("findings")).order_by("held_at", "number")
    )
    held = [row for row in rows if row.status == Status.HELD]
    return LeaderPaper(
        heading=record.heading,
        names=tuple(f"{post.account.name}（{post.title}）" if post.title else post.account.name for post in posts),
        figures=record.figures,
        planned=len(rows),
        meetings=tuple(_meeting(row) for row in held),
        chaired=sum(row.chaired_by_id in firsts for row in held),
        opinions=_opinions(viewer, round, firsts),
        led=accounts_of(each for each in record.known if each.finding.leader_id in firsts),
    )


def _meeting(row: Meeting) -> MeetingLine:
    return MeetingLine(
        on=timezone.localdate(row.held_at).isoformat() if row.held_at else "",
        kind=KINDS[Kind(row.kind)],
        title=row.title,
        place=row.place,
        chair=row.chaired_by.name if row.chaired_by else "",
        findings=row.discussed,
    )


def _opinions(viewer: Viewer, round: Round, firsts: frozenset[int]) -> tuple[OpinionLine, ...]:
    """Close-outs, extensions and disputes that they decided. Three queries."""
    findings = seen(viewer, round).order_by()
    approvals = Approval.objects.filter(by__in=firsts, closeout__finding__in=findings)
    agreed = list(approvals.values_list("agreed", flat=True))
    extensions = Extension.objects.filter(decided_by__in=firsts, finding__in=findings)
    decided = list(extensions.values_list("status", flat=True))
    settled = Dispute.objects.filter(decided_by__in=firsts, finding__in=findings).count()
    return (
        OpinionLine(say("销号审核"), sum(agreed), len(agreed) - sum(agreed)),
        OpinionLine(
            say("延期审批"), decided.count(ExtensionStatus.APPROVED.value), decided.count(ExtensionStatus.REFUSED.value)
        ),
        OpinionLine(say("责任争议裁定"), settled, 0),
    )
