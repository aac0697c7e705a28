"""How is a version made without anybody waiting? Claimed by one maker, read at one moment, written, and told of.

What a server left unmade when it ended is put back when the next one starts (`actions/claims.py`). All files are kept
in one transaction: a version is whole, or it has none.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models import F, QuerySet
from django.utils import timezone, translation

from bihuan.dispatch.actions import claims
from bihuan.dispatch.actions.line import tell
from bihuan.dispatch.content import Line, lines_of, text_of
from bihuan.dispatch.kinds import Kind, NothingYet, kinds
from bihuan.dispatch.models import Outgoing, OwnTemplate, Version, VersionFile
from bihuan.dispatch.queries.counts import Counts, counts_for
from bihuan.dispatch.queries.own_templates import dressed
from bihuan.papers import office
from bihuan.papers.actions import keep
from bihuan.papers.queries import open_file
from bihuan.people.viewer import Viewer, viewer_of
from bihuan.reading.formats import read_blocks
from bihuan.rules.life import Refusal
from bihuan.say import Say, say
from bihuan.trail.queries import head_of

TRIES = 3
LOST = say("生成时几次中断，已停下；请稍后再生成一次。")
BROKEN = say("生成时出错，没有留下文件；请把这一页的编号告诉管理员。")
Status = Version.Status
log = logging.getLogger(__name__)


class CalledOff(Exception):
    """The making was cancelled, or is no longer this maker's."""


@dataclass
class Made:
    """What came of it: the files, and what was read."""

    files: dict[str, bytes]
    content: list[Line]
    counts: Counts
    at: datetime
    trail_head: str
    template: OwnTemplate | None = None


def put_back() -> int:
    """What a server that has ended was making waits again. Returns how many."""
    return claims.put_back(Version.objects.all())


def claim(*, at: datetime) -> Version | None:
    """The oldest that is free, now this maker's alone."""
    related = ("outgoing__round__organisation", "outgoing__organisation", "by__organisation")
    return claims.claimed(Version.objects.select_related(*related), at=at)


def make_claimed(version: Version, *, at: datetime | None = None) -> None:
    """Make it and keep what came of it; whatever goes wrong ends in a sentence on its page.

    The clock says when, at the start and again at the end; `at` takes its place where a past is told.
    """
    by = viewer_of(version.by)
    try:
        with translation.override(settings.LANGUAGE_CODE):  # papers that go out are Chinese, whoever makes them
            outcome = _lost(version) or (_pdf_of(version) if version.edited else _made(version, by, at))
    except CalledOff:
        return
    except NothingYet as nothing:
        outcome = Refusal("what", nothing.reason)
    except Exception:
        log.exception("%s %s could not be made", version.outgoing.ref, version.label)
        outcome = Refusal("what", BROKEN)
    _finish(version, outcome, by, at or timezone.now())


def _lost(version: Version) -> Refusal | None:
    return Refusal("what", LOST) if version.tries > TRIES else None


def _made(version: Version, by: Viewer, at: datetime | None) -> Made:
    """Every file of the kind, from the record at one moment."""
    outgoing = version.outgoing
    kind, template = dressed(kinds()[outgoing.kind], outgoing.round)
    _step(version, 0)
    with one_moment():
        at = at or timezone.now()
        values = kind.values(by, outgoing.round, at, **outgoing.asked)
        counts = counts_for(by, outgoing.round, at)
        head = head_of(outgoing.organisation.code)[1]
    files = written(kind, values, at, step=partial(_step, version))
    return Made(files, _lines(files), counts, at, head, template)


def written(kind: Kind, values: Any, moment: datetime, *, step: Callable[[int], None]) -> dict[str, bytes]:
    """Ending → bytes, and the PDF of the Word file where LibreOffice is there to make it."""
    step(1)
    files: dict[str, bytes] = {}
    for count, (ending, write) in enumerate(kind.write.items(), start=2):
        files[ending] = write(values, speak=str)
        step(count)
    return _with_pdf(files, moment)


def _pdf_of(version: Version) -> Made:
    """What is still to be made of a version that a person sent in."""
    with open_file(version.files.select_related("paper__organisation").get(ending="docx").paper) as file:
        files = _with_pdf({"docx": file.read()}, version.at)
    del files["docx"]
    return Made(files, version.content, version.counts, version.at, version.trail_head)


def _with_pdf(files: dict[str, bytes], moment: datetime) -> dict[str, bytes]:
    if "docx" in files:
        try:
            files["pdf"] = office.as_pdf(files["docx"], moment=moment)
        except office.NotPrinted as fault:
            log.info("no PDF: %s", fault)
    return files


def _lines(files: dict[str, bytes]) -> list[Line]:
    """What the paper says, read back from the file that people edit, else from the first there is."""
    ending = "docx" if "docx" in files else next(iter(files))
    return lines_of(read_blocks(files[ending], f"paper.{ending}").blocks)


@contextmanager
def one_moment() -> Iterator[None]:
    """Everything that is read inside is of one moment, whatever others write meanwhile."""
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def _mine(version: Version) -> QuerySet[Version]:
    return Version.objects.filter(pk=version.pk, status=Status.MAKING, claim=version.claim)


def _step(version: Version, done: int) -> None:
    if not _mine(version).update(done=done):
        raise CalledOff


@transaction.atomic
def _finish(version: Version, outcome: Made | Refusal, by: Viewer, at: datetime) -> None:
    """Keep the files and tell of it, if it is still this maker's."""
    outgoing = version.outgoing
    if isinstance(outcome, Made):
        outcome = _kept(version, outcome, by) or outcome
    if isinstance(outcome, Refusal):
        if _mine(version).update(status=Status.FAILED, fault=_plain(outcome.reason)):
            tell("outgoing.failed", outgoing, by, at, after={"version": version.label})
        return
    told = {"status": Status.READY, "done": F("steps"), "content": outcome.content, "counts": outcome.counts}
    if not _mine(version).update(**told, at=outcome.at, trail_head=outcome.trail_head, template=outcome.template):
        transaction.set_rollback(True)
        return
    moment = f"{timezone.localtime(outcome.at):%Y-%m-%d %H:%M}"
    after: dict[str, object] = {"version": version.label, "as_of": moment, "hashes": _hashes(version)}
    if outcome.template:
        after["template"] = outcome.template.ref
    tell("outgoing.made", outgoing, by, at, after=after)


def _kept(version: Version, made: Made, by: Viewer) -> Refusal | None:
    """Every file under its hash; the first refusal where one may not be kept."""
    text = "\n".join(map(text_of, made.content))
    for ending, data in made.files.items():
        name = file_name(version.outgoing, version, ending)
        kept = keep(version.outgoing.organisation, name=name, data=data, unit=None, by=by, at=made.at, text=text)
        if isinstance(kept, Refusal):
            return kept
        VersionFile.objects.create(version=version, ending=ending, paper=kept.paper)
    return None


def file_name(outgoing: Outgoing, version: Version, ending: str) -> str:
    """`云岭县整改方案 W-003 V1.docx`"""
    return f"{outgoing.organisation.name}{outgoing.title} {outgoing.ref} {version.label}.{ending}"


def _hashes(version: Version) -> list[str]:
    return [f"{file.ending} {file.paper.hash}" for file in version.files.select_related("paper")]


def _plain(reason: Say) -> dict[str, object]:
    values = {name: value if isinstance(value, int) else str(value) for name, value in reason.values.items()}
    return {"text": reason.text, "values": values}
