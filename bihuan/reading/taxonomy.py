"""Which aspects are there, and by which wordings is each known? A file that an office can write: `aspects.toml`.

Example: `"选人用人" = "选人用人/干部选拔任用"`; `/` parts wordings, `…` stands for up to 14 characters between.

Headings are asked for their aspect in many places of a reading, so the taxonomy is not handed from hand to hand:
`using` sets it for the reading that runs inside, in this thread alone; outside of it the shipped one holds.
"""

import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import Any

from bihuan.reading.numerals import fold
from bihuan.say import Say, say

ONE_NAME = "统一名称"
"""The key that lists the sets whose aspects have one name each, however they are headed."""
GAP, MOST_GAPS = 14, 2
LONGEST, LONGEST_NAME = 20_000, 100
QUOTES = str.maketrans("", "", "“”‘’\"'")
PLACE = re.compile(r"at line (\d+)")


@dataclass(frozen=True)
class Aspect:
    """One aspect: the set it belongs to, its name, and the wordings that mean it."""

    set: str
    name: str
    wordings: tuple[str, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(map(_pattern, self.wordings)))


@dataclass(frozen=True)
class Taxonomy:
    """The aspects in the order in which they are tried, and the sets that have one name for each."""

    aspects: tuple[Aspect, ...]
    one_name: frozenset[str] = frozenset()

    def aspect_of(self, text: str) -> Aspect | None:
        """The first aspect whose wording occurs in `text`; quotation marks are no part of a wording."""
        plain = _plain(text)
        if not self._any.search(plain):
            return None
        return next(aspect for aspect in self.aspects if aspect.pattern.search(plain))

    @cached_property
    def _any(self) -> re.Pattern[str]:
        return re.compile("|".join(aspect.pattern.pattern for aspect in self.aspects))


def parse(text: str) -> Taxonomy | Say:
    """The taxonomy of a file, or one sentence that says in which line it cannot be used and how to write it."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if len(text) > LONGEST:
        return say("方面分类超过 {limit} 字，请删减后再保存。", limit=LONGEST)
    try:
        content = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return _unreadable(text, str(error))
    one_name = content.pop(ONE_NAME, [])
    if fault := _misplaced(text, content, one_name) or _unusable(text, content):
        return fault
    aspects = [Aspect(group, name, _wordings(said)) for group in content for name, said in content[group].items()]
    return Taxonomy(tuple(aspects), frozenset(one_name)) if aspects else say("文件里没有方面，请至少写一个。")


def _unreadable(text: str, error: str) -> Say:
    """The file is no TOML."""
    place = PLACE.search(error)
    line = int(place[1]) if place else text.rstrip().count("\n") + 1
    if "overwrite" in error or "twice" in error:
        return say("第 {line} 行的名称前面已经有了，请合成一处。", line=line)
    return say('第 {line} 行的写法不对，请写成 "方面" = "写法/写法"，引号和等号用英文的。', line=line)


def _misplaced(text: str, content: dict[str, Any], one_name: object) -> Say | None:
    """Something stands outside of every set, or names a set that is none."""
    for group, members in content.items():
        if not isinstance(members, dict):
            line = _line(text, group)
            return say('第 {line} 行的“{name}”不在分组里，请在它前面写一行 ["分组"]。', line=line, name=group)
    if not isinstance(one_name, list) or any(name not in [*content] for name in one_name):
        line = _line(text, ONE_NAME)
        return say('第 {line} 行的“{name}”写成 ["分组"]，只能列出下面有的分组。', line=line, name=ONE_NAME)
    return None


def _unusable(text: str, content: dict[str, dict[str, object]]) -> Say | None:
    """The first aspect that cannot be used."""
    for group, members in content.items():
        for name, said in members.items():
            if fault := _fault(group, name, said, _line(text, group, name)):
                return fault
    return None


def _fault(group: str, name: str, said: object, line: int) -> Say | None:
    """Why this aspect cannot be used."""
    if not (group.strip() and name.strip()) or max(len(group), len(name)) > LONGEST_NAME:
        return say("第 {line} 行的名称或它的分组不能用，请写 1 到 {limit} 个字。", line=line, limit=LONGEST_NAME)
    if not isinstance(said, str) or not _wordings(said):
        return say('第 {line} 行的“{name}”没有写法，请写成 "方面" = "写法/写法"。', line=line, name=name)
    if not (group + name + said).isprintable():
        return say("第 {line} 行有换行或看不见的字符，请删去。", line=line)
    for wording in _wordings(said):
        if any(len(part) < 2 for part in wording.split("…")):
            return say("第 {line} 行的写法“{wording}”太短，每一段至少两个字。", line=line, wording=wording)
        if wording.count("…") > MOST_GAPS:
            return say("第 {line} 行的写法“{wording}”里“…”太多，最多两个。", line=line, wording=wording)
    return None


def _line(text: str, *names: str) -> int:
    """The number of the line that begins with the last of these names, sought after the ones before it."""
    lines, at = text.split("\n"), 0
    for name in names:
        begins = re.compile(rf"[\s\[\"']*{re.escape(name)}[\"'\s\]]*(?:$|[=#.])")
        at = next((i for i in range(at, len(lines)) if begins.match(lines[i])), at)
    return at + 1


def _wordings(text: str) -> tuple[str, ...]:
    """The wordings as they are compared."""
    parts = (re.sub(r"…+", "…", part.strip()) for part in _plain(text).split("/"))
    return tuple(part for part in parts if part)


def _plain(text: str) -> str:
    return fold(text).translate(QUOTES)


def _pattern(wording: str) -> str:
    return f".{{0,{GAP}}}".join(map(re.escape, wording.split("…")))


def _shipped() -> Taxonomy:
    found = parse(SHIPPED_TEXT)
    if isinstance(found, Say):
        raise ValueError(str(found))
    return found


SHIPPED_TEXT = (files("bihuan.reading") / "aspects.toml").read_text("utf-8")
SHIPPED = _shipped()
_in_force: ContextVar[Taxonomy] = ContextVar("taxonomy", default=SHIPPED)


def in_force() -> Taxonomy:
    """The taxonomy by which headings are understood here and now."""
    return _in_force.get()


@contextmanager
def using(taxonomy: Taxonomy) -> Iterator[None]:
    """What is read inside is understood by this taxonomy."""
    token = _in_force.set(taxonomy)
    try:
        yield
    finally:
        _in_force.reset(token)
