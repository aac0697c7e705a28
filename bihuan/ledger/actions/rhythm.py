"""How does the rhythm of a standing measure run? It begins at the close-out, goes from date to date, and rests."""

from dataclasses import replace
from datetime import date, datetime

from django.utils import timezone

from bihuan.ledger.actions.line import tell
from bihuan.ledger.models import Finding, Standing, StandingProof
from bihuan.rounds.queries import calendar_of, ruleset_of
from bihuan.rules.standing import Proof, Rhythm, Status, next_turn
from bihuan.trail.actions import Actor


def begin_again(finding: Finding, *, by: Actor, at: datetime) -> StandingProof | None:
    """At a close-out: a standing finding is asked for proof from now on, unless the office has ended that for good."""
    row = Standing.objects.filter(finding=finding).first()
    if row is None:
        every = ruleset_of(finding.round).rhythm.every
        return begin(finding, every, by=by, at=at) if finding.standing else None
    return None if row.status == Status.ENDED else begin(finding, row.every, by=by, at=at)


def begin(finding: Finding, every: int, *, by: Actor, at: datetime, note: str = "") -> StandingProof:
    """From today on, every so many months. What was asked for before is not asked for any more."""
    today = timezone.localdate(at)
    running = {"every": every, "start": today, "status": Status.RUNNING.value}
    row, _is_new = Standing.objects.update_or_create(finding=finding, defaults=running)
    drop_asked(row)
    proof = ask(row, finding, 0, today, today=today)
    tell("standing.begun", finding, by=by, at=at, after={"every": every, "due": proof.due}, note=note)
    return proof


def ask(row: Standing, finding: Finding, after: int, start: date, *, today: date) -> StandingProof:
    """The date that comes after a number of dates since the start; from `start` on proof may be given."""
    turn = next_turn(row.start, after, rhythm_of(row, finding), calendar_of(finding.organisation), today=today)
    return StandingProof.objects.create(
        standing=row, number=turn.number, start=start, due=turn.due, until=turn.until, status=Proof.ASKED.value
    )


def rhythm_of(row: Standing, finding: Finding) -> Rhythm:
    """The rhythm of this finding by the rules of its round."""
    return replace(ruleset_of(finding.round).rhythm, every=row.every)


def pause(finding: Finding) -> None:
    """While the finding is rectified again nothing is asked for."""
    for row in Standing.objects.filter(finding=finding, status=Status.RUNNING.value):
        rest(row, Status.PAUSED)


def rest(row: Standing, status: Status) -> None:
    row.status = status.value
    row.save(update_fields=["status"])
    drop_asked(row)


def drop_asked(row: Standing) -> None:
    row.proofs.filter(status=Proof.ASKED.value).update(status=Proof.DROPPED.value)
