"""How is a summons (约谈) recorded? When, where, who, what was arranged; a new date moves the findings' dates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from bihuan.ledger.actions.second_term import order_second_term
from bihuan.ledger.models import Finding
from bihuan.people.models import Organisation, Unit
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.conduct import breach
from bihuan.rules.life import Refusal
from bihuan.say import say
from bihuan.trail.actions import record
from bihuan.watch.models import Letter, Summons
from bihuan.watch.queries.letter_facts import open_findings


@dataclass(frozen=True)
class Talk:
    """What is recorded of a talk: its arrangements, and nothing that was said in it."""

    held_at: datetime
    place: str
    talked_by: str
    attended: str
    outcome: str = ""
    term: date | None = None


@transaction.atomic
def hold_summons(
    round: Round,
    unit: Unit,
    findings: Sequence[Finding],
    talk: Talk,
    *,
    by: Viewer,
    at: datetime,
    letter: Letter | None = None,
) -> Summons | Refusal:
    """Record a talk that was held. Refused as a whole where one of the dates cannot be moved."""
    if not by.is_office or by.organisation.pk != round.organisation_id:
        return Refusal("who", say("约谈由整改办登记。"))
    keys = [each.pk for each in findings]
    chosen = list(Finding.objects.filter(open_findings(by, unit.pk), round=round, pk__in=keys).order_by("number"))
    if refusal := _bad(unit, chosen, talk, at):
        return refusal
    organisation = Organisation.objects.select_for_update(no_key=True).get(pk=round.organisation_id)
    last = Summons.objects.filter(organisation=organisation).aggregate(last=Max("number"))["last"]
    row = Summons.objects.create(
        organisation=organisation,
        round=round,
        number=(last or 0) + 1,
        unit=unit,
        letter=letter,
        recorded_by=by.account,
        recorded_at=at,
        held_at=talk.held_at,
        place=talk.place.strip(),
        talked_by=talk.talked_by.strip(),
        attended=talk.attended.strip(),
        outcome=talk.outcome.strip(),
        term=talk.term,
    )
    row.findings.set(chosen)
    after = {"held_at": talk.held_at, "place": row.place, "talked_by": row.talked_by, "attended": row.attended,
             "findings": [each.ref for each in chosen], "term": talk.term}  # fmt: skip
    record("summons.held", row.ref, organisation=organisation.code, by=by, at=at, unit_path=unit.path, after=after,
           note=row.outcome)  # fmt: skip
    return _second_term(row, chosen, by, at) or row


def _bad(unit: Unit, chosen: list[Finding], talk: Talk, at: datetime) -> Refusal | None:
    if not chosen:
        return Refusal("what", say("请至少选择一个由{unit}牵头、没有销号的反馈问题。", unit=unit.label))
    if talk.held_at > at:
        held = timezone.localtime(talk.held_at)
        return Refusal("what", say("约谈时间 {time} 还没有到，请在约谈之后登记。", time=f"{held:%Y-%m-%d %H:%M}"))
    if not all(text.strip() for text in (talk.place, talk.talked_by, talk.attended)):
        return Refusal("what", say("请填写约谈的地点、约谈人和被约谈人。"))
    for name, most, text in (("place", 100, talk.place), ("names", 200, talk.talked_by), ("names", 200, talk.attended),
                             ("outcome", 200, talk.outcome)):  # fmt: skip
        if len(text.strip()) > most:
            return Refusal("what", TOO_LONG[name])
    forbidden = breach(talk.outcome)
    return Refusal("what", forbidden) if forbidden else None


TOO_LONG = {
    "place": say("地点最多 100 个字，请写短些。"),
    "names": say("人名最多 200 个字，请写短些。"),
    "outcome": say("议定安排最多 200 个字，只写安排，不记谈话内容。"),
}


def _second_term(row: Summons, chosen: list[Finding], by: Viewer, at: datetime) -> Refusal | None:
    if row.term is None:
        return None
    for finding in chosen:
        ordered = order_second_term(finding, row.term, by=by, at=at, reason=f"{row.ref} 约谈议定限期二次整改")
        if isinstance(ordered, Refusal):
            transaction.set_rollback(True)
            return ordered
    return None
