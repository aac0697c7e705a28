"""Which things does a pasted list ask for, and of which kind is each?

Lists come from chats, mails and sheets: `1.` `（1）` `①`, bullets, odd breaks, tabs, blank lines. Nothing is dropped:
what is no item (a heading, a closing word) is a part of its own, and every character is in exactly one part.
Example: `请提供：\n1. 2023年以来会议记\n录\n2. 花名册` has a lead and two items, the first joined again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from bihuan.reading.blocks import Passage, Span
from bihuan.reading.numbering import POINT, number_of, series
from bihuan.reading.numerals import fold

Kind = Literal["material", "explanation", "attendance", "fix", "petition", "logistics", "other"]

BULLET = re.compile(r"\s*([-—*•·●◆■▪►▶○□☐√✓>]+)\s*(?=\S)")
CELL = re.compile(r"\s*((\d{1,3})(?:\t+|\s*[.、．]\s*(?=\d{4}(?:年|\s*[-—–－~～至])))\s*)(?=\S)")
"""The serial number of a row that was copied from a sheet, and one right before a year: `1.2021—2024年`."""
BELOW_ALL = 90
"""The rank of a bullet."""
HEADER = re.compile(r"\s*(?:序号|编号)\s")
CLOSED = re.compile(r"[。;:!?]\s*$")
OPENING = re.compile(r"[,、(《“—]\s*$")
GOES_ON = re.compile(r"\s*[,、。;:)》”]")
AROUND = re.compile(r"^(?:请|现请|以上|上述|联系人|联系电话|电话|备注|注[:,]|说明[:,]|谢谢|此致|巡视组$|省委|市委)")
WRAPPED = 24
"""A line this long that does not end a sentence may have been broken by a window's edge."""
SHORT_HEADING = 16

KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("fix", re.compile(r"立行立改|即知即改|立即整改|边巡边改")),
    ("petition", re.compile(r"信访|来信来访|转办|交办件|群众反映")),
    ("attendance", re.compile(r"列席|参加.{0,12}会|旁听|(?:通知|邀请).{0,16}参会")),
    (
        "explanation",
        re.compile(r"(?:情况|书面|作出|专题)(?:的)?说明|说明.{0,8}(?:情况|原因)|书面答复|作出解释|汇报材料|情况报告"),
    ),
    (
        "logistics",
        re.compile(
            r"用车|车辆(?!.{0,6}(?:台账|资料|清单|记录))|派车|用餐|会议室|谈话室|办公(?:室|用品)(?=$|.{0,6}(?:安排|准备|一间))|打印机|网络(?:开通|故障)|电话机|住宿"
        ),
    ),
    (
        "material",
        re.compile(
            r"资料|材料|台账|记录|纪要|名单|花名册|清单|档案|凭证|账目|账册|文件|制度|合同|报表|明细|汇编|方案|报告|复印件|原件|调阅|提供"
        ),
    ),
)
PERIOD = re.compile(
    r"(?:\d{4}年?(?:\d{1,2}月)?\s*(?:[-—–~～至到]+)\s*(?:\d{4}年?(?:\d{1,2}月)?|今|现在|目前)"
    r"|\d{4}年(?:\d{1,2}月)?(?:以来|至今|度)?|近[一二三四五两\d]年(?:来)?|本届以来|上一轮巡视以来)"
)


@dataclass(frozen=True)
class Part:
    """A stretch of the pasted text: an item that asks for something, or what stands around the items."""

    text: str
    """The wording, its lines joined."""
    mark: str = ""
    """Number or bullet as written."""
    is_item: bool = True
    under: str = ""
    """The heading that an item stands under."""


@dataclass(frozen=True)
class _Line:
    mark: str
    text: str
    rank: int | None
    value: int
    after_blank: bool


def parts_of(text: str) -> tuple[Part, ...]:
    """Everything that was pasted, in its order."""
    lines = list(_lines(text))
    marked = any(line.rank is not None for line in lines)
    return tuple(_under(_listed(lines) if marked else _plain(lines)))


def kind_of(text: str) -> Kind:
    """The likeliest kind by its wording; a person confirms it."""
    folded = fold(text)
    return next((kind for kind, pattern in KINDS if pattern.search(folded)), "other")


def period_of(text: str) -> str:
    """The years that are asked for, in the group's words: `2023年以来`."""
    found = PERIOD.search(text)
    return found[0].strip() if found else ""


def _lines(text: str) -> Iterator[_Line]:
    blank = False
    for raw in text.splitlines():
        if not raw.strip():
            blank = True
            continue
        for piece in _pieces(raw):
            yield _line(piece, blank)
            blank = False


def _pieces(raw: str) -> list[str]:
    """`请提供：1.会议记录 2.花名册` in one line is a lead and two lines."""
    lead, items = series(Passage(raw, Span(0, 0, len(raw))))
    if not items or (lead.text.strip() and not lead.text.rstrip().endswith((":", "："))):
        return [raw]
    return [each for each in (lead.text, *(item.place.text for item in items)) if each.strip()]


def _line(raw: str, after_blank: bool) -> _Line:
    """The line without its number or bullet. A bullet ranks below every number."""
    if cell := CELL.match(raw):
        return _Line(cell[1].strip(), _smooth(raw[cell.end() :]), POINT, int(cell[2]), after_blank)
    if (number := number_of(raw)) and raw[number.end :].strip():
        mark, text = raw[: number.end].strip(), _smooth(raw[number.end :])
        return _Line(mark, text, number.rank, number.value, after_blank)
    if bullet := BULLET.match(raw):
        return _Line(bullet[1], _smooth(raw[bullet.end() :]), BELOW_ALL, 0, after_blank)
    return _Line("", _smooth(raw), None, 0, after_blank)


def _smooth(text: str) -> str:
    return " ".join(text.split())


def _listed(lines: list[_Line]) -> Iterator[Part]:
    """Where some lines have numbers or bullets: a line without one goes on with the item before it."""
    top: _Line | None = None
    inner: int | None = None
    part: Part | None = None
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        if part and _goes_on(line, part, top, inner):
            part, inner = _joined(part, line), line.rank or inner
            continue
        yield from [part] if part else []
        if line.rank is None:
            part = Part(line.text, is_item=part is not None and not _around(line.text))
        else:
            part = Part(line.text, line.mark, is_item=not _heads(line, following))
        top, inner = line if part.is_item else None, None
    yield from [part] if part else []


def _goes_on(line: _Line, part: Part, top: _Line | None, inner: int | None) -> bool:
    """Whether a line belongs to the part before it: it was broken off, or counts what `top`, the item, consists of.

    `inner`: the rank of the numbers that count it so far. A deeper number that only counts `top` on, `（3）` after
    `2、`, is an item of its own.
    """
    if line.rank is None:
        return not _stands_alone(line, part)
    if top is None or top.rank is None or line.rank <= top.rank or top.rank < POINT:
        return False
    return line.rank == inner or line.value != top.value + 1 or part.text.endswith((":", "："))


def _stands_alone(line: _Line, before: Part) -> bool:
    """Whether a line without a number is no continuation: after a blank line or a heading, or a word about the list."""
    if GOES_ON.match(fold(line.text)) or OPENING.search(fold(before.text)):
        return False
    return line.after_blank or not before.is_item or bool(CLOSED.search(fold(before.text)) and _around(line.text))


def _heads(line: _Line, following: _Line | None) -> bool:
    """`一、会议类` above `1. …` is a heading; so is the header of a sheet."""
    below = (
        following is not None and following.rank is not None and line.rank is not None and following.rank > line.rank
    )
    return below and (line.rank or 0) < POINT and (len(line.text) <= SHORT_HEADING or line.text.endswith((":", "：")))


def _plain(lines: list[_Line]) -> Iterator[Part]:
    """Without any numbers every line is an item, except where a line was broken in two."""
    width = max((len(line.text) for line in lines), default=0)
    open_part: Part | None = None
    last = ""
    for at, line in enumerate(lines):
        if open_part and open_part.is_item and not line.after_blank and _broken(last, line.text, width):
            open_part = _joined(open_part, line)
        else:
            yield from [open_part] if open_part else []
            lead = HEADER.match(line.text + " ") or (len(lines) > 1 and _leads(line.text, first=at == 0))
            open_part = Part(line.text, is_item=not lead)
        last = line.text
    yield from [open_part] if open_part else []


def _broken(before: str, text: str, width: int) -> bool:
    before, text = fold(before), fold(text)
    if OPENING.search(before) or GOES_ON.match(text):
        return True
    return len(before) >= max(WRAPPED, width - 2) and not CLOSED.search(before)


def _leads(text: str, *, first: bool) -> bool:
    """`请提供以下资料：` opens a list; `联系人：…` closes one."""
    return (first and text.endswith((":", "："))) or (not first and _closes(text))


def _closes(text: str) -> bool:
    return bool(re.match(r"(?:以上|上述|联系人|联系电话|备注|谢谢|此致)", text))


def _around(text: str) -> bool:
    return bool(AROUND.match(fold(text))) or text.endswith((":", "："))


def _joined(part: Part, line: _Line) -> Part:
    """One item again. Between two Chinese characters no space is put; a number inside it is kept."""
    piece = f"{line.mark}{line.text}" if line.mark else line.text
    space = " " if part.text[-1:].isascii() and piece[:1].isascii() else ""
    return replace(part, text=f"{part.text}{space}{piece}")


def _under(parts: Iterator[Part]) -> Iterator[Part]:
    """Each numbered item learns the numbered heading above it."""
    heading = ""
    for part in parts:
        if not part.is_item:
            heading = part.text.rstrip(":：") if part.mark else ""
            yield part
        else:
            yield replace(part, under=heading)
