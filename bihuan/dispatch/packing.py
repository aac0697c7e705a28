"""How is an archive packed? What was read at one moment, then each file by itself, then the first page and the list.

Everything in it is Chinese, whoever makes it. `step` hears how many files are in, and may end it all by raising.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.utils import translation

from bihuan.dispatch.kinds import kinds
from bihuan.dispatch.queries.archive_files import Contents, Kept
from bihuan.papers import store
from bihuan.say import Say, say
from bihuan.trail import offline
from bihuan.trail.chain import FIELDS, canonical
from bihuan.trail.models import Line
from bihuan.writing.archive_index import STYLE, Index, Linked, Proved, write_index
from bihuan.writing.handover import write_handover
from bihuan.writing.zipped import CHUNK, Member, Zipped

TRAIL = "trail.jsonl"
FORMAT = 1
Step = Callable[[int], None]


@dataclass(frozen=True)
class Packed:
    """What came of it."""

    size: int
    files: int
    lost: tuple[str, ...]
    hash: str
    manifest: str


def steps_of(contents: Contents) -> int:
    """How many files there will be beside the list of them."""
    return len(LISTS) + len(contents.handovers) + len(contents.kept) + len(("json", "trail", "checker", "look", "page"))


def pack(contents: Contents, out: IO[bytes], *, step: Step) -> Packed:
    """Write the zip to `out`, a file opened for reading and writing."""
    zipped = Zipped(out, contents.listed.heading.as_of)
    with translation.override(settings.LANGUAGE_CODE):
        for _member in _members(contents, zipped):
            step(len(zipped.members))
        manifest = zipped.close(_about(contents))
    size, found = _hash_of(out)
    return Packed(size, len(zipped.members) + 1, tuple(zipped.lost), found, manifest)


def _members(contents: Contents, zipped: Zipped) -> Iterator[Member]:
    """One file after the other; the first page comes last, for it names what was lost."""
    lists = []
    for path, title, kind, ending in LISTS:
        member = zipped.add(path, [_made(contents, kind, ending)])
        lists.append(_linked(member, title, contents))
        yield member
    for paper in contents.handovers:
        member = zipped.add(f"lists/{paper.ref}.docx", [write_handover(paper)])
        lists.append(_linked(member, say("资料交接清单"), contents, ref=paper.ref))
        yield member
    yield zipped.add("ledger.json", [_ledger_json(contents)])
    lists.append(_linked(zipped.members[-1], say("整改台账（JSON）"), contents))
    for kept in contents.kept:
        yield _kept(contents, kept, zipped)
    yield zipped.add(TRAIL, trail_lines(contents.organisation, contents.trail_lines), large=True)
    yield zipped.add("check.py", [Path(offline.__file__).read_bytes()])
    zipped.add("index.css", [STYLE.encode()])
    yield zipped.add("index.html", write_index(_index(contents, lists, zipped.lost)))


LISTS: tuple[tuple[str, Say, str, str], ...] = (
    ("ledger.xlsx", say("整改台账和三张清单"), "ledger", "xlsx"),
    ("register.xlsx", say("资料调阅登记表"), "register", "xlsx"),
    ("contents.xlsx", say("归档目录"), "archive", "xlsx"),
    ("contents.docx", say("归档目录"), "archive", "docx"),
)


def _made(contents: Contents, kind: str, ending: str) -> bytes:
    values = {"ledger": contents.ledger, "register": contents.register, "archive": contents.listed}[kind]
    return kinds()[kind].write[ending](values, speak=str)


def _kept(contents: Contents, kept: Kept, zipped: Zipped) -> Member:
    with ExitStack() as opened:
        try:
            file = opened.enter_context(store.open_bytes(contents.organisation, kept.sha256))
        except OSError:
            file = None
        return zipped.add_kept(kept.path, file, kept.sha256, kept.size, kept.paper_ref)


def trail_lines(organisation: str, last: int) -> Iterator[bytes]:
    """The chain up to a line, as it was hashed, each line with its hash. Lines never change, so no moment is held."""
    rows = Line.objects.filter(organisation=organisation, number__lte=last).order_by("number")
    for row in rows.iterator(chunk_size=1000):
        plain = json.loads(canonical({name: getattr(row, name) for name in FIELDS}))
        yield _compact({**plain, "hash": row.hash}) + b"\n"


def _compact(values: dict[str, Any]) -> bytes:
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _ledger_json(contents: Contents) -> bytes:
    rows = [asdict(row) for row in contents.ledger.rows]
    return json.dumps({**_about(contents), "findings": rows}, ensure_ascii=False, indent=1).encode()


def _about(contents: Contents) -> dict[str, Any]:
    """What the list and the ledger say of themselves; the checker tells it."""
    heading = contents.listed.heading
    return {
        "format": FORMAT,
        "organisation": heading.organisation,
        "round": contents.round_ref,
        "title": heading.title,
        "finished": contents.finished,
        "as_of": heading.as_of.isoformat(timespec="seconds"),
        "trail": {"path": TRAIL, "lines": contents.trail_lines, "head": contents.trail_head},
    }


def _index(contents: Contents, lists: Iterable[Linked], lost: Iterable[str]) -> Index:
    papers = tuple(_shown(each) for each in contents.kept if not each.finding)
    proofs: dict[str, list[Linked]] = {}
    for each in contents.kept:
        if each.finding:
            proofs.setdefault(each.finding, []).append(_shown(each))
    findings = (Proved(row.ref, row.text, row.status, tuple(proofs.get(row.ref, ()))) for row in contents.ledger.rows)
    return Index(
        heading=contents.listed.heading,
        finished=contents.finished,
        counts=(
            (say("反馈问题"), len(contents.ledger.rows)),
            (say("资料调阅登记"), len(contents.register.rows)),
            (say("资料交接清单"), len(contents.handovers)),
            *_counts(contents),
        ),
        papers=papers,
        lists=tuple(lists),
        findings=tuple(findings),
        trail_lines=contents.trail_lines,
        lost=tuple(lost),
    )


def _counts(contents: Contents) -> Iterator[tuple[Say, int]]:
    """Files by group, and the close-outs, which only the record holds."""
    files = Counter(str(each.group) for each in contents.kept)
    groups = {str(each.group): each.group for each in contents.kept}
    yield from ((groups[name], number) for name, number in files.items())
    yield say("销号审批"), sum(not each.hash for each in contents.listed.filed)


def _shown(kept: Kept) -> Linked:
    return Linked(kept.group, kept.ref, kept.title, kept.on, kept.path, kept.sha256, kept.remark)


def _linked(member: Member, title: Say, contents: Contents, ref: str = "") -> Linked:
    on = f"{contents.listed.heading.as_of:%Y-%m-%d}"
    return Linked(title, ref, member.path.rpartition("/")[2], on, member.path, member.sha256)


def _hash_of(out: IO[bytes]) -> tuple[int, str]:
    """(size, hash) of what was written."""
    out.flush()
    out.seek(0)
    found = hashlib.sha256()
    for piece in iter(lambda: out.read(CHUNK), b""):
        found.update(piece)
    return out.tell(), found.hexdigest()
