"""Which dates follow from the entry and the feedback of a round, and why is each that date?

Source: trade.md §7. Example: feedback on 31 August 2026 with a plan after one month makes it due on 30 September.
"""

from dataclasses import dataclass, replace
from datetime import date

from bihuan.rules.deadlines import CountsFrom, Term, add
from bihuan.rules.reasons import reasons
from bihuan.rules.ruleset import STARTS, TERMS, RuleSet
from bihuan.rules.workdays import Calendar
from bihuan.say import Say, say

START_NAMES = {"entry": say("进驻"), "feedback": say("反馈"), "intensive_period": say("集中整改期结束")}


@dataclass(frozen=True)
class Milestone:
    """One date that follows from a rule: what, when, and why in one line and in all of them."""

    name: str
    title: Say
    on: date
    why: Say
    source: Say | str
    lines: tuple[Say, ...]


def milestones(
    ruleset: RuleSet, *, entry: date | None, feedback: date | None, calendar: Calendar
) -> tuple[Milestone, ...]:
    """Every date that can be worked out from the dates known so far, earliest first."""
    starts: dict[str, date | None] = {"entry": entry, "feedback": feedback, "intensive_period": None}
    found = []
    for name in TERMS:
        start = starts[STARTS.get(name, "feedback")]
        if start is not None:
            milestone = _milestone(ruleset, name, start, calendar)
            starts[name] = milestone.on
            found.append(milestone)
    return tuple(sorted(found, key=lambda milestone: milestone.on))


def _milestone(ruleset: RuleSet, name: str, start: date, calendar: Calendar) -> Milestone:
    """What runs from the end of another term begins on the day after it, for no day counts twice."""
    term, start_name = ruleset.term(name), STARTS.get(name, "feedback")
    counting = ruleset.counting
    if start_name in TERMS:
        counting = replace(counting, counts_from=CountsFrom.NEXT_DAY)
    why, source = _why(START_NAMES[start_name], start, term), ruleset.rules[name].grounds
    lines = (say("规则：{why}。", why=why), say("依据：{source}", source=source))
    on = add(start, term, calendar, counting)
    return Milestone(name, TERMS[name], on, why, source, (*lines, *reasons(start, term, calendar, counting)))


def _why(start: Say, day: date, term: Term) -> Say:
    """`反馈（2026-08-31）起 6 个月`, or `进驻（2026-03-10）前 2 天`."""
    if term.amount < 0:
        before = Term(-term.amount, term.unit)
        return say("{start}（{date}）前 {term}", start=start, date=day.isoformat(), term=before.words)
    return say("{start}（{date}）起 {term}", start=start, date=day.isoformat(), term=term.words)
