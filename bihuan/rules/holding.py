"""Who had the ball, how long, and how much of that was office time? Every pass in, stretches of holding out.

Source: “决不允许推诿扯皮” (the mobilisation speech, third point). Example: taken down at 9:00, assigned at 9:20 and
handed in at 11:00, the office held it for 20 minutes and the unit for 100. The stretches of one thing add up to its
whole time to the second, because every moment is taken to its full second before anything is counted. A party is a
`request.Party` or, for a finding, a `people.Role`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from itertools import pairwise

from bihuan.rules.workdays import OFFICE_HOURS, Calendar, Hours, working_seconds


@dataclass(frozen=True)
class Pass:
    """From `at` on the ball is with this party, in local time; with nobody where the thing is at rest."""

    party: StrEnum | None
    at: datetime
    unit: str = ""
    status: str = ""


@dataclass(frozen=True)
class Span:
    """One stretch in one hand and one status; a party of None is the rest between a closing and a reopening."""

    party: StrEnum | None
    unit: str
    status: str
    start: datetime
    end: datetime
    elapsed: int
    working: int
    """Seconds, by the clock and in office hours."""


@dataclass(frozen=True)
class Held:
    """Seconds held, by the clock and in office hours."""

    elapsed: int = 0
    working: int = 0

    def __add__(self, other: "Held") -> "Held":
        return Held(self.elapsed + other.elapsed, self.working + other.working)


def spans(passes: Sequence[Pass], until: datetime, calendar: Calendar, hours: Hours = OFFICE_HOURS) -> tuple[Span, ...]:
    """The stretches from the first pass up to `until`, or up to the last pass where that one ended it.

    Passes come in the order in which they were made. Passes that change neither hand nor status open no stretch; a
    clock that was put back makes a stretch of no length, never one of less.
    """
    if not passes:
        return ()
    turns = _turns(passes)
    last = turns[-1]
    stop = last.at if last.party is None else max(_full(until), last.at)
    ends = [*(following.at for _, following in pairwise(turns)), stop]
    found = [_span(turn, end, calendar, hours) for turn, end in zip(turns, ends, strict=True)]
    return tuple(found[:-1] if last.party is None else found)


def _turns(passes: Sequence[Pass]) -> list[Pass]:
    turns: list[Pass] = []
    for each in passes:
        at = max(_full(each.at), turns[-1].at) if turns else _full(each.at)
        if not turns or _hand(each) != _hand(turns[-1]):
            turns.append(replace(each, at=at))
    return turns


def _hand(each: Pass) -> tuple[StrEnum | None, str, str]:
    return each.party, each.unit, each.status


def _span(turn: Pass, end: datetime, calendar: Calendar, hours: Hours) -> Span:
    elapsed = round((end - turn.at).total_seconds())
    working = working_seconds(turn.at, end, calendar, hours)
    return Span(turn.party, turn.unit, turn.status, turn.at, end, elapsed, working)


def _full(moment: datetime) -> datetime:
    return moment.replace(microsecond=0)


def within(
    found: Iterable[Span], start: datetime | None, end: datetime | None, calendar: Calendar, hours: Hours = OFFICE_HOURS
) -> tuple[Span, ...]:
    """What of the stretches lies in a period, cut at its ends; where it has no start or no end, nothing is cut there.

    Two periods that meet hold together what one period over both holds.
    """
    made = (_cut(span, start, end, calendar, hours) for span in found)
    return tuple(span for span in made if span.end > span.start)


def _cut(span: Span, start: datetime | None, end: datetime | None, calendar: Calendar, hours: Hours) -> Span:
    since = max(span.start, start) if start else span.start
    until = min(span.end, end) if end else span.end
    if (since, until) == (span.start, span.end):
        return span
    return _span(Pass(span.party, since, span.unit, span.status), max(since, until), calendar, hours)


def total(found: Iterable[Span]) -> Held:
    return sum((Held(span.elapsed, span.working) for span in found), Held())


def per_party(found: Iterable[Span]) -> dict[StrEnum | None, Held]:
    """Sums by party, in the order in which the parties first held it."""
    sums: dict[StrEnum | None, Held] = {}
    for span in found:
        sums[span.party] = sums.get(span.party, Held()) + Held(span.elapsed, span.working)
    return sums


@dataclass(frozen=True)
class Share:
    """What one hand held of the whole, and its place on a bar of a thousand."""

    party: StrEnum
    unit: str
    held: Held
    start: int
    width: int


def shares(found: Iterable[Span], order: Sequence[StrEnum]) -> tuple[Share, ...]:
    """The hands in the order of their parties, units one by one; what lay at rest is left out."""
    sums: dict[tuple[StrEnum, str], Held] = {}
    for span in found:
        if span.party is not None:
            key = (span.party, span.unit)
            sums[key] = sums.get(key, Held()) + Held(span.elapsed, span.working)
    whole = sum(each.elapsed for each in sums.values()) or 1
    made, before = [], 0
    for (party, unit), each in sorted(sums.items(), key=lambda pair: order.index(pair[0][0])):
        start, end = before * 1000 // whole, (before + each.elapsed) * 1000 // whole
        made.append(Share(party, unit, each, start, end - start))
        before += each.elapsed
    return tuple(made)


def held_since(passes: Sequence[Pass]) -> datetime | None:
    """Since when the present holder has it: the first of the last passes that stay in one hand; None at rest."""
    since: datetime | None = None
    holder: tuple[StrEnum | None, str] | None = None
    for each in _turns(passes):
        if holder != (each.party, each.unit):
            holder, since = (each.party, each.unit), each.at
    return since if holder is not None and holder[0] is not None else None
