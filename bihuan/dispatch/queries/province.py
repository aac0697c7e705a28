"""What does the record give for the tables that a province's own tool takes in (V1, V2, V3)?"""

from datetime import datetime

from bihuan.dispatch.queries.record import Known, record_of
from bihuan.ledger.models import Measure, Progress
from bihuan.ledger.queries.papers import measure_row
from bihuan.ledger.queries.taxonomy import taxonomy_of
from bihuan.people.viewer import Viewer
from bihuan.reading.taxonomy import Taxonomy
from bihuan.rounds.models import Round
from bihuan.rules.measure import KINDS, Kind
from bihuan.say import Say, say
from bihuan.writing.province import Entry, ProvincePaper, Step

SPECIALS = "专项"
FOUR = ("四个落实", "四聚焦")


def province_values(viewer: Viewer, round: Round, at: datetime) -> ProvincePaper:
    """Every finding with its measures, numbered from 1 as the tool wants it."""
    record, taxonomy = record_of(viewer, round, at), taxonomy_of(viewer.organisation)
    known = enumerate(record.known, start=1)
    entries = tuple(_entry(place, each, round, taxonomy) for place, each in known)
    return ProvincePaper(record.heading, entries)


def _entry(place: int, known: Known, round: Round, taxonomy: Taxonomy) -> Entry:
    finding, aspect = known.finding, taxonomy.aspect_of(known.row.aspect)
    special: Say | str = round.get_kind_display()
    if aspect and aspect.set == SPECIALS:
        special = f"{aspect.name}专项"
    if finding.immediate:
        special = say("立行立改")
    progress = list(finding.progress.all())
    return Entry(
        place=place,
        row=known.row,
        special=special,
        corresponding=aspect.name if aspect and aspect.set in FOUR else "",
        intensive=finding.in_intensive,
        done=_done(known),
        steps=tuple(_step(measure, progress) for measure in finding.measures.all()),
    )


def _done(known: Known) -> Say:
    """The province knows three states; 基本完成 is what the office confirmed, never what is done."""
    if known.closed:
        return say("已完成")
    return say("基本完成") if known.partly else say("未完成")


def _step(measure: Measure, progress: list[Progress]) -> Step:
    kinds = list(measure.kinds.all())
    told = next((entry.text for entry in progress if entry.measure_id == measure.pk), "")
    return Step(
        row=measure_row(measure),
        kinds=tuple(KINDS[Kind(row.kind)] for row in kinds),
        numbers={row.kind: f"{row.number.normalize():f}" for row in kinds if row.number},
        told=told,
        attachments=tuple(proof.title for proof in measure.evidence.all()),
    )
