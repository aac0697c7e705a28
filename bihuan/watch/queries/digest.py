"""What does each person have to hear today, and which levels has it come to? Worked out, not yet told."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from heapq import nsmallest

from django.utils import timezone

from bihuan.people.models import Organisation
from bihuan.rules.brief import RISK_HOURS
from bihuan.rules.people import Role
from bihuan.rules.warnings import Colour, Scheme, colour_of, steps_reached
from bihuan.rules.workdays import Calendar, working_seconds
from bihuan.watch.queries.colours import scheme_of
from bihuan.watch.queries.receivers import Ids, Receivers
from bihuan.watch.queries.things import UNIT, Thing, requests_near, things_due

LISTED = 200
"""How many things one digest names; it counts all of them."""
FARTHEST = timedelta(days=14)
"""No stretch of days off with four working hours in it is longer."""
Item = dict[str, str]


@dataclass
class Told:
    """What one person hears: the things that are named, and how many there are."""

    things: list[tuple[Thing, str]] = field(default_factory=list)
    """Each with the key of its colour."""

    def pressing(self) -> list[Item]:
        """The longest overdue first."""
        first = nsmallest(LISTED, self.things, key=lambda pair: (pair[0].on, pair[0].ref))
        return [item_of(thing, colour) for thing, colour in first]


@dataclass(frozen=True)
class Rise:
    """Something overdue has reached a level."""

    ref: str
    due: date
    role: Role
    path: str


@dataclass
class Digest:
    people: dict[int, Told] = field(default_factory=lambda: defaultdict(Told))
    rises: list[Rise] = field(default_factory=list)
    things: int = 0


def digest_of(organisation: Organisation, *, today: date, calendar: Calendar) -> Digest:
    """A fixed number of queries, however many things are due."""
    scheme, receivers, digest = scheme_of(organisation), Receivers(organisation), Digest()
    until = today + timedelta(days=scheme.horizon)
    for thing in things_due(organisation, today=today, until=until, calendar=calendar):
        colour = colour_of(scheme, thing.on, today=today)
        if colour is None or colour.left is None:
            continue
        digest.things += 1
        levels = _levels(scheme, thing, today, calendar)
        digest.rises += [Rise(thing.ref, thing.on, role, thing.path) for role in levels]
        for account in receivers.of(thing, _roles(thing, colour).union(levels)):
            digest.people[account].things.append((thing, colour.key.value))
    return digest


def _roles(thing: Thing, colour: Colour) -> frozenset[Role]:
    """Whoever has the ball hears instead of the unit that waits for it."""
    if thing.roles is not None:
        return thing.roles
    if thing.holder:
        return (colour.receivers - UNIT) | {Role(thing.holder)}
    return colour.receivers


def _levels(scheme: Scheme, thing: Thing, today: date, calendar: Calendar) -> tuple[Role, ...]:
    if not thing.rises or thing.on >= today:
        return ()
    return tuple(step.role for step in steps_reached(scheme, thing.on, today=today, calendar=calendar))


def item_of(thing: Thing, colour: str) -> Item:
    return {"kind": thing.kind, "ref": thing.ref, "on": thing.on.isoformat(), "colour": colour}


def urgent_now(organisation: Organisation, *, at: datetime, calendar: Calendar) -> Iterator[tuple[Item, datetime, Ids]]:
    """The requests that are late or due within four working hours, each with its due time and whom to tell."""
    now, receivers = timezone.localtime(at), None
    for thing, due in requests_near(organisation, at + FARTHEST):
        if working_seconds(now, timezone.localtime(due), calendar) <= RISK_HOURS * 3600:
            receivers = receivers or Receivers(organisation)
            yield item_of(thing, ""), due, receivers.of(thing, thing.roles or UNIT)
