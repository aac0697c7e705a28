"""Which dates would move if the days of a calendar changed? Every one is named before anything is changed.

Only dates that are worked out anew each time can move: the milestones of the rounds. A deadline that is laid down for a
finding or a request is a fact of its own and stays.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bihuan.people.models import Organisation
from bihuan.rounds.models import Round
from bihuan.rounds.queries.days import calendar_of, laid, own_days
from bihuan.rounds.queries.round import milestones_by
from bihuan.rules.days import OwnDay, Plan, Span, plan, spans
from bihuan.rules.life import Refusal
from bihuan.rules.workdays import official
from bihuan.say import Say, say


@dataclass(frozen=True)
class Shift:
    """One date of a round that would move."""

    round: Round
    name: str
    title: Say
    before: date
    after: date


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
        shown = [(each.round.ref, each.name, each.before, each.after) for each in self.shifts]
        return hashlib.sha256(repr((self.days, shown)).encode()).hexdigest()[:16]


def preview_adding(organisation: Organisation, asked: Sequence[OwnDay]) -> Preview | Refusal:
    held = tuple(own_days(organisation))
    found = plan(asked, held, official())
    if isinstance(found, Refusal):
        return found
    return _preview(organisation, found, (*held, *found.new))


def preview_removing(organisation: Organisation, days: Sequence[OwnDay]) -> Preview | Refusal:
    """Refused where one of the days has been removed or written anew in the meantime."""
    held = tuple(own_days(organisation))
    if not set(days) <= set(held):
        return Refusal("when", say("这些日子的登记已经改动过，请回到节假日页面再看一遍。"))
    return _preview(organisation, Plan(tuple(days), ()), [each for each in held if each not in days])


def _preview(organisation: Organisation, found: Plan, then: Sequence[OwnDay]) -> Preview:
    before, after = calendar_of(organisation), laid(tuple(sorted(then, key=lambda own: own.day)))
    rounds = Round.objects.filter(organisation=organisation).prefetch_related("rule_changes")
    shifts = tuple(
        Shift(round, old.name, old.title, old.on, new[old.name].on)
        for round in rounds
        for new in [{each.name: each for each in milestones_by(round, after)}]
        for old in milestones_by(round, before)
        if new[old.name].on != old.on
    )
    return Preview(spans(found.new), spans(found.same), shifts)
