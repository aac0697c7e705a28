"""What does the record give for the commitments (整改责任书)? Unit by unit what it leads, its heads and its leaders."""

from datetime import datetime

from bihuan.dispatch.queries.people import posts_of
from bihuan.dispatch.queries.record import Known, record_of, seen
from bihuan.people.models import Unit
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.people import Role
from bihuan.say import say
from bihuan.trail.answers import words
from bihuan.writing.commitment import Commitment, CommitmentPaper

ALL = say("全部牵头单位")


def commitment_values(viewer: Viewer, round: Round, at: datetime, *, unit: str = "") -> CommitmentPaper:
    """For one unit by its reference, or for every unit that leads a finding, in the order of the tree."""
    record = record_of(viewer, round, at)
    heads: dict[int, list[str]] = {}
    for post in posts_of(viewer, Role.HEAD):
        heads.setdefault(post.unit_id, []).append(post.account.name)
    led = ((lead, known) for lead, known in _led(record.known) if not unit or lead.ref == unit)
    return CommitmentPaper(record.heading, tuple(_commitment(lead, known, heads) for lead, known in led))


def leading(viewer: Viewer, round: Round) -> list[tuple[str, str]]:
    """What may be chosen: all of them, or one unit."""
    units = Unit.objects.filter(pk__in=seen(viewer, round).order_by().values("lead_unit")).order_by("path")
    return [("", words(ALL)), *((unit.ref, unit.label) for unit in units)]


def _led(known: tuple[Known, ...]) -> list[tuple[Unit, list[Known]]]:
    units: dict[Unit, list[Known]] = {}
    for each in known:
        if each.finding.lead_unit:
            units.setdefault(each.finding.lead_unit, []).append(each)
    return sorted(units.items(), key=lambda unit: unit[0].path)


def _commitment(unit: Unit, known: list[Known], heads: dict[int, list[str]]) -> Commitment:
    leaders = dict.fromkeys(each.row.leader for each in known if each.row.leader)
    rows = tuple(each.row for each in known)
    return Commitment(unit.name, tuple(heads.get(unit.pk, ())), tuple(leaders), rows)
