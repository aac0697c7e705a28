"""What did one hand hold, thing by thing, the longest first? A unit, or a party such as the office."""

from dataclasses import dataclass
from datetime import datetime

from bihuan.desk.queries.requests import requests_for
from bihuan.ledger.queries.findings import findings_for
from bihuan.overview.queries.held_items import HANDS, Hand, Item, Kind, Wanted, items_for
from bihuan.overview.queries.holding import Line, by_stage
from bihuan.people.models import Unit
from bihuan.people.queries import unit_for
from bihuan.people.viewer import Viewer
from bihuan.rules import finding, request
from bihuan.rules.holding import Held, Span, total
from bihuan.say import Say


@dataclass(frozen=True)
class Holder:
    """A unit by its reference, or a party by its name."""

    ref: str
    label: Say | str
    hand: Hand
    unit: Unit | None = None

    def had(self, span: Span) -> bool:
        return span.party is self.hand and (self.unit is None or span.unit == self.ref)

    def has(self, item: Item) -> bool:
        return item.now is not None and item.now[0] is self.hand and (self.unit is None or item.now[1] == self.ref)


@dataclass(frozen=True)
class HeldItem:
    """One thing this hand held: how long, in how many stretches, and whether it has it now."""

    item: Item
    held: Held
    times: int
    is_now: bool


@dataclass(frozen=True)
class HeldBy:
    """Everything one hand held, the longest first, and in which stages it lay there."""

    rows: tuple[HeldItem, ...]
    held: Held
    finding_stages: tuple[Line, ...]
    request_stages: tuple[Line, ...]

    @property
    def now(self) -> int:
        return sum(row.is_now for row in self.rows)


def holder_for(viewer: Viewer, ref: str) -> Holder:
    """`U-007` where the viewer may look into that unit, or a party other than the units; anything else is 404."""
    if ref in HANDS and ref != Hand.UNIT:
        return Holder(ref, HANDS[Hand(ref)], Hand(ref))
    unit = unit_for(viewer, ref)
    return Holder(unit.ref, unit.name, Hand.UNIT, unit)


def held_by(viewer: Viewer, holder: Holder, wanted: Wanted, *, now: datetime) -> HeldBy:
    """As many queries as the page of the whole county, whatever the number of things."""
    had = [(each, tuple(filter(holder.had, each.spans))) for each in items_for(viewer, wanted, now=now)]
    own = [Item(each.kind, each.number, spans, each.now) for each, spans in had if spans]
    rows = (HeldItem(each, total(each.spans), len(each.spans), holder.has(each)) for each in own)
    return HeldBy(
        rows=tuple(sorted(rows, key=lambda row: (-row.held.working, -row.held.elapsed, row.item.ref))),
        held=total(span for each in own for span in each.spans),
        finding_stages=by_stage([each for each in own if each.kind is Kind.FINDING], finding.NAMES),
        request_stages=by_stage([each for each in own if each.kind is Kind.REQUEST], request.NAMES),
    )


def texts_of(viewer: Viewer, items: list[Item]) -> dict[str, tuple[str, str]]:
    """For the rows of one page: reference → (wording, status). Two queries."""
    asked = {kind: [each.number for each in items if each.kind is kind] for kind in Kind}
    found: dict[str, tuple[str, str]] = {}
    for row in findings_for(viewer).filter(number__in=asked[Kind.FINDING]).only("number", "text", "status"):
        found[row.ref] = (row.text, row.status)
    for row in requests_for(viewer).filter(number__in=asked[Kind.REQUEST]).only("number", "text", "status"):
        found[row.ref] = (row.text, row.status)
    return found
