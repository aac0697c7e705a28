"""How does a file come to stay? Examined while nothing is held; then the bytes, the row and the line are written."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.core.files import File
from django.db import transaction
from django.db.models import Max

from bihuan.papers import names, store
from bihuan.papers.media import media_type
from bihuan.papers.models import Paper
from bihuan.papers.office import readable
from bihuan.people.models import Organisation, Unit
from bihuan.people.viewer import Viewer
from bihuan.reading import secrecy
from bihuan.reading.blocks import Unreadable
from bihuan.reading.formats import read_blocks
from bihuan.reading.formats.containers import File as Container
from bihuan.rules.life import Refusal
from bihuan.say import say
from bihuan.trail.actions import record

LONGEST_TEXT = 2_000_000
"""Characters kept for search; the content itself is always kept whole."""
SCANS = 3
"""How many scanned pages are looked at while a person waits: a mark of secrecy stands on the first."""
MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Kept:
    """The paper, and whether it is new; the same content sent again gives the paper that is there."""

    paper: Paper
    is_new: bool


def keep(
    organisation: Organisation,
    *,
    name: str,
    data: bytes | File,
    unit: Unit | None,
    by: Viewer,
    at: datetime,
    text: str | None = None,
) -> Kept | Refusal:
    """Keep one content once. Reading it may take a second, so it is read before the transaction begins.

    `text` is what somebody has read in it already, all of it; then it is not read a second time.

    A file that carries a state-secret mark is refused; the trail tells that it happened, and nothing of what it said.
    """
    if by.organisation != organisation or (unit is not None and unit.organisation_id != organisation.pk):
        return Refusal("who", say("只能为本单位收存文件。"))
    content = _within_limit(data)
    if isinstance(content, Refusal):
        return content
    digest = hashlib.sha256(content).hexdigest()
    if paper := Paper.objects.filter(organisation=organisation, hash=digest).first():
        return Kept(paper, is_new=False)
    try:
        text = _text_of(content, name) if text is None else _plain(text)
    except Unreadable as fault:
        return Refusal("what", fault.reason)
    paper = Paper(
        organisation=organisation,
        hash=digest,
        name=names.clean(name),
        size=len(content),
        media_type=media_type(content, name),
        text=text[:LONGEST_TEXT],
        unit=unit,
        sent_by=by.account,
        received_at=at,
    )
    marks = secrecy.marks(names.clean(name)) + secrecy.marks(text)
    return _refuse_secret(paper, marks, by=by, at=at) if marks else _enter(paper, content, by=by, at=at)


def _within_limit(data: bytes | File) -> bytes | Refusal:
    """The bytes, read no further than the limit, whatever the sender says of their size."""
    limit = settings.UPLOAD_LIMIT
    if isinstance(data, File):
        data.seek(0)
        data = data.read(limit + 1)
    if not data:
        return Refusal("what", say("文件是空的，请检查后重新选择。"))
    if len(data) > limit:
        return Refusal("what", say("文件超过 {limit} MB 的上限，请拆分或压缩后再上传。", limit=limit // MEGABYTE))
    return data


def _text_of(content: bytes, name: str) -> str:
    """What can be read; nothing from a picture. Raises Unreadable for a package that is broken or a bomb."""
    Container(content, name).parts  # noqa: B018  (looking at the members is the check)
    try:
        text = "\n".join(block.text for block in read_blocks(*readable(content, name), scans=SCANS).blocks)
    except Unreadable:
        return ""
    return _plain(text)


def _plain(text: str) -> str:
    """What both databases take."""
    return text.replace("\x00", "").encode("utf-8", "ignore").decode()


@transaction.atomic
def _enter(paper: Paper, content: bytes, *, by: Viewer, at: datetime) -> Kept:
    """Two senders of one content at once: the second waits for the organisation's row, and finds the first one's."""
    organisation = Organisation.objects.select_for_update(no_key=True).get(pk=paper.organisation_id)
    if there := Paper.objects.filter(organisation=organisation, hash=paper.hash).first():
        return Kept(there, is_new=False)
    store.write(organisation.code, paper.hash, content)
    last = Paper.objects.filter(organisation=organisation).aggregate(last=Max("number"))["last"]
    paper.number = (last or 0) + 1
    paper.save(force_insert=True)
    record(
        "paper.kept",
        paper.ref,
        organisation=organisation.code,
        by=by,
        at=at,
        unit_path=paper.unit.path if paper.unit else "",
        after={"name": paper.name, "hash": paper.hash, "size": paper.size},
    )
    return Kept(paper, is_new=True)


@transaction.atomic
def _refuse_secret(paper: Paper, marks: tuple[str, ...], *, by: Viewer, at: datetime) -> Refusal:
    """The line tells who sent it, when, and its level; neither its name nor its text, for both may be secret."""
    levels = sorted({mark[:2] for mark in marks})
    record(
        "paper.refused",
        paper.unit.ref if paper.unit else paper.organisation.code,
        organisation=paper.organisation.code,
        by=by,
        at=at,
        unit_path=paper.unit.path if paper.unit else "",
        after={"levels": levels, "size": paper.size},
    )
    reason = say(
        "文件带有“{level}”标志，不能在本系统存放，内容未保存；请改用机要渠道交接，这里只登记脱密后的摘要。",
        level="、".join(levels),
    )
    return Refusal("what", reason)
