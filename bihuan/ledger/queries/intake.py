"""What does the page of an intake show: which rows, how many are left to look at, and what the count says?

A fixed number of queries, whatever the length of the document: rows are shown a hundred at a time.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404

from bihuan.ledger.models import DraftRow, DraftStep, Intake
from bihuan.ledger.queries.original import Shown, original, texts_of
from bihuan.ledger.queries.unit_names import UnitNames
from bihuan.ledger.queries.versions import Versions, versions_of
from bihuan.people.models import Unit
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.say import Say, say

PER_PAGE = 100
Place, Change = DraftRow.Place, DraftRow.Change
DOUBTS = "doubts"
SHOWS = (DOUBTS, *(place.value for place in Place if place is not Place.GONE))


@dataclass(frozen=True)
class Tally:
    """How many rows there are of each place, and what is left to look at."""

    places: Counter[str]
    low: int
    unknown: int
    """Rows that name a unit which the organisation does not have."""
    alike: int
    doubts: int
    stated: int | None
    repeated: int = 0
    """Rows that an earlier version of the document has brought into the ledger already."""

    @property
    def rows(self) -> int:
        return self.places[Place.ROW]

    def of(self, show: str) -> int:
        return self.doubts if show == DOUBTS else self.places[show]

    @property
    def agrees(self) -> bool:
        return self.stated is None or self.stated == self.listed

    @property
    def listed(self) -> int:
        """What the document says it has: the rows, and those that are in the ledger already."""
        return self.rows + self.repeated

    @property
    def compared(self) -> Say:
        """The number of rows beside the number that the document itself states."""
        counts = {"stated": self.stated, "rows": self.listed, "gap": abs((self.stated or 0) - self.listed)}
        if self.stated is None:
            return say("文件没有写明问题总数，已列 {rows} 行。", **counts)
        if self.stated == self.listed:
            return say("文件自述 {stated} 个问题，已列 {rows} 行，数目一致。", **counts)
        if self.stated > self.listed:
            return say("文件自述 {stated} 个问题，已列 {rows} 行，少 {gap} 行。", **counts)
        return say("文件自述 {stated} 个问题，已列 {rows} 行，多 {gap} 行。", **counts)


@dataclass(frozen=True)
class Unknown:
    """A unit name that is no unit here, and the units that may have been meant."""

    name: str
    near: tuple[Unit, ...]
    rows: int = 1


@dataclass(frozen=True)
class Draft:
    """One drafted row as the page shows it; `ordinal` counts the rows of the document, 0 for text that is none."""

    row: DraftRow
    ordinal: int
    unknown: tuple[Unknown, ...] = ()
    alike: Say | None = None

    @property
    def deadline(self) -> date | None:
        due = self.row.values.get("deadline")
        return date.fromisoformat(due) if due else None

    @property
    def doubtful(self) -> bool:
        return self.undecided or (self.row.place == Place.ROW and bool(self.row.low or self.unknown or self.alike))

    @property
    def undecided(self) -> bool:
        """Reworded since it was confirmed, and nobody has said what comes of it."""
        return (self.row.place, self.row.change) == (Place.DROPPED, Change.REWORDED)


@dataclass(frozen=True)
class IntakePage:
    """The two sides, and the bar above them."""

    intake: Intake
    tally: Tally
    show: str
    page: Page
    drafts: tuple[Draft, ...]
    original: tuple[Shown, ...]
    here: frozenset[int]
    """The numbers of the rows on this page."""
    names: UnitNames
    last_step: DraftStep | None
    versions: Versions | None


def intakes_for(viewer: Viewer, round: Round) -> QuerySet[Intake]:
    """The intakes of one round, newest first. They are the office's affair."""
    if not viewer.is_office:
        return Intake.objects.none()
    intakes = Intake.objects.filter(round=round, round__organisation=viewer.organisation)
    return intakes.select_related("paper", "made_by", "round__organisation", "follows")


def earlier_for(viewer: Viewer, round: Round) -> QuerySet[Intake]:
    """The intakes of one round, each with the number of its rows as `drafted`."""
    rows = DraftRow.objects.filter(intake=OuterRef("pk"), place=Place.ROW).order_by().values("intake")
    counted = Subquery(rows.annotate(n=Count("pk")).values("n"))
    return intakes_for(viewer, round).annotate(drafted=Coalesce(counted, 0))


def intake_for(viewer: Viewer, round: Round, ref: str) -> Intake:
    """`I-01` of a round, or 404."""
    intake = intakes_for(viewer, round).filter(number=_number(ref)).first()
    if intake is None:
        raise Http404
    return intake


def _number(ref: str) -> int:
    head, _, number = ref.partition("-")
    if head != "I" or not number.isascii() or not number.isdigit() or len(number) > 9:
        raise Http404
    return int(number)


def row_for(intake: Intake, number: int) -> DraftRow:
    """One row that is still there, or 404."""
    row = DraftRow.objects.filter(intake=intake, number=number).exclude(place=Place.GONE).first()
    if row is None:
        raise Http404
    row.intake = intake
    return row


def step_for(intake: Intake, number: int) -> DraftStep:
    step = DraftStep.objects.filter(intake=intake, number=number).first()
    if step is None:
        raise Http404
    step.intake = intake
    return step


def intake_page(
    viewer: Viewer, intake: Intake, *, show: str = "", page: str = "1", row: int | None = None
) -> IntakePage:
    """One page of rows with the original beside them. Doubts come first; `row` asks for the page with that row."""
    outline = _outline(intake)
    tally = _tally(intake, outline)
    show = show if show in SHOWS else _place_of(outline, row) or (DOUBTS if tally.doubts else Place.ROW.value)
    numbers = [number for number, *facts in outline if _shown(show, *facts)]
    shown = Paginator(numbers, PER_PAGE).get_page(numbers.index(row) // PER_PAGE + 1 if row in numbers else page)
    names = UnitNames(intake.round.organisation)
    rows = DraftRow.objects.filter(intake=intake, number__in=list(shown)).select_related("finding")
    rows = list(rows.order_by("position", "pk"))
    order = _order(outline)
    return IntakePage(
        intake=intake,
        tally=tally,
        show=show,
        page=shown,
        drafts=tuple(_draft(each, order, names) for each in rows),
        original=tuple(original(intake, rows, first=not shown.has_previous(), last=not shown.has_next())),
        here=frozenset(each.number for each in rows),
        names=names,
        last_step=_last_step(viewer, intake),
        versions=versions_of(intake, [(place, change) for _, place, *_, change in outline]),
    )


def one_draft(intake: Intake, row: DraftRow) -> Draft:
    """One row as its own page shows it."""
    return _draft(row, _order(_outline(intake)), UnitNames(intake.round.organisation))


Outline = Sequence[tuple[int, str, bool, int, str, str]]


def _outline(intake: Intake) -> Outline:
    """Number, place and doubts of every row, in order. One query, and light even for thousands of rows."""
    rows = DraftRow.objects.filter(intake=intake).exclude(place=Place.GONE).order_by("position", "pk")
    return list(rows.values_list("number", "place", "low", "unknown_units", "like", "change"))


def _shown(show: str, place: str, low: bool, unknown: int, like: str, change: str) -> bool:
    if show != DOUBTS:
        return place == show
    return (place == Place.ROW and bool(low or unknown or like)) or (place, change) == (Place.DROPPED, Change.REWORDED)


def _place_of(outline: Outline, row: int | None) -> str:
    return next((place for number, place, *_ in outline if number == row), "")


def _tally(intake: Intake, outline: Outline) -> Tally:
    drafted = [facts for _, *facts in outline if facts[0] == Place.ROW]
    return Tally(
        places=Counter(place for _, place, *_ in outline),
        low=sum(bool(low) for _, low, *_ in drafted),
        unknown=sum(unknown > 0 for _, _, unknown, *_ in drafted),
        alike=sum(bool(like) for *_, like, _ in drafted),
        doubts=sum(_shown(DOUBTS, *facts) for _, *facts in outline),
        stated=intake.stated_findings,
        repeated=sum(place == Place.DROPPED and bool(change) for _, place, *_, change in outline),
    )


def tally_of(intake: Intake) -> Tally:
    return _tally(intake, _outline(intake))


def _order(outline: Outline) -> dict[int, int]:
    """Number of a row → its ordinal among the drafted rows, from 1."""
    drafted = (number for number, place, *_ in outline if place == Place.ROW)
    return {number: ordinal for ordinal, number in enumerate(drafted, start=1)}


def _draft(row: DraftRow, order: dict[int, int], names: UnitNames) -> Draft:
    if row.place != Place.ROW:
        return Draft(row, 0)
    unknown = tuple(Unknown(name, tuple(names.near(name))) for name in names.unknown(row.values))
    return Draft(row, order.get(row.number, 0), unknown, alike(row, order))


def alike(row: DraftRow, order: dict[int, int]) -> Say | None:
    """What a row repeats, in words."""
    if not row.like:
        return None
    if row.like.startswith("F-"):
        return say("与已录入的 {ref} 几乎相同", ref=row.like)
    ordinal = order.get(int(row.like))
    return say("与第 {ordinal} 行几乎相同", ordinal=ordinal) if ordinal else say("与已剔除的一行几乎相同")


def _last_step(viewer: Viewer, intake: Intake) -> DraftStep | None:
    """The viewer's own last step that still stands: the one that the undo button turns back."""
    return DraftStep.objects.filter(intake=intake, by=viewer.account, undone_at__isnull=True).first()


def unknown_units(intake: Intake, names: UnitNames) -> list[Unknown]:
    """Every unit name that is no unit here, with the number of rows that carry it, the most frequent first."""
    rows = DraftRow.objects.filter(intake=intake, place=Place.ROW, unknown_units__gt=0).values_list("values", flat=True)
    counted = Counter(name for values in rows for name in names.unknown(values))
    return [Unknown(name, tuple(names.near(name)), count) for name, count in counted.most_common()]


def warnings_of(intake: Intake) -> list[Say]:
    return [Say(said["text"], said["values"]) for said in intake.warnings]


def quotes(row: DraftRow) -> list[str]:
    """The stretches of the original that a row was made from."""
    texts = texts_of(row.intake, row.first_line, row.last_line)
    return [texts[block][start:end] for block, start, end in row.spans if block in texts]
