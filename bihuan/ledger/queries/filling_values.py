"""What does a list that is filled in offline say of each finding and measure, and which cells may this viewer fill in?

The same cells are made at export and again when the file comes back, so that both can be compared as texts.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone

from bihuan.ledger.models import Finding, Measure, Progress
from bihuan.ledger.queries.facts import GATHERED, facts, measure_facts
from bihuan.people.models import Account
from bihuan.people.viewer import Viewer
from bihuan.rules import finding as finding_rules
from bihuan.rules import measure as measure_rules
from bihuan.rules.filling import fingerprint, number_text
from bihuan.rules.finding import Move
from bihuan.rules.life import Refusal
from bihuan.rules.measure import KINDS, UNITS, Kind, Status
from bihuan.say import say
from bihuan.trail.answers import words
from bihuan.writing.filling import FillColumn, FillRow, FillSheet, as_cell

NUMBERS = tuple(kind.value for kind in Kind)
PLAN, MEASURE_TEXTS = ("cause", "goal"), ("text", "who", "proof_expected")
FINDINGS, MEASURES = "findings", "measures"


@dataclass(frozen=True)
class Thing:
    """A finding, or one measure of it, as one row: its cells by column, and those that may be filled in."""

    sheet: str
    viewer: Viewer
    finding: Finding
    measure: Measure | None
    values: Mapping[str, str]
    open: frozenset[str]

    @property
    def ref(self) -> str:
        return self.values["ref"]


def complete(findings: QuerySet[Finding]) -> QuerySet[Finding]:
    """The findings with everything that a row says of them, in a fixed number of queries."""
    related = ("round", "organisation", "lead_unit", "leader", "handler")
    return findings.select_related(*related).prefetch_related(*GATHERED, "progress__by")


def things(findings: Iterable[Finding], viewer: Viewer) -> Iterator[Thing]:
    """Each finding, then its measures."""
    for finding in findings:
        yield _finding(finding, viewer)
        for measure in finding.measures.all():
            measure.finding = finding
            yield _measure(measure, finding, viewer)


def _finding(finding: Finding, viewer: Viewer) -> Thing:
    values = {
        "ref": finding.ref,
        "finding": finding.text,
        "lead_unit": finding.lead_unit.name if finding.lead_unit else "",
        "due": finding.due.isoformat() if finding.due else "",
        "status": words(finding_rules.NAMES[finding_rules.Status(finding.status)]),
        "cause": finding.cause,
        "goal": finding.goal,
        "handler": finding.handler.name if finding.handler else "",
        "latest": _latest(entries_of(finding, None)),
        "progress": "",
    }
    return Thing(FINDINGS, viewer, finding, None, _cells(values), frozenset(_open(finding, viewer)))


def _measure(measure: Measure, finding: Finding, viewer: Viewer) -> Thing:
    numbers = {kind.kind: kind.number for kind in measure.kinds.all()}
    values = {
        "ref": measure.ref,
        "finding": finding.text,
        "text": measure.text,
        "who": measure.who,
        "due": measure.due.isoformat() if measure.due else "",
        "proof_expected": measure.proof_expected,
        **{kind: number_text(str(numbers.get(kind) if numbers.get(kind) is not None else "")) for kind in NUMBERS},
        "done": measure.status,
        "note": "",
        "latest": _latest(entries_of(finding, measure)),
        "progress": "",
    }
    return Thing(MEASURES, viewer, finding, measure, _cells(values), frozenset(_open_of(measure, finding, viewer)))


def entries_of(finding: Finding, measure: Measure | None) -> list[Progress]:
    """The progress of a measure, or of the finding as a whole, newest first. Reads what was prefetched."""
    wanted = measure.pk if measure else None
    return [entry for entry in finding.progress.all() if entry.measure_id == wanted]


def _latest(entries: list[Progress]) -> str:
    return f"{timezone.localdate(entries[0].at)} {entries[0].text}" if entries else ""


def _cells(values: Mapping[str, str]) -> dict[str, str]:
    return {code: as_cell(text) for code, text in values.items()}


def allowed(move: Move, finding: Finding, viewer: Viewer) -> Refusal | None:
    verdict = finding_rules.decide(move, facts(finding, viewer))
    return verdict if isinstance(verdict, Refusal) else None


def may_name_handler(finding: Finding, viewer: Viewer) -> Refusal | None:
    """The office names the person: while it is unclaimed by assigning, later by adjusting."""
    return allowed(Move.ASSIGN, finding, viewer) and allowed(Move.ADJUST, finding, viewer)


def _open(finding: Finding, viewer: Viewer) -> Iterator[str]:
    if allowed(Move.DRAFT_PLAN, finding, viewer) is None:
        yield from PLAN
    if allowed(Move.WORK, finding, viewer) is None:
        yield "progress"
    if may_name_handler(finding, viewer) is None:
        yield "handler"


def _open_of(measure: Measure, finding: Finding, viewer: Viewer) -> Iterator[str]:
    is_open = measure.status == Status.OPEN
    if is_open and allowed(Move.DRAFT_PLAN, finding, viewer) is None:
        yield from MEASURE_TEXTS
    if allowed(Move.WORK, finding, viewer) is None:
        yield "progress"
        if is_open:
            yield from (kind.kind for kind in measure.kinds.all())
    if finding.status == finding_rules.Status.RECTIFYING and measure_rules.offers(
        measure_facts(measure, finding, viewer)
    ):
        yield from ("done",) if is_open else ("done", "note")


def columns(viewer: Viewer) -> dict[str, tuple[FillColumn, ...]]:
    """The columns of both sheets, from left to right."""
    people = Account.objects.filter(organisation=viewer.organisation, is_active=True) if viewer.is_office else []
    names = tuple(sorted({account.name for account in people}))
    status = {each.value: words(name) for each, name in measure_rules.NAMES.items()}
    return {
        FINDINGS: (
            FillColumn("ref", say("编号"), 8),
            FillColumn("finding", say("反馈问题"), 36),
            FillColumn("lead_unit", say("牵头单位"), 13),
            FillColumn("due", say("整改时限"), 12),
            FillColumn("status", say("状态"), 10),
            FillColumn("cause", say("原因剖析"), 28),
            FillColumn("goal", say("整改目标"), 24),
            FillColumn("handler", say("责任人"), 9, choices=names),
            FillColumn("latest", say("最近进展"), 28),
            FillColumn("progress", say("新进展"), 32),
        ),
        MEASURES: (
            FillColumn("ref", say("编号"), 9),
            FillColumn("finding", say("反馈问题"), 24),
            FillColumn("text", say("整改措施"), 34),
            FillColumn("who", say("谁来做"), 12),
            FillColumn("due", say("何时完成"), 12),
            FillColumn("proof_expected", say("应留佐证"), 16),
            *(
                FillColumn(k.value, say("{kind}（{unit}）", kind=KINDS[k], unit=UNITS[k]), 11, number=True)
                for k in Kind
            ),
            FillColumn("done", say("是否完成"), 10, words=status),
            FillColumn("note", say("恢复为未完成的理由"), 18),
            FillColumn("latest", say("最近进展"), 28),
            FillColumn("progress", say("新进展"), 32),
        ),
    }


def fill_sheets(findings: QuerySet[Finding], viewer: Viewer) -> tuple[FillSheet, ...]:
    """The two sheets of these findings for this viewer."""
    rows: dict[str, list[FillRow]] = {FINDINGS: [], MEASURES: []}
    shown = columns(viewer)
    for thing in things(complete(findings), viewer):
        values = tuple(thing.values[column.code] for column in shown[thing.sheet])
        rows[thing.sheet].append(FillRow(thing.ref, fingerprint(values), values, thing.open))
    names = {FINDINGS: say("问题"), MEASURES: say("措施")}
    return tuple(FillSheet(code, names[code], shown[code], rows[code]) for code in rows)
