"""What does the record know of the five indicators by which a rectification is evaluated (整改评估)?"""

from datetime import datetime

from django.db.models import Count, Q

from bihuan.dispatch.queries.record import Record, record_of, seen
from bihuan.ledger.models import CloseOut, Extension
from bihuan.ledger.queries.meetings import plan_and_held
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.extension import Status as ExtensionStatus
from bihuan.say import Say, say
from bihuan.trail.queries import lines_of
from bihuan.writing.evaluation import EvaluationPaper, Indicator

REOPENED = "finding.reopened"


def evaluation_values(viewer: Viewer, round: Round, at: datetime) -> EvaluationPaper:
    """Facts only; what people think of the rectification is asked of people."""
    record = record_of(viewer, round, at)
    return EvaluationPaper(
        heading=record.heading,
        indicators=(
            Indicator(say("研究部署"), (_meetings(viewer, round, record),)),
            Indicator(say("任务落实"), _tasks(record)),
            Indicator(say("组织落实"), _organisation(viewer, round, record)),
            Indicator(say("满意度测评")),
            Indicator(say("综合评价")),
        ),
        definition=record.figures.definition,
    )


def reopened_of(viewer: Viewer, record: Record) -> dict[str, int]:
    """Finding → how often it was taken up again after its close-out. One query."""
    refs = {row.ref for row in record.rows}
    subjects = lines_of(viewer.organisation.code).filter(event=REOPENED).values_list("subject", flat=True)
    found: dict[str, int] = {}
    for subject in subjects:
        if subject in refs:
            found[subject] = found.get(subject, 0) + 1
    return found


def _meetings(viewer: Viewer, round: Round, record: Record) -> Say:
    held = plan_and_held(viewer, round, today=record.today)
    return say(
        "计划召开整改会议 {planned} 次，已召开 {held} 次，逾期未开 {late} 次。",
        planned=held.planned,
        held=held.held,
        late=held.late,
    )


def _tasks(record: Record) -> tuple[Say, ...]:
    figures = record.figures
    return (
        say(
            "反馈问题 {total} 个，已销号 {closed} 个，基本完成 {partly} 个，完成率 {rate}，超过时限 {overdue} 个。",
            total=figures.ordinary.total,
            closed=figures.ordinary.closed,
            partly=figures.ordinary.partly,
            rate=figures.ordinary.rate_or_dash,
            overdue=figures.ordinary.overdue,
        ),
        say("整改措施 {measures} 条，已完成 {done} 条。", measures=figures.measures, done=figures.measures_done),
        say(
            "立行立改 {total} 个，已销号 {closed} 个。", total=figures.immediate.total, closed=figures.immediate.closed
        ),
    )


def _organisation(viewer: Viewer, round: Round, record: Record) -> tuple[Say, ...]:
    findings = seen(viewer, round).order_by()
    returned = CloseOut.objects.filter(finding__in=findings, outcome=CloseOut.Outcome.RETURNED).count()
    asked = Extension.objects.filter(finding__in=findings).aggregate(
        all=Count("pk"), approved=Count("pk", filter=Q(status=ExtensionStatus.APPROVED.value))
    )
    return (
        say("销号申请退回 {returned} 次，销号后重新整改 {again} 个。", returned=returned,
            again=len(reopened_of(viewer, record))),
        say("申请延期 {asked} 次，同意 {approved} 次。", asked=asked["all"], approved=asked["approved"]),
    )  # fmt: skip
