"""Why is a finding, or a measure of it, due on that day? Its original date, each extension and each pause, in order.

Everything is told as it was decided at the time; nothing is worked out anew, so that the last line is the date that
holds. The date that the rules of the round give stands beside the original one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from bihuan.ledger.models import Extension, Finding, Measure, Pause
from bihuan.ledger.models.extension import Kind
from bihuan.rounds.queries import calendar_of, milestones_by, ruleset_of
from bihuan.rules.extension import Status
from bihuan.rules.finding import Status as FindingStatus
from bihuan.rules.milestones import Milestone
from bihuan.rules.pauses import REVIEWED
from bihuan.rules.people import NAMES, Role
from bihuan.rules.reasons import named
from bihuan.say import Say, say


@dataclass(frozen=True)
class Grounds:
    """What the dates of one finding rest on, read once for the finding and all of its measures."""

    extensions: tuple[Extension, ...]
    pauses: tuple[Pause, ...]
    milestones: tuple[Milestone, ...]
    stands_still: bool
    """Whether the clock does not run now, because an approver has it."""


def grounds(finding: Finding, extensions: Iterable[Extension]) -> Grounds:
    """A fixed number of queries: the pauses, the days of the calendar, the rules of the round."""
    by_rule = milestones_by(finding.round, calendar_of(finding.organisation))
    asked = ruleset_of(finding.round).pauses.with_approver and FindingStatus(finding.status) in REVIEWED
    still = asked and finding.due is not None and timezone.localdate(finding.since) <= finding.due
    return Grounds(tuple(extensions), tuple(finding.pauses.all()), by_rule, still)


def why_due(finding: Finding, found: Grounds) -> tuple[Say, ...]:
    """Line by line; nothing where there is no date."""
    if finding.deadline is None or finding.due is None:
        return ()
    extended = [(_decided(row), _extended(row)) for row in found.extensions if row.measure_id is None]
    events = [*extended, *((row.at, _paused(row)) for row in found.pauses)]
    return (
        say("原定时限是 {day}，由整改办确定。", day=named(finding.deadline)),
        *_by_rule(finding, found.milestones),
        *(line for _at, line in sorted(events, key=lambda event: event[0])),
        *_now(finding.deadline, finding.due),
        *([_still(finding)] if found.stands_still else []),
    )


def why_measure_due(measure: Measure, found: Grounds) -> tuple[Say, ...]:
    """A measure stands in the hands of its unit until it is done: it is extended, its clock is not stopped."""
    if measure.deadline is None or measure.due is None:
        return ()
    rows = sorted((row for row in found.extensions if row.measure_id == measure.pk), key=_decided)
    first = say("原定时限是 {day}，写在整改方案里。", day=named(measure.deadline))
    return (first, *map(_extended, rows), *_now(measure.deadline, measure.due))


def _by_rule(finding: Finding, milestones: Iterable[Milestone]) -> Iterator[Say]:
    """The milestone on whose day it is due, with all its reasons; else the end of the period in which it is to be."""
    for each in milestones:
        if each.on == finding.deadline:
            yield say("这一天是{title}。", title=each.title)
            yield from each.lines
            return
    for each in milestones:
        if each.name == "intensive_period" and finding.in_intensive:
            yield say("{title}：{day}，{why}。", title=each.title, day=named(each.on), why=each.why)


def _decided(row: Extension) -> datetime:
    """When it was decided; what still waits comes after everything that was."""
    return row.decided_at or timezone.now()


def _extended(row: Extension) -> Say:
    said = {
        "asked": _day(row.asked_at),
        "who": row.asked_by.name,
        "due": row.due.isoformat(),
        "wanted": row.wanted.isoformat(),
        "reason": row.reason.rstrip("。；;. "),
    }
    if row.kind == Kind.ORDERED:
        return say("{asked} {who}定为限期二次整改，从 {due} 改为 {wanted}，理由：{reason}。", **said)
    if row.decided_at is None or row.decided_by is None:
        role = NAMES[Role(row.level)]
        return say(
            "{asked} {who}申请从 {due} 延至 {wanted}，理由：{reason}；等候{role}审批，时限不变。", **said, role=role
        )
    said |= {"decided": _day(row.decided_at), "by": row.decided_by.name}
    match Status(row.status):
        case Status.APPROVED:
            return say("{asked} {who}申请从 {due} 延至 {wanted}，理由：{reason}；{decided} {by}同意。", **said)
        case Status.REFUSED:
            return say(
                "{asked} {who}申请从 {due} 延至 {wanted}，理由：{reason}；{decided} {by}未同意，时限不变。", **said
            )
    return say("{asked} {who}申请从 {due} 延至 {wanted}，理由：{reason}；{decided} 已撤回，时限不变。", **said)


def _paused(row: Pause) -> Say:
    return say(
        "{start} 至 {end} 在{who}手里，停止计时 {days} 个工作日，从 {was} 顺延到 {due}。",
        start=row.start.isoformat(),
        end=row.end.isoformat(),
        who=NAMES[Role(row.holder)],
        days=row.days,
        was=row.was.isoformat(),
        due=row.due.isoformat(),
    )


def _still(finding: Finding) -> Say:
    who = NAMES[Role(finding.holder)]
    return say("{day} 起在{who}手里，停止计时，交出时按用去的工作日顺延。", day=_day(finding.since), who=who)


def _now(deadline: date, due: date) -> Iterator[Say]:
    if due != deadline:
        yield say("现在的时限是 {day}，原定时限保留。", day=named(due))


def _day(moment: datetime) -> str:
    return timezone.localdate(moment).isoformat()
