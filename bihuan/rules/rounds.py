"""Who may run a round, which of its dates can stand together, and which changes of its rules make sense?

Example: a feedback on 1 March and a leaving on 5 March cannot both be right, for the group gives its feedback after it
has left. Whoever asks gets a `Refusal` that names both dates, or None.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from itertools import pairwise

from bihuan.rules.deadlines import Term
from bihuan.rules.life import Refusal
from bihuan.rules.people import NAMES, Role
from bihuan.rules.review import Level
from bihuan.rules.ruleset import CHAIN, STARTS, TERMS, BadRule, Rule, RuleSet, check
from bihuan.say import Say, say

EARLIEST, LATEST = date(2000, 1, 1), date(2099, 12, 31)
LONGEST = {"title": 120, "group": 100, "value": 200, "source": 300}
"""Characters that fit; the tables of `rounds` hold no more."""
BEFORE = frozenset({"liaison_list_due"})
"""Terms that count backwards from their start."""


@dataclass(frozen=True)
class Dates:
    """The four dates that start a round's clocks, in the order in which they come; None where not known yet."""

    notice: date | None = None
    entry: date | None = None
    leaving: date | None = None
    feedback: date | None = None


DATE_NAMES: dict[str, Say] = {
    "notice": say("通知"),
    "entry": say("进驻"),
    "leaving": say("离驻"),
    "feedback": say("反馈"),
}


class Stage(StrEnum):
    """How far a round has come; it follows from the dates and is never typed."""

    PREPARING = "preparing"
    ON_SITE = "on_site"
    BEFORE_FEEDBACK = "before_feedback"
    RECTIFYING = "rectifying"
    FINISHED = "finished"

    @property
    def words(self) -> Say:
        return STAGE_NAMES[self]


STAGE_NAMES: dict[Stage, Say] = {
    Stage.PREPARING: say("准备中"),
    Stage.ON_SITE: say("驻点中"),
    Stage.BEFORE_FEEDBACK: say("待反馈"),
    Stage.RECTIFYING: say("整改中"),
    Stage.FINISHED: say("已结束"),
}


def stage(dates: Dates, finished_on: date | None, today: date) -> Stage:
    """The stage on a day, going by the latest date that has come."""
    if finished_on is not None:
        return Stage.FINISHED
    if dates.feedback and dates.feedback <= today:
        return Stage.RECTIFYING
    if dates.leaving and dates.leaving < today:
        return Stage.BEFORE_FEEDBACK
    if dates.entry and dates.entry <= today:
        return Stage.ON_SITE
    return Stage.PREPARING


def may_run(roles: Iterable[Role], *, own: bool) -> Refusal | None:
    """Rounds are run by the office of the inspected organisation, and by nobody else."""
    return None if own and Role.OFFICE in roles else Refusal("who", say("轮次由整改办管理，请与整改办联系。"))


def may_change(finished_on: date | None) -> Refusal | None:
    if finished_on is None:
        return None
    text = say("本轮已于 {date} 结束，不能再改；确需改动请先恢复本轮。", date=finished_on.isoformat())
    return Refusal("when", text)


def naming(title: str, group: str) -> Refusal | None:
    """A round has a title and an inspecting group, and both fit on their line."""
    missing = []
    for text, word, longest in (
        (title, say("轮次名称"), LONGEST["title"]),
        (group, say("巡视组名称"), LONGEST["group"]),
    ):
        if not text.strip():
            missing.append(say("请填写{field}。", field=word))
        elif len(text) > longest:
            missing.append(say("{field}不能超过 {count} 个字。", field=word, count=longest))
    return Refusal("what", say("轮次信息不完整。"), tuple(missing)) if missing else None


def impossible(dates: Dates) -> Refusal | None:
    """Why these dates cannot all be right; any of them may still be unknown."""
    known = [(DATE_NAMES[each.name], on) for each in fields(dates) if (on := getattr(dates, each.name))]
    faults = [
        say("{name}日期 {date} 的年份不对，请核对。", name=name, date=on.isoformat())
        for name, on in known
        if not EARLIEST <= on <= LATEST
    ]
    for (earlier, first), (later, second) in pairwise(known):
        if second < first:
            faults.append(
                say("{later}日期 {second} 早于{earlier}日期 {first}，请改正其中一个。",
                    later=later, second=second.isoformat(), earlier=earlier, first=first.isoformat())
            )  # fmt: skip
    return Refusal("what", say("日期前后不符。"), tuple(faults)) if faults else None


def before_feedback(day: date | None, feedback: date | None) -> Refusal | None:
    """Nothing that the feedback asks for can be due before the feedback."""
    if day is None or feedback is None or day >= feedback:
        return None
    said = {"day": day.isoformat(), "feedback": feedback.isoformat()}
    return Refusal("what", say("时限 {day} 早于反馈日期 {feedback}，请改正其中一个。", **said))


def finishing(dates: Dates, on: date, today: date) -> Refusal | None:
    """A round ends after its feedback, and not in the future."""
    if dates.feedback is None:
        return Refusal("what", say("还没有填写反馈日期，本轮不能结束。"))
    if on < dates.feedback:
        return Refusal("what", say("结束日期早于反馈日期 {date}，请改正。", date=dates.feedback.isoformat()))
    if on > today:
        return Refusal("what", say("结束日期不能晚于今天。"))
    return None


def bad_change(rule: Rule) -> Refusal | None:
    """Why a round may not use this value: it cannot be read, turns time round, reviews nothing, or gives no ground."""
    if not rule.source.strip():
        return Refusal("what", say("请写明依据，例如文件名称或会议决定。"))
    if len(rule.source) > LONGEST["source"] or len(rule.value) > LONGEST["value"]:
        return Refusal("what", say("依据不能超过 {count} 个字。", count=LONGEST["source"]))
    try:
        levels = check_levels(rule)
    except BadRule as fault:
        return Refusal("what", fault.reason)
    if rule.name == CHAIN and all(level.key_only for level in levels):
        return Refusal("what", say("审核链至少要有一级审核全部问题，不能每一级都只审重点问题。"))
    term = Term.parse(rule.value)
    if term and (term.amount > 0 if rule.name in BEFORE else term.amount < 0):
        return Refusal("what", say("“{title}”的期限方向不对。", title=TERMS[rule.name]))
    return None


def check_levels(rule: Rule) -> tuple[Level, ...]:
    """The levels of a chain, nothing for a term. Raises BadRule where the value cannot be used."""
    check(rule)
    return RuleSet("", Say(""), {CHAIN: rule}).chain if rule.name == CHAIN else ()


def term_words(name: str, term: Term) -> Say:
    """`term_words("plan_due", Term(1, "months"))` says 反馈后 1 个月."""
    length = Term(abs(term.amount), term.unit).words
    if term.amount < 0:
        return say("进驻前 {term}", term=length)
    match STARTS.get(name, "feedback"):
        case "entry":
            return say("进驻后 {term}", term=length)
        case "intensive_period":
            return say("集中整改期结束后 {term}", term=length)
    return say("反馈后 {term}", term=length)


def level_words(level: Level) -> Say:
    name = NAMES[level.role]
    return say("{role}（仅重点问题）", role=name) if level.key_only else name
