"""Who holds things up? What each party, each stage and each unit held of findings and requests, in working time.

A fixed number of queries whatever the number of passes; everybody counts what they may see, and of units their own.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bihuan.overview.queries.held_items import HANDS, Hand, Item, Kind, Wanted, items_for
from bihuan.people.queries import units_for
from bihuan.people.viewer import Viewer
from bihuan.rules import finding, request
from bihuan.rules.holding import Span
from bihuan.say import Say


@dataclass(frozen=True)
class Line:
    """What one hand, stage or unit held, in working seconds. `things` it ever had, `now` of them at this moment."""

    key: str
    label: Say | str
    findings: int
    requests: int
    things: int
    now: int = 0

    @property
    def together(self) -> int:
        return self.findings + self.requests


@dataclass(frozen=True)
class Holding:
    """The whole page: by party, by stage of each kind, by unit with the slowest first."""

    items: int
    parties: tuple[Line, ...]
    finding_stages: tuple[Line, ...]
    request_stages: tuple[Line, ...]
    units: tuple[Line, ...]


def holding_for(viewer: Viewer, wanted: Wanted, *, now: datetime) -> Holding:
    items = items_for(viewer, wanted, now=now)
    units = {unit.ref: unit.label for unit in units_for(viewer)}
    slowest = sorted(by_unit(items, units), key=lambda line: -line.together)
    stages = {kind: [item for item in items if item.kind is kind] for kind in Kind}
    return Holding(
        items=len(items),
        parties=by_party(items),
        finding_stages=by_stage(stages[Kind.FINDING], finding.NAMES),
        request_stages=by_stage(stages[Kind.REQUEST], request.NAMES),
        units=tuple(slowest),
    )


def by_party(items: Iterable[Item]) -> tuple[Line, ...]:
    return _lines(items, lambda span: span.party or "", lambda item: item.now[0] if item.now else "", HANDS)


def by_unit(items: Iterable[Item], labels: Mapping[str, str]) -> tuple[Line, ...]:
    """Only what units held, and only those units."""
    return _lines(items, unit_of, lambda item: item.now[1] if item.now else "", labels)


def by_stage(items: Iterable[Item], names: Mapping[str, Say]) -> tuple[Line, ...]:
    return _lines(items, lambda span: span.status, lambda item: "", names)


def unit_of(span: Span) -> str:
    """The unit that had it, where a unit did."""
    return span.unit if span.party is Hand.UNIT else ""


def _lines(
    items: Iterable[Item], key: Callable[[Span], str], now: Callable[[Item], str], labels: Mapping[str, Say | str]
) -> tuple[Line, ...]:
    """Sums for the keys that have a label, in that order; a thing counts once for each key that ever had it."""
    worked: Counter[tuple[str, Kind]] = Counter()
    had: Counter[str] = Counter()
    has: Counter[str] = Counter()
    for item in items:
        for span in item.spans:
            worked[key(span), item.kind] += span.working
        had.update({key(span) for span in item.spans})
        has[now(item)] += 1
    return tuple(
        Line(each, label, worked[each, Kind.FINDING], worked[each, Kind.REQUEST], had[each], has[each])
        for each, label in labels.items()
        if each in had
    )
