"""How is a large file taken in without anybody waiting? It is put down, claimed by one reader, read, and told of.

A claim is one conditional update, so that two processes never read the same one. What a server left unread when it
ended is put back when the next one starts; what a lost thread holds is free again after a while.
"""

import logging
import secrets
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from django.conf import settings
from django.core.files import File
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from bihuan.ledger.actions.intake import Earlier, barred, content_of, discard_intake, open_intake, read_again
from bihuan.ledger.models import Arrival, Intake
from bihuan.papers import names
from bihuan.papers.models import Paper
from bihuan.papers.queries import open_file
from bihuan.people.viewer import Viewer, viewer_of
from bihuan.reading import secrecy
from bihuan.reading.drafts import DocumentKind
from bihuan.reading.weight import is_large
from bihuan.rounds.models import Round
from bihuan.rules.life import Refusal
from bihuan.say import Say, say
from bihuan.trail.actions import record

LEASE = timedelta(minutes=10)
"""Longer than any reading takes."""
TRIES = 3
Status = Arrival.Status
LOST = say("读取这个文件时几次中断，已停下；请把文件拆成几份再导入。")
BROKEN = say("读取时出错，没有录入任何内容；请用 Word 或 WPS 另存一份再导入。")
OVER = Refusal("when", say("这个文件已读完或已取消。"))
log = logging.getLogger(__name__)


class CancelledError(Exception):
    """The arrival was called off, or is no longer this reader's."""


def take_in(
    round: Round,
    *,
    name: str,
    data: bytes | File,
    kind: DocumentKind | None = None,
    background: bool,
    by: Viewer,
    at: datetime,
) -> Intake | Earlier | Arrival | Refusal:
    """Read a file at once, or put a large one down for the reader where there is one (`background`)."""
    content = content_of(data)
    if isinstance(content, Refusal):
        return content
    if not background or not is_large(content) or secrecy.marks(names.clean(name)):
        return open_intake(round, name=name, data=content, kind=kind, by=by, at=at)
    if refusal := barred(round, by):
        return refusal
    return _put_down(Arrival(round=round, name=names.clean(name), size=len(content), kind=kind or ""), content, by, at)


def take_again(
    round: Round, paper: Paper, *, kind: DocumentKind | None = None, background: bool, by: Viewer, at: datetime
) -> Intake | Arrival | Refusal:
    """Read a kept paper once more, a large one in the background."""
    if not background or not _is_large_paper(paper):
        return read_again(round, paper, kind=kind, by=by, at=at)
    if refusal := barred(round, by):
        return refusal
    arrival = Arrival(round=round, name=paper.name, size=paper.size, kind=kind or "", paper=paper)
    return _put_down(arrival, b"", by, at)


def _is_large_paper(paper: Paper) -> bool:
    with open_file(paper) as file:
        return is_large(file.read())


@transaction.atomic
def _put_down(arrival: Arrival, content: bytes, by: Viewer, at: datetime) -> Arrival:
    """The line names no file: its name may say what its text must not."""
    arrival.token, arrival.made_by, arrival.made_at = secrets.token_urlsafe(16), by.account, at
    arrival.save()
    if content:
        path = _place(arrival)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_bytes(content)
    _tell("intake.received", arrival, by, at)
    return arrival


def _place(arrival: Arrival) -> Path:
    return Path(settings.MEDIA_ROOT) / ".arriving" / arrival.token


@transaction.atomic
def cancel(arrival: Arrival, *, by: Viewer, at: datetime) -> Arrival | Refusal:
    """Call it off. A reader that is at it notices at its next step and leaves nothing behind."""
    if refusal := barred(arrival.round, by):
        return refusal
    unfinished = Arrival.objects.filter(pk=arrival.pk, status__in=(Status.WAITING, Status.READING))
    if not unfinished.update(status=Status.CANCELLED, claim=""):
        return OVER
    _tell("intake.cancelled", arrival, by, at)
    transaction.on_commit(partial(_place(arrival).unlink, missing_ok=True))
    arrival.refresh_from_db()
    return arrival


def put_back() -> int:
    """What a server that has ended was reading waits again. Returns how many."""
    return Arrival.objects.filter(status=Status.READING).update(status=Status.WAITING, claim="", stage="")


def claim(*, at: datetime) -> Arrival | None:
    """The oldest that is free, now this reader's alone."""
    free = Q(status=Status.WAITING) | Q(status=Status.READING, claimed_at__lt=at - LEASE)
    for pk in Arrival.objects.filter(free).order_by("pk").values_list("pk", flat=True)[:10]:
        word = secrets.token_urlsafe(16)
        held = {"status": Status.READING, "claim": word, "claimed_at": at, "tries": F("tries") + 1}
        if Arrival.objects.filter(free, pk=pk).update(**held):
            return Arrival.objects.select_related("round__organisation", "paper", "made_by__organisation").get(pk=pk)
    return None


def read_claimed(arrival: Arrival) -> None:
    """Read it and keep what came of it; whatever goes wrong ends in a sentence on its page."""
    by = viewer_of(arrival.made_by)
    try:
        outcome = Refusal("what", LOST) if arrival.tries > TRIES else _read(arrival, by)
    except CancelledError:
        return
    except Exception:
        log.exception("arrival %s could not be read", arrival.pk)
        outcome = Refusal("what", BROKEN)
    if _finish(arrival, outcome, by):
        _place(arrival).unlink(missing_ok=True)


def _read(arrival: Arrival, by: Viewer) -> Intake | Earlier | Refusal:
    step = partial(_step, arrival)
    kind, at = arrival.kind or None, timezone.now()
    if arrival.paper:
        return read_again(arrival.round, arrival.paper, kind=kind, by=by, at=at, step=step)
    data = _place(arrival).read_bytes()
    return open_intake(arrival.round, name=arrival.name, data=data, kind=kind, by=by, at=at, step=step)


def _mine(arrival: Arrival) -> QuerySet[Arrival]:
    return Arrival.objects.filter(pk=arrival.pk, status=Status.READING, claim=arrival.claim)


def _step(arrival: Arrival, stage: str, blocks: int | None = None) -> None:
    if not _mine(arrival).update(stage=stage, blocks=blocks):
        raise CancelledError


@transaction.atomic
def _finish(arrival: Arrival, outcome: Intake | Earlier | Refusal, by: Viewer) -> bool:
    """Whether it was still this reader's. One that was called off at the last moment becomes a discarded intake."""
    if isinstance(outcome, Refusal):
        mine = _mine(arrival).update(status=Status.FAILED, reason=_plain(outcome.reason))
        if mine:
            _tell("intake.failed", arrival, by, timezone.now())
        return bool(mine)
    intake = outcome.intake if isinstance(outcome, Earlier) else outcome
    mine = _mine(arrival).update(status=Status.READ, intake=intake)
    if not mine and isinstance(outcome, Intake):
        discard_intake(outcome, by=by, at=timezone.now())
    return bool(mine)


def _plain(reason: Say) -> dict[str, object]:
    values = {name: value if isinstance(value, int) else str(value) for name, value in reason.values.items()}
    return {"text": reason.text, "values": values}


def _tell(event: str, arrival: Arrival, by: Viewer, at: datetime) -> None:
    record(event, arrival.round.ref, organisation=arrival.round.organisation.code, by=by, at=at)
