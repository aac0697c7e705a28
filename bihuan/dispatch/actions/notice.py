"""What is done to a public notice? Rows are kept out with consent or worded anew; it is framed, and published.

No line carries a unit: why something is kept out is for those who oversee, not for the unit it is about.
"""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from bihuan.dispatch.models import NoticeFrame, Outgoing, Publication, PublicWording, Published, Withholding
from bihuan.dispatch.models.notice import LIVE
from bihuan.dispatch.queries import notice as queries
from bihuan.dispatch.queries.record import record_of
from bihuan.ledger.models import Finding
from bihuan.people.models import Organisation
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules import notice as rules
from bihuan.rules.life import Refusal
from bihuan.rules.notice import Audience, Facts, Move, Part, Status
from bihuan.rules.people import Role
from bihuan.rules.rounds import may_change
from bihuan.say import say
from bihuan.trail.actions import record

EVENTS: dict[Move, str] = {
    Move.APPROVE: "withholding.approved",
    Move.REFUSE: "withholding.refused",
    Move.WITHDRAW: "withholding.withdrawn",
}
FRAME = ("organising", "next_steps", "signed", "wording", "phone", "post", "mail", "since", "until")


@transaction.atomic
def withhold(
    finding: Finding, audience: Audience, *, part: Part, ground: str, reason: str, by: Viewer, at: datetime
) -> Withholding | Refusal:
    """Propose to keep a finding out of one notice. It stays out while nobody has decided."""
    organisation = Organisation.objects.select_for_update(no_key=True).get(pk=finding.organisation_id)
    rows = Withholding.objects.filter(organisation=organisation)
    pending = rows.filter(LIVE, finding=finding, audience=audience.value).exists()
    if refusal := may_change(finding.round.finished_on) or rules.ask(by.roles, ground, reason, pending=pending):
        return refusal
    row = Withholding.objects.create(
        organisation=organisation,
        finding=finding,
        number=(rows.aggregate(last=Max("number"))["last"] or 0) + 1,
        audience=audience.value,
        part=part.value,
        ground=ground,
        reason=reason.strip(),
        asked_by=by.account,
        asked_at=at,
    )
    _tell("withholding.asked", row, by, at, after={"finding": finding.ref, "audience": audience.value,
                                                   "part": part.value, "ground": ground}, note=row.reason)  # fmt: skip
    return row


@transaction.atomic
def move_withholding(
    withholding: Withholding, which: Move, *, by: Viewer, at: datetime, note: str = ""
) -> Withholding | Refusal:
    """Agree, disagree or take back. The finding itself is not touched."""
    row = Withholding.objects.select_for_update().get(pk=withholding.pk)
    facts = Facts(Status(row.status), by.roles, note.strip(), asked=row.asked_by_id == by.account.pk)
    verdict = rules.decide(which, facts)
    if isinstance(verdict, Refusal):
        return verdict
    row.status, row.decision = verdict.value, note.strip()
    row.decided_by, row.decided_at = by.account, at
    row.save(update_fields=["status", "decision", "decided_by", "decided_at"])
    _tell(EVENTS[which], row, by, at, after={"finding": row.finding.ref}, note=row.decision)
    return row


@transaction.atomic
def word(
    finding: Finding, audience: Audience, *, text: str, result: str, by: Viewer, at: datetime
) -> PublicWording | Refusal:
    """Word a finding for one audience; what is empty or as the record has it follows the record."""
    if refusal := _office(by, finding.round):
        return refusal
    own = "" if text.strip() == finding.text.strip() else text.strip()
    fixed = {"text": own, "result": result.strip(), "by": by.account, "at": at}
    before = PublicWording.objects.select_for_update().filter(finding=finding, audience=audience.value).first()
    was = {"text": before.text, "result": before.result} if before else {"text": "", "result": ""}
    row, _new = PublicWording.objects.update_or_create(finding=finding, audience=audience.value, defaults=fixed)
    became = {"text": row.text, "result": row.result}
    if became != was:
        changed = {name for name in became if became[name] != was[name]}
        _note(finding.round, audience, "notice.worded", by, at, note=finding.ref,
              before={n: was[n] for n in changed}, after={n: became[n] for n in changed})  # fmt: skip
    return row


@transaction.atomic
def save_frame(
    round: Round, audience: Audience, values: dict[str, Any], *, by: Viewer, at: datetime
) -> NoticeFrame | Refusal:
    """What stands around the findings: the organising part, the next steps, the contact, the words for states."""
    if refusal := _office(by, round):
        return refusal
    Organisation.objects.select_for_update(no_key=True).get(pk=round.organisation_id)
    row = queries.frame_of(round, audience)
    was = {name: getattr(row, name) for name in FRAME}
    for name in FRAME:
        setattr(row, name, values[name])
    changed = [name for name in FRAME if was[name] != values[name]]
    if changed or row.pk is None:
        row.save()
        before, after = ({name: side[name] for name in changed} for side in (was, values))
        _note(round, audience, "notice.framed", by, at, before=before, after=after)
    return row


@transaction.atomic
def publish(
    round: Round, audience: Audience, outgoing: Outgoing | None, *, place: str, since: date, until: date | None,
    looked_at: bool, by: Viewer, at: datetime,
) -> Publication | Refusal:  # fmt: skip
    """Note down that an issued notice was published. Each finding that stands in it is linked, with its state."""
    Organisation.objects.select_for_update(no_key=True).get(pk=round.organisation_id)
    rows = queries.rows_of(record_of(by, round, at), round, audience)
    paper = queries.issued(outgoing) if outgoing in queries.papers_to_publish(by, round, audience) else None
    refusal = rules.release(queries.release_facts(rows, paper, by, looked_at=looked_at))
    if refusal or paper is None:
        return refusal or Refusal("what", say("请选择已经印发的公开稿。"))
    if until and until < since:
        return Refusal("what", say("公布截止日期不能早于开始日期。"))
    frame, earlier = queries.frame_of(round, audience), round.publications.filter(audience=audience.value)
    row = Publication.objects.create(
        round=round,
        audience=audience.value,
        number=(earlier.aggregate(last=Max("number"))["last"] or 0) + 1,
        outgoing=paper.outgoing,
        place=place.strip(),
        since=since,
        until=until,
        contact="；".join(filter(None, (frame.phone, frame.post, frame.mail))),
        by=by.account,
        at=at,
    )
    told = [
        Published(publication=row, finding=each.known.finding, state=each.state.value if each.told else "")
        for each in rows
    ]
    Published.objects.bulk_create(told, batch_size=500)
    where = {"paper": outgoing.ref if outgoing else "", "place": row.place, "since": since, "until": until}
    _note(
        round,
        audience,
        "notice.published",
        by,
        at,
        after={**where, "version": row.number, "count": sum(bool(each.state) for each in told)},
    )
    return row


def _office(by: Viewer, round: Round) -> Refusal | None:
    if Role.OFFICE not in by.roles:
        return Refusal("who", say("公开稿由整改办编写。"))
    return may_change(round.finished_on)


def _tell(event: str, row: Withholding, by: Viewer, at: datetime, *, after: dict[str, Any], note: str) -> None:
    record(event, row.ref, organisation=row.organisation.code, by=by, at=at, after=after, note=note)


def _note(round: Round, audience: Audience, event: str, by: Viewer, at: datetime, **told: Any) -> None:
    subject = f"{round.ref}/{audience.value}"
    record(event, subject, organisation=round.organisation.code, by=by, at=at, **told)
