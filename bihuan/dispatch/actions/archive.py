"""How is the archive of a round asked for, called off, removed, and written straight to a file?"""

from collections.abc import Callable
from datetime import datetime
from typing import IO

from django.db import transaction
from django.db.models import Max

from bihuan.dispatch import archives
from bihuan.dispatch.actions.making import one_moment
from bihuan.dispatch.models import Archive
from bihuan.dispatch.packing import Packed, pack, steps_of
from bihuan.dispatch.queries.archive_files import contents_of
from bihuan.dispatch.queries.archives import AT_WORK
from bihuan.people.models import Organisation
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.archive import may_archive, may_begin
from bihuan.rules.life import Refusal
from bihuan.say import say
from bihuan.trail.actions import record

Status = Archive.Status


@transaction.atomic
def ask(round: Round, *, by: Viewer, at: datetime) -> Archive | Refusal:
    """Put one down, to be made in the background."""
    if refusal := _foreign(round, by):
        return refusal
    held = Organisation.objects.select_for_update(no_key=True).get(pk=round.organisation_id)
    rows = Archive.objects.filter(organisation=held)
    if refusal := may_begin(by.roles, at_work=rows.filter(round=round, status__in=AT_WORK).exists()):
        return refusal
    number = (rows.aggregate(last=Max("number"))["last"] or 0) + 1
    row = Archive.objects.create(organisation=held, round=round, number=number, by=by.account, at=at)
    tell("archive.asked", row, by, at, {"round": round.ref})
    return row


@transaction.atomic
def cancel(archive: Archive, *, by: Viewer, at: datetime) -> Archive | Refusal:
    """Call the making off. Who is at it notices at the next file, and leaves nothing behind."""
    if refusal := _foreign(archive.round, by) or may_archive(by.roles):
        return refusal
    if not Archive.objects.filter(pk=archive.pk, status__in=AT_WORK).update(status=Status.CANCELLED, claim=""):
        return Refusal("when", say("这份归档包已经制作完成或已经取消。"))
    tell("archive.cancelled", archive, by, at, {"round": archive.round.ref})
    archive.refresh_from_db()
    return archive


@transaction.atomic
def remove(archive: Archive, *, by: Viewer, at: datetime) -> Archive | Refusal:
    """The file goes, once it was handed over; what it was stays in the row and in the trail."""
    if refusal := _foreign(archive.round, by) or may_archive(by.roles):
        return refusal
    if not Archive.objects.filter(pk=archive.pk, status=Status.READY).update(status=Status.REMOVED):
        return Refusal("when", say("这份归档包没有文件可以移除。"))
    tell("archive.removed", archive, by, at, {"round": archive.round.ref, "hash": archive.hash})
    code, ref = archive.organisation.code, archive.ref
    transaction.on_commit(lambda: archives.remove(code, ref))
    archive.refresh_from_db()
    return archive


def write_out(
    round: Round, out: IO[bytes], *, by: Viewer, at: datetime, step: Callable[[int, int], None]
) -> Packed | Refusal:
    """Write one to a file outside of the data folder; nothing of it is kept but the line that tells of it."""
    if refusal := _foreign(round, by) or may_archive(by.roles):
        return refusal
    with one_moment():
        contents = contents_of(by, round, at)
    steps = steps_of(contents)
    packed = pack(contents, out, step=lambda done: step(done, steps))
    with transaction.atomic():
        code = round.organisation.code
        record("archive.written", round.ref, organisation=code, by=by, at=at, after=told(packed))
    return packed


def told(packed: Packed) -> dict[str, object]:
    """What the trail keeps of an archive: enough to tell years later whether a file is that one."""
    return {
        "files": packed.files,
        "size": packed.size,
        "hash": packed.hash,
        "manifest": packed.manifest,
        "lost": list(packed.lost[:50]),
    }


def tell(event: str, row: Archive, by: Viewer, at: datetime, after: dict[str, object]) -> None:
    record(event, row.ref, organisation=row.organisation.code, by=by, at=at, after=after)


def _foreign(round: Round, by: Viewer) -> Refusal | None:
    if round.organisation_id == by.organisation.pk:
        return None
    return Refusal("who", say("只能为本单位的轮次制作归档包。"))
