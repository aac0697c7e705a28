"""How are people reminded? One digest a person and working day, and what cannot wait at once; nothing twice.

What is due is read first, outside any transaction. Then one row, unique for the day, is claimed; whoever claims it
writes the notices. So a sweep may run as often as one likes, on as many servers and timers at once as there are.
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from bihuan.ledger.actions.standing import reopen_missed
from bihuan.people.models import Organisation
from bihuan.people.viewer import System
from bihuan.rounds.queries import calendar_of
from bihuan.rules.workdays import Calendar, is_workday
from bihuan.trail.actions import Actor, Told, record_all
from bihuan.watch.actions.post import post_calls, post_mail
from bihuan.watch.models import Escalation, Notice, Sweep
from bihuan.watch.queries.digest import Digest, Item, Rise, digest_of, urgent_now

BATCH = 1000


@dataclass(frozen=True)
class Swept:
    """What one sweep of one organisation has told."""

    organisation: Organisation
    people: int = 0
    items: int = 0
    urgent: int = 0
    risen: int = 0
    reopened: int = 0
    """Findings whose standing measures were not proved in time."""


def sweep_all(*, by: Actor | None = None, at: datetime) -> list[Swept]:
    """Every organisation in turn."""
    return [sweep(each, by=by or System(), at=at) for each in Organisation.objects.order_by("pk")]


def sweep(organisation: Organisation, *, by: Actor, at: datetime) -> Swept:
    """Tell what is urgent, and once a working day, from the hour of the digest on, everything. Days off are quiet.

    What was not proved in time is reopened first, so that the digest tells it as what it is by then.
    """
    calendar, today = calendar_of(organisation), timezone.localdate(at)
    if not is_workday(today, calendar):
        return Swept(organisation)
    reopened = reopen_missed(organisation, by=by, at=at)
    urgent = _tell_urgent(organisation, calendar, by=by, at=at)
    nothing_more = Swept(organisation, urgent=urgent, reopened=reopened)
    if not _is_time(at) or Sweep.objects.filter(organisation=organisation, day=today).exists():
        return nothing_more
    digest = digest_of(organisation, today=today, calendar=calendar)
    told = _tell_digest(organisation, digest, today, by=by, at=at)
    if told is None:
        return nothing_more
    items = sum(notice.count for notice in told.notices)
    return Swept(organisation, len(told.notices), items, urgent, told.risen, reopened)


def _is_time(at: datetime) -> bool:
    return timezone.localtime(at).time() >= settings.DIGEST_AT


@dataclass(frozen=True)
class _Made:
    notices: list[Notice]
    risen: int


@transaction.atomic
def _tell_digest(organisation: Organisation, digest: Digest, day: date, *, by: Actor, at: datetime) -> _Made | None:
    """None where another sweep has been quicker."""
    claim = secrets.token_hex(16)
    count = sum(len(told.things) for told in digest.people.values())
    row = Sweep(organisation=organisation, day=day, at=at, claim=claim, people=len(digest.people), items=count)
    Sweep.objects.bulk_create([row], ignore_conflicts=True)
    if not Sweep.objects.filter(organisation=organisation, day=day, claim=claim).exists():
        return None
    made = _keep(
        Notice(organisation=organisation, account_id=account, kind=Notice.Kind.DIGEST, key=day.isoformat(), at=at,
               claim=claim, items=told.pressing(), count=len(told.things))
        for account, told in digest.people.items()
    )  # fmt: skip
    lines = [Told("reminder.sent", day.isoformat(), after={"people": len(made), "items": count})] if made else []
    lines += (risen := _rise(organisation, digest.rises, claim, at))
    if lines:
        record_all(lines, organisation=organisation.code, by=by, at=at)
    _send_on(organisation, made, day.isoformat(), at=at)
    return _Made(made, len(risen))


def _tell_urgent(organisation: Organisation, calendar: Calendar, *, by: Actor, at: datetime) -> int:
    """How many people were told of something now that they had not been told of."""
    near = list(urgent_now(organisation, at=at, calendar=calendar))
    wanted = [(account, _key(item, due), item) for item, due, people in near for account in people]
    earlier = Notice.objects.filter(organisation=organisation, key__in={key for _account, key, _item in wanted})
    known = set(earlier.values_list("account_id", "key"))
    fresh = [(account, key, item) for account, key, item in wanted if (account, key) not in known]
    return len(_write_urgent(organisation, fresh, by=by, at=at)) if fresh else 0


def _key(item: Item, due: datetime) -> str:
    """A moved due time is news; the same one is not, in whatever zone its clock is read."""
    return f"{item['ref']}@{due.astimezone(UTC):%Y%m%d%H%M}"


@transaction.atomic
def _write_urgent(
    organisation: Organisation, fresh: list[tuple[int, str, Item]], *, by: Actor, at: datetime
) -> list[Notice]:
    claim = secrets.token_hex(16)
    made = _keep(
        Notice(organisation=organisation, account_id=account, kind=Notice.Kind.URGENT, key=key, at=at, claim=claim,
               items=[item], count=1)
        for account, key, item in fresh
    )  # fmt: skip
    refs = sorted({notice.items[0]["ref"] for notice in made})
    told = [Told("reminder.hurried", ref, after={"people": _count(made, ref)}) for ref in refs]
    if told:
        record_all(told, organisation=organisation.code, by=by, at=at)
    _send_on(organisation, made, claim, at=at)
    return made


def _count(notices: list[Notice], ref: str) -> int:
    return sum(notice.items[0]["ref"] == ref for notice in notices)


def _keep(rows: Iterable[Notice]) -> list[Notice]:
    """Those of the rows that nobody else has written: they bear our claim."""
    rows = list(rows)
    Notice.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)
    claims = {row.claim for row in rows}
    return list(Notice.objects.filter(claim__in=claims).select_related("account").order_by("pk"))


def _rise(organisation: Organisation, rises: list[Rise], claim: str, at: datetime) -> list[Told]:
    """The levels that were not reached before, each as a line of the trail."""
    reached = Escalation.objects.filter(organisation=organisation)
    oldest = min((rise.due for rise in rises), default=None)
    known = set(reached.filter(due__gte=oldest).values_list("ref", "due", "role")) if oldest else set()
    fresh = [rise for rise in rises if (rise.ref, rise.due, rise.role.value) not in known]
    rows = [Escalation(organisation=organisation, ref=rise.ref, due=rise.due, role=rise.role.value, at=at, claim=claim)
            for rise in fresh]  # fmt: skip
    Escalation.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)
    ours = set(reached.filter(claim=claim).values_list("ref", "due", "role")) if rows else set()
    return [
        Told("reminder.escalated", rise.ref, rise.path, after={"role": rise.role.value, "due": rise.due})
        for rise in fresh
        if (rise.ref, rise.due, rise.role.value) in ours
    ]


def _send_on(organisation: Organisation, notices: list[Notice], word: str, *, at: datetime) -> None:
    """Outside, only numbers are told, and only later: a line in the outbox for each channel."""
    if notices:
        post_mail(notices, at=at)
        post_calls(organisation, notices, word, at=at)
