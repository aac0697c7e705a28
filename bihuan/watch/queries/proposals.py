"""Who would get which letter now? For each finding that is open the next step, once its time has come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from bihuan.ledger.models import Finding
from bihuan.people.models import Unit
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rounds.queries import calendar_of
from bihuan.rules.extension import ASKING
from bihuan.rules.ladder import Ladder, Step, earned, proposed
from bihuan.rules.letter import BEFORE_ISSUE, OUT
from bihuan.rules.workdays import Calendar
from bihuan.watch.models import Letter
from bihuan.watch.queries.letter_facts import late, open_findings, reached

WITH_THE_UNIT = tuple(sorted(status.value for status in ASKING))
"""What waits for somebody else's word is no reason to write to the unit."""


@dataclass(frozen=True)
class Proposal:
    """One unit, the step that is next, and the findings for which its time has come."""

    unit: Unit
    step: Step
    findings: tuple[Finding, ...]
    late: int
    """Working days since the deadline of the finding that is latest."""
    sharper: Step | None
    """What the delay alone would allow, where that is more than the next step."""


def proposals(viewer: Viewer, round: Round, ladder: Ladder, *, today: date) -> list[Proposal]:
    """The sharpest step first, then the latest. A finding with a letter on its way is left alone. Four queries."""
    calendar = calendar_of(round.organisation)
    rows = Finding.objects.filter(open_findings(viewer), round=round, due__isnull=False, status__in=WITH_THE_UNIT)
    busy = on_their_way(round, today)
    findings = [each for each in rows.select_related("lead_unit") if each.pk not in busy]
    behind = reached(findings, ladder)
    grouped: dict[tuple[int, str], list[Finding]] = {}
    for each in findings:
        step = proposed(ladder, behind.get(each.pk, 0), late(each, today, calendar))
        if step and each.lead_unit_id:
            grouped.setdefault((each.lead_unit_id, step.name), []).append(each)
    found = [_proposal(ladder, name, group, calendar, today) for (_, name), group in grouped.items()]
    return sorted(found, key=lambda each: (-ladder.place(each.step.name), -each.late, each.unit.path))


def on_their_way(round: Round, today: date) -> frozenset[int]:
    """The findings with a letter that is being made, or with the unit while its time to answer runs."""
    made = Q(status__in=[each.value for each in BEFORE_ISSUE])
    running = Q(status__in=[each.value for each in OUT], answer_due__gte=today)
    return frozenset(Letter.objects.filter(made | running, round=round).order_by().values_list("findings", flat=True))


def _proposal(ladder: Ladder, name: str, findings: Iterable[Finding], calendar: Calendar, today: date) -> Proposal:
    group = sorted(findings, key=lambda each: (each.due or today, each.number))
    days, step = late(group[0], today, calendar), ladder.step(name)
    allowed, unit = earned(ladder, days), group[0].lead_unit
    if unit is None:
        raise ValueError(f"{group[0].ref} has no lead unit")
    sharper = allowed if allowed and ladder.place(allowed.name) > ladder.place(name) else None
    return Proposal(unit, step, tuple(group), days, sharper)
