"""How heavy is the inspection on the units? Requests per unit and day, the same thing asked twice, how long answers
take, what was saved by answering from what is there, and who holds requests how long.

A fixed number of queries whatever the number of requests; everybody counts what they may see.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from statistics import median

from django.utils import timezone

from bihuan.desk.models import Answer, Handoff, HandoverItem, Request
from bihuan.desk.queries.request_facts import passes_of
from bihuan.desk.queries.request_units import UnitsInText
from bihuan.desk.queries.requests import requests_for
from bihuan.people.viewer import Viewer
from bihuan.reading.likeness import duplicates
from bihuan.rounds.models import Round
from bihuan.rounds.queries import calendar_of
from bihuan.rules.holding import Held, Span, per_party, spans
from bihuan.rules.request import KINDS, PARTIES, Kind, Party, Status
from bihuan.rules.workdays import Calendar, working_seconds
from bihuan.say import Say

ALIKE = 0.6
"""From which likeness on two requests to one unit ask the same thing."""
DAYS, UNITS, TWICE = 20, 20, 30
"""So many days, units and repeated requests are shown."""


@dataclass(frozen=True)
class Bar:
    """One line of a chart: its label, its value, and what selects the same requests on the board."""

    label: str | Say
    value: int
    query: dict[str, str]


@dataclass(frozen=True)
class Burden:
    """The whole panel. Times are working seconds."""

    total: int
    units: tuple[Bar, ...]
    days: tuple[Bar, ...]
    twice: tuple[tuple[Request, Request], ...]
    """(the first one, the one that asks the same again)"""
    repeated: int
    """How many requests ask for what had been asked before."""
    answered: int
    median: int | None
    kinds: tuple[Bar, ...]
    """The median by kind."""
    reused: int
    """Requests answered from what was there, without asking a unit."""
    reissued: int
    """Materials that went out again under a new cover slip."""
    parties: tuple[Bar, ...]


def burden_for(viewer: Viewer, round: Round, *, now: datetime) -> Burden:
    """What this viewer may see of the round's requests; withdrawn ones burden nobody."""
    seen = requests_for(viewer).filter(round=round).exclude(status=Status.WITHDRAWN.value)
    rows = list(seen.select_related("lead_unit").order_by("number"))
    keys = seen.values("pk")
    units = units_asked(viewer, rows)
    twice = same_twice(rows, units)
    calendar = calendar_of(viewer.organisation)
    took = answer_times(rows, calendar)
    return Burden(
        total=len(rows),
        units=_by_unit(rows),
        days=_by_day(rows),
        twice=tuple(twice[:TWICE]),
        repeated=len({again.pk for _first, again in twice}),
        answered=len(took),
        median=_median(took.values()),
        kinds=_by_kind(rows, took),
        reused=Answer.objects.filter(request__in=keys, reused=True).values("request").distinct().count(),
        reissued=HandoverItem.objects.filter(request__in=keys, reissued=True).count(),
        parties=_by_party(Handoff.objects.filter(request__in=keys).select_related("to_unit"), now, calendar),
    )


def units_asked(viewer: Viewer, rows: Iterable[Request]) -> dict[int, tuple[str, str]]:
    """Request → (reference, label) of the unit it asks: the one that has it, else the one that its text names."""
    names = UnitsInText(viewer.organisation)
    found = {row.pk: row.lead_unit or names.find(row.text) for row in rows}
    return {key: (unit.ref, unit.label) for key, unit in found.items() if unit}


def same_twice(rows: list[Request], units: dict[int, tuple[str, str]]) -> list[tuple[Request, Request]]:
    """Each request that asks one unit for what it was asked before, beside the first one that did."""
    first: dict[int, Request] = {}
    for one, other, _likeness in duplicates([f"{row.text}{row.period}" for row in rows], ALIKE):
        before, again = rows[one], rows[other]
        if before.pk in units and units[before.pk] == units.get(again.pk):
            first.setdefault(again.pk, before)
    again = {row.pk: row for row in rows if row.pk in first}
    return [(first[key], row) for key, row in again.items()]


def answer_times(rows: list[Request], calendar: Calendar) -> dict[int, int]:
    """Request → working seconds from its take-down to its first hand-over."""
    local = timezone.localtime
    return {
        row.pk: working_seconds(local(row.taken_at), local(row.handed_over_at), calendar)
        for row in rows
        if row.handed_over_at
    }


def _median(seconds: Iterable[int]) -> int | None:
    every = list(seconds)
    return round(median(every)) if every else None


def _by_unit(rows: list[Request]) -> tuple[Bar, ...]:
    """By the unit that has it: what the office answers from what is there burdens no unit."""
    counted = Counter((row.lead_unit.ref, row.lead_unit.label) for row in rows if row.lead_unit)
    return tuple(Bar(label, n, {"unit": ref, "status": "all"}) for (ref, label), n in counted.most_common(UNITS))


def _by_day(rows: list[Request]) -> tuple[Bar, ...]:
    """The last days on which something came in, the newest last."""
    counted: Counter[date] = Counter(timezone.localdate(row.taken_at) for row in rows)
    days = sorted(counted)[-DAYS:]
    return tuple(Bar(f"{day:%m-%d}", counted[day], {"day": day.isoformat(), "status": "all"}) for day in days)


def _by_kind(rows: list[Request], took: dict[int, int]) -> tuple[Bar, ...]:
    found = [(kind, _median(took[row.pk] for row in rows if row.kind == kind and row.pk in took)) for kind in Kind]
    known = [(kind, seconds) for kind, seconds in found if seconds is not None]
    longest = sorted(known, key=lambda each: -each[1])
    return tuple(Bar(KINDS[kind], seconds, {"kind": kind.value, "status": "all"}) for kind, seconds in longest)


def _by_party(handoffs: Iterable[Handoff], now: datetime, calendar: Calendar) -> tuple[Bar, ...]:
    """What each party held of all requests together."""
    passes: dict[int, list[Handoff]] = {}
    for row in handoffs:
        passes.setdefault(row.request_id, []).append(row)
    until = timezone.localtime(now)
    every: list[Span] = [span for each in passes.values() for span in spans(passes_of(each), until, calendar)]
    held = per_party(every)
    return tuple(
        Bar(PARTIES[party], held.get(party, Held()).working, {"holder": party.value}) for party in Party if held
    )
