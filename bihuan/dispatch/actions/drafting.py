"""How does a paper begin, and how does it come to another version? Nothing is read yet: a version is put down."""

from collections.abc import Mapping
from datetime import datetime

from django.core.files import File
from django.db import transaction
from django.db.models import Max

from bihuan.dispatch.actions.line import tell
from bihuan.dispatch.content import lines_of
from bihuan.dispatch.kinds import Kind, kinds
from bihuan.dispatch.models import Outgoing, Version, VersionFile
from bihuan.dispatch.queries.counts import Counts
from bihuan.papers.actions import keep
from bihuan.papers.queries import open_file
from bihuan.people.models import Organisation
from bihuan.people.viewer import Viewer
from bihuan.reading.blocks import Unreadable
from bihuan.reading.formats import read_blocks
from bihuan.rounds.models import Round
from bihuan.rules.dispatch import Status, may_work
from bihuan.rules.life import Refusal
from bihuan.rules.rounds import may_change
from bihuan.say import say

MOST = 99
"""Versions of one paper."""


@transaction.atomic
def open_outgoing(round: Round, kind: Kind, asked: Mapping[str, str], *, by: Viewer, at: datetime) -> Version | Refusal:
    """A new paper with its first version, which waits to be made of the record."""
    if refusal := _barred(round, by) or _unkept(kind):
        return refusal
    chosen, words = {}, []
    for ask in kind.asks:
        offered = dict(ask.choices(by, round))
        value = asked.get(ask.name, "")
        if value not in offered:
            return Refusal("what", say("“{title}”没有可选的内容，或所选的已经不在；请重新选择。", title=ask.title))
        chosen[ask.name] = value
        words.append(offered[value])
    held = Organisation.objects.select_for_update(no_key=True).get(pk=round.organisation_id)
    last = Outgoing.objects.filter(organisation=held).aggregate(last=Max("number"))["last"]
    title = "　".join((str(kind.title), *words))[:120]
    row = Outgoing.objects.create(
        organisation=held, round=round, number=(last or 0) + 1, kind=kind.name, title=title, asked=chosen,
        opened_by=by.account, opened_at=at,
    )  # fmt: skip
    tell("outgoing.opened", row, by, at, after={"title": title, "round": round.ref})
    return _put_down(row, kind, by, at)


@transaction.atomic
def draft_again(outgoing: Outgoing, *, by: Viewer, at: datetime) -> Version | Refusal:
    """Another version of the same paper from the record as it is now."""
    row = held_row(outgoing)
    kind = kinds().get(row.kind)
    if refusal := _barred(row.round, by) or may_work(by.roles, Status(row.status)):
        return refusal
    if kind is None:
        return Refusal("what", say("这一类文书已不再提供，请另拟一份。"))
    return _full(row) or _put_down(row, kind, by, at)


def send_in(
    outgoing: Outgoing, *, name: str, data: bytes | File, note: str = "", by: Viewer, at: datetime
) -> Version | Refusal:
    """A version that a person edited. It is read and kept like any file that is sent in, then put down as a version."""
    if refusal := _barred(outgoing.round, by) or may_work(by.roles, Status(outgoing.status)):
        return refusal
    kept = keep(outgoing.organisation, name=name, data=data, unit=None, by=by, at=at)
    if isinstance(kept, Refusal):
        return kept
    with open_file(kept.paper) as file:
        content = file.read()
    if not content.startswith(b"PK") or not name.lower().endswith(".docx"):
        return Refusal("what", say("请上传 .docx 文件；用 WPS 或旧版 Word 编辑的，请另存为 .docx。"))
    try:
        lines = lines_of(read_blocks(content, kept.paper.name).blocks)
    except Unreadable as fault:
        return Refusal("what", fault.reason)
    with transaction.atomic():
        row = held_row(outgoing)
        if refusal := may_work(by.roles, Status(row.status)) or _full(row):
            return refusal
        version = Version.objects.create(
            outgoing=row, number=_next(row), edited=True, note=note.strip()[:300], by=by.account, at=at,
            content=lines, counts=_counts_before(row), steps=2, done=1,
        )  # fmt: skip
        VersionFile.objects.create(version=version, ending="docx", paper=kept.paper)
        tell("outgoing.edited", row, by, at, after={"version": version.label, "hash": kept.paper.hash}, note=note)
        return version


@transaction.atomic
def cancel(version: Version, *, by: Viewer, at: datetime) -> Version | Refusal:
    """Call the making off. Who is at it notices at the next step, and leaves no file behind."""
    if refusal := _barred(version.outgoing.round, by):
        return refusal
    at_work = Version.objects.filter(pk=version.pk, status__in=(Version.Status.WAITING, Version.Status.MAKING))
    if not at_work.update(status=Version.Status.CANCELLED, claim=""):
        return Refusal("when", say("这一版已经生成或已经取消。"))
    tell("outgoing.cancelled", version.outgoing, by, at, after={"version": version.label})
    version.refresh_from_db()
    return version


def held_row(outgoing: Outgoing) -> Outgoing:
    """The paper as it is now, held until the transaction ends."""
    rows = Outgoing.objects.select_for_update(of=("self",)).select_related("organisation", "round__organisation")
    return rows.get(pk=outgoing.pk)


def _barred(round: Round, by: Viewer) -> Refusal | None:
    if not by.is_office or by.organisation.pk != round.organisation_id:
        return Refusal("who", say("文稿由整改办拟制，请与整改办联系。"))
    return may_change(round.finished_on)


def _unkept(kind: Kind) -> Refusal | None:
    if kind.kept:
        return None
    return Refusal("what", say("“{title}”只供有权的人直接下载，不在这里留存。", title=kind.title))


def _full(row: Outgoing) -> Refusal | None:
    if _next(row) > MOST:
        return Refusal("what", say("一份文稿最多 {count} 版，请另拟一份。", count=MOST))
    return None


def _next(row: Outgoing) -> int:
    return (row.versions.aggregate(last=Max("number"))["last"] or 0) + 1


def _counts_before(row: Outgoing) -> Counts:
    """What the record counted for the version that was taken as the basis."""
    ready = row.versions.filter(status=Version.Status.READY, edited=False)
    return ready.values_list("counts", flat=True).first() or {}


def _put_down(row: Outgoing, kind: Kind, by: Viewer, at: datetime) -> Version:
    steps = 1 + len(kind.write) + ("docx" in kind.write)
    return Version.objects.create(outgoing=row, number=_next(row), by=by.account, at=at, steps=steps)
