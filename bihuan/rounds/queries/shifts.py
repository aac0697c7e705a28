"""Which dates would move if the days of a calendar changed? Every one is named before anything is changed."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bihuan.people.models import Organisation
from bihuan.rounds.dated import DATED, Dated
from bihuan.rounds.models import Round
from bihuan.rounds.queries.days import laid, own_days
from bihuan.rounds.queries.round import milestones_by
from bihuan.rules.days import OwnDay, Plan, Span, plan, spans
from bihuan.rules.life import Refusal
from bihuan.rules.workdays import Calendar, official
from bihuan.say import say


@dataclass(frozen=True)
class Shift:
    """One date that would move, as it is, and the day to which it would."""

    dated: Dated
    to: date


@dataclass(frozen=True)
class Preview:
    """What would be added or taken away, what holds already, and which dates would move."""

    changed: tuple[Span, ...]
    same: tuple[Span, ...]
    shifts: tuple[Shift, ...]

    @property
    def days(self) -> tuple[OwnDay, ...]:
        return tuple(day for span in self.changed for day in span.days)

    @property
    def stamp(self) -> str:
        """Whoever agrees sends this back; it is another one where the days or the dates are no longer those shown."""
        shown = [(each.dated.ref, each.dated.name, each.dated.on, each.to) for each in self.shifts]
        return hashlib.sha256(repr((self.days, shown)).encode()).hexdigest()[:16]


def preview_adding(organisation: Organisation, asked: Sequence[OwnDay]) -> Preview | Refusal:
    held = tuple(own_days(organisation))
    found = plan(asked, held, official())
    if isinstance(found, Refusal):
        return found
    return _preview(organisation, found, held, (*held, *found.new))


def preview_removing(organisation: Organisation, days: Sequence[OwnDay]) -> Preview | Refusal:
    """Refused where one of the days has been removed or written anew in the meantime."""
    held = tuple(own_days(organisation))
    if not set(days) <= set(held):
        return Refusal("when", say("这些日子的登记已经改动过，请回到节假日页面再看一遍。"))
    return _preview(organisation, Plan(tuple(days), ()), held, [each for each in held if each not in days])


def milestones_dated(organisation: Organisation, calendar: Calendar) -> Iterator[Dated]:
    """The milestones of every round, of those that are over as well."""
    for round in Round.objects.filter(organisation=organisation).prefetch_related("rule_changes"):
        for each in milestones_by(round, calendar):
            yield Dated("round", round.ref, round.title, each.name, each.title, each.on)


def _preview(organisation: Organisation, found: Plan, held: Sequence[OwnDay], then: Sequence[OwnDay]) -> Preview:
    before, after = laid(tuple(held)), laid(tuple(sorted(then, key=lambda own: own.day)))
    return Preview(spans(found.new), spans(found.same), tuple(_shifts(organisation, before, after)))


def _shifts(organisation: Organisation, before: Calendar, after: Calendar) -> Iterator[Shift]:
    for dated in DATED:
        moved = {(each.ref, each.name): each.on for each in dated(organisation, after)}
        for each in dated(organisation, before):
            to = moved.get((each.ref, each.name), each.on)
            if to != each.on:
                yield Shift(each, to)
