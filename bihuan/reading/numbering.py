"""Which number stands at the start of a line, and which series of numbers runs inside a paragraph?

`一、` `（一）` `1.` `（1）` `①` in full and half width; `一是… 二是…` inside a paragraph.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from bihuan.reading.blocks import Passage
from bihuan.reading.lines import cut
from bihuan.reading.numerals import HAN, fold, number
from bihuan.reading.sentences import shielded

PART, HAN_POINT, HAN_BRACKET, POINT, DECIMAL, BRACKET, CIRCLE, SERIAL = 0, 10, 20, 30, 35, 40, 50, 60
"""How deep a style of number stands, by the official order of levels; a smaller one holds a larger one."""


class Number(NamedTuple):
    """A number at the start of a line: its depth, its value, as written, and where the wording begins."""

    rank: int
    value: int
    mark: str
    end: int


LEAD = r"^[\s#*•◆■●▲△○-]*"
AMOUNT = "[年月日万亿千百元米公里吨倍个%]"
"""What makes a number with a point an amount: `1.5倍`, `3.2亿元`."""
THINGS = "(?:[座辆宗笔户]|[名起](?![单称额义草]))"
"""What is counted in whole numbers: `2.3名干部` is the second point and begins with three."""
STARTS = re.compile(rf"{LEAD}(?:(?P<ordinal>第)|(?P<han>[{HAN}])|(?P<digit>\d)|(?P<bracket>[(\[【〔])|[①-⒛❶-❿㈠-㈩])")
"""What any number begins with: a quick look that tells which styles to try."""
_PART = (PART, re.compile(rf"{LEAD}(第\s*([{HAN}\d]{{1,4}})\s*(?:部分|章|篇))[\s、.,:]*"))
_IS = (SERIAL, re.compile(rf"{LEAD}(第?([{HAN}]{{1,3}})(?:是|要))[,:]?\s*(?!否)"))
_ORDINAL = (SERIAL, re.compile(rf"{LEAD}(第([{HAN}\d]{{1,3}}))[,、.:]\s*"))
_HAN_POINT = (HAN_POINT, re.compile(rf"{LEAD}(([{HAN}]{{1,4}})\s*[、.,:])\s*(?!是)"))
_HAN_BRACKET = (HAN_BRACKET, re.compile(rf"{LEAD}([(\[【〔]\s*([{HAN}]{{1,4}})\s*[)\]】〕])\s*[、.,:]?\s*"))
_DECIMAL = (
    DECIMAL,
    re.compile(rf"{LEAD}(\d{{1,2}}(?:\.(\d{{1,2}})){{1,3}})\s*[、.]?\s*(?!{AMOUNT}|{THINGS})(?=[\u4e00-\u9fff“])"),
)
_POINT = (POINT, re.compile(rf"{LEAD}((\d{{1,3}})\s*[.、])\s*(?!\d(?!\d{{3}}年|{THINGS}))"))
_BARE = (POINT, re.compile(r"^\s*((\d{1,2}))\s+(?![年月日个名人项万次家条件天岁户亿元])(?=[\u4e00-\u9fff“]{3})"))
_BRACKET = (BRACKET, re.compile(rf"{LEAD}([(\[]?\s*(\d{{1,3}})\s*[)\]])\s*[、.,:]?\s*"))
STYLES: Mapping[str | None, tuple[tuple[int, re.Pattern[str]], ...]] = {
    "ordinal": (_PART, _IS, _ORDINAL),
    "han": (_IS, _HAN_POINT),
    "digit": (_DECIMAL, _POINT, _BARE, _BRACKET),
    "bracket": (_HAN_BRACKET, _BRACKET),
    None: (),
}
"""The styles that begin so, the more special ones first."""

SINGLE: tuple[tuple[int, int, int], ...] = (  # rank, first character, how many
    (CIRCLE, 0x2460, 20),
    (CIRCLE, 0x2776, 10),
    (BRACKET, 0x2474, 20),
    (POINT, 0x2488, 20),
    (HAN_BRACKET, 0x3220, 10),
)
SERIES: tuple[re.Pattern[str], ...] = (
    re.compile(rf"(?:^|(?<=[\s。;:,!?、)”]))(?:第)?([{HAN}]{{1,3}})(?:是|要)(?!否|求)[,:]?\s*"),
    re.compile(r"([①-⑳])\s*"),
    re.compile(rf"(?:^|(?<=[\s。;:]))([{HAN}]{{1,3}})、(?!是)\s*"),
    re.compile(r"(?:^|(?<=[\s。;:,]))\(\s*(\d{1,2})\s*\)\s*[、.]?\s*"),
    re.compile(r"(?:^|(?<=[\s。;:,]))(\d{1,2})\s*[.、)](?!\d)\s*"),
    re.compile(rf"(?:^|(?<=[\s。;:,]))\(\s*([{HAN}]{{1,3}})\s*\)\s*"),
    re.compile(rf"(?:^|(?<=[\s。;:,!?]))第([{HAN}]{{1,3}})[,、:]\s*"),
)
FIRST = re.compile("[一1①]")
"""What the first member of any series holds: a quick look that spares the others."""
MEMBER = re.compile(rf"[①-⑳]|[{HAN}\d]\s*[是要、.),:]")
"""What every member of any series holds."""


def number_of(text: str) -> Number | None:
    """The number at the start of `text`, or None. `3.2亿元` and `2025年` are no numbers of lines."""
    folded = fold(text[:60])
    start = STARTS.match(folded)
    if not start:
        return None
    for rank, pattern in STYLES[start.lastgroup]:
        match = pattern.match(folded)
        value = number(match[2]) if match else None
        if match and value is not None and match.end() < len(folded):
            return Number(rank, value, text[match.start(1) : match.end(1)].strip(), match.end())
    return _single(folded)


def _single(text: str) -> Number | None:
    stripped = text.lstrip(" #*\t")
    at = len(text) - len(stripped)
    for rank, first, count in SINGLE:
        if stripped[:1] and first <= ord(stripped[0]) < first + count:
            end = at + 1 + len(stripped[1:]) - len(stripped[1:].lstrip(" 、.,:"))
            return Number(rank, ord(stripped[0]) - first + 1, stripped[0], end)
    return None


class Item(NamedTuple):
    """One member of a series inside a paragraph: the whole stretch, its wording, its number as written."""

    place: Passage
    wording: Passage
    mark: str


def series(passage: Passage, *, opened: bool = False) -> tuple[Passage, tuple[Item, ...]]:
    """What stands before a series inside a paragraph, and its members; no members where there is none.

    A series begins at 1 and has at least two members; a skipped or repeated number does not end it. With `opened`
    its first member, 一是…, may stand alone, because the others have lines of their own.
    """
    text = fold(passage.text)
    if not FIRST.search(text) or len(MEMBER.findall(text)) < (1 if opened else 2):
        return passage, ()
    shield: bytearray | None = None
    for pattern in SERIES:
        matches = list(pattern.finditer(text))
        if len(matches) < 2 and not opened:
            continue
        shield = shield or shielded(text)
        starts = _run([m for m in matches if not _inside(shield, m, text)])
        if len(starts) > 1 or (opened and starts and starts[0][0].strip(" ,:").endswith("是")):
            return cut(passage, 0, starts[0].start()), _items(passage, starts)
    return passage, ()


def _inside(shield: bytearray, match: re.Match[str], text: str) -> bool:
    """Inside quotes, unless the shield is only the bracket of the number itself."""
    at = match.start()
    return bool(shield[at]) and not (text[at] == "(" and (at == 0 or not shield[at - 1] or text[at - 1] == ")"))


def _run(matches: list[re.Match[str]]) -> list[re.Match[str]]:
    """From the first 1 on, those whose number does not fall back or jump far ahead."""
    kept: list[re.Match[str]] = []
    last = 0
    for match in matches:
        value = _value(match[1])
        if value == 1 if not kept else last <= value <= last + 3:
            kept.append(match)
            last = value
    return kept


def _value(text: str) -> int:
    return ord(text) - 0x245F if "①" <= text <= "⑳" else (number(text) or 0)


def _items(passage: Passage, starts: list[re.Match[str]]) -> tuple[Item, ...]:
    ends = [match.start() for match in starts[1:]] + [len(passage.text)]
    return tuple(
        Item(
            cut(passage, m.start(), end), cut(passage, m.end(), end), passage.text[m.start() : m.end()].strip(" ,，:：")
        )
        for m, end in zip(starts, ends, strict=True)
    )
