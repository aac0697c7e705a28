"""How is an archive made without anybody waiting? Read at one moment, packed to a draft, put in place when it is whole.

A step is told at most twice a second: it shows how far the making is, says that its maker lives, and hears of an end.
"""

import logging
import time
from datetime import datetime
from typing import IO

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from bihuan.dispatch import archives
from bihuan.dispatch.actions import claims
from bihuan.dispatch.actions.archive import tell, told
from bihuan.dispatch.actions.making import TRIES, CalledOff, one_moment
from bihuan.dispatch.models import Archive
from bihuan.dispatch.packing import Packed, pack, steps_of
from bihuan.dispatch.queries.archive_files import Contents, contents_of
from bihuan.people.viewer import Viewer, viewer_of
from bihuan.rules.archive import may_archive
from bihuan.rules.life import Refusal
from bihuan.say import Say, say

LOST = say("制作时几次中断，已停下；请稍后再制作一次。")
BROKEN = say("制作时出错，没有留下文件；请把这一页的编号告诉管理员。")
FULL = say("数据目录所在的磁盘写不下归档包，请清理磁盘后再制作。")
BETWEEN = 0.5
"""Seconds between two steps that are told."""
Status = Archive.Status
log = logging.getLogger(__name__)


def put_back() -> int:
    """What a server that has ended was making waits again. Returns how many."""
    archives.forget_drafts()
    return claims.put_back(Archive.objects.all())


def claim(*, at: datetime) -> Archive | None:
    """The oldest that is free, now this maker's alone."""
    related = ("organisation", "round__organisation", "by__organisation")
    return claims.claimed(Archive.objects.select_related(*related), at=at)


def make_claimed(row: Archive) -> None:
    """Make it; whatever goes wrong ends in a sentence on its page."""
    by = viewer_of(row.by)
    refusal = Refusal("what", LOST) if row.tries > TRIES else may_archive(by.roles)
    try:
        if refusal is None:
            _made(row, by)
    except CalledOff:
        return
    except OSError:
        log.exception("%s could not be written", row.ref)
        refusal = Refusal("what", FULL)
    except Exception:
        log.exception("%s could not be made", row.ref)
        refusal = Refusal("what", BROKEN)
    if refusal:
        _failed(row, refusal.reason, by)


def _made(row: Archive, by: Viewer) -> None:
    with one_moment():
        at = timezone.now()
        contents = contents_of(by, row.round, at)
    code = row.organisation.code
    with archives.draft(code) as out:
        packed = pack(contents, out, step=Steps(row, steps_of(contents)))
        _finish(row, contents, packed, out, by)


class Steps:
    """Called with the number of files that are in."""

    def __init__(self, row: Archive, steps: int) -> None:
        self.row, self.told_at = row, 0.0
        self._tell(done=0, steps=steps)

    def __call__(self, done: int) -> None:
        if time.monotonic() - self.told_at >= BETWEEN:
            self._tell(done=done)

    def _tell(self, **values: int) -> None:
        if not _mine(self.row).update(**values, claimed_at=timezone.now()):
            raise CalledOff
        self.told_at = time.monotonic()


def _mine(row: Archive) -> QuerySet[Archive]:
    return Archive.objects.filter(pk=row.pk, status=Status.MAKING, claim=row.claim)


@transaction.atomic
def _finish(row: Archive, contents: Contents, packed: Packed, out: IO[bytes], by: Viewer) -> None:
    """Put the file in place and tell of it, if it is still this maker's."""
    as_of = contents.listed.heading.as_of
    done = _mine(row).update(
        status=Status.READY,
        done=steps_of(contents),
        at=as_of,
        size=packed.size,
        files=packed.files,
        lost=len(packed.lost),
        hash=packed.hash,
        manifest=packed.manifest,
        trail_lines=contents.trail_lines,
        trail_head=contents.trail_head,
    )
    if not done:
        raise CalledOff
    after = {"round": row.round.ref, "as_of": f"{as_of:%Y-%m-%d %H:%M}", **told(packed)}
    tell("archive.made", row, by, timezone.now(), after)
    archives.settle(out, row.organisation.code, row.ref)


@transaction.atomic
def _failed(row: Archive, reason: Say, by: Viewer) -> None:
    if _mine(row).update(status=Status.FAILED, fault={"text": reason.text, "values": dict(reason.values)}):
        tell("archive.failed", row, by, timezone.now(), {"round": row.round.ref})
