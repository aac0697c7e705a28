"""Which number would Word print before this paragraph? Numbers are counted, never stored. (ECMA-376, 17.9.)"""

import re
from dataclasses import dataclass, field

from bihuan.reading.formats.docx_names import W, switched_on, value
from bihuan.reading.formats.docx_numerals import printed
from bihuan.reading.formats.markup import Element, whole

_PLACE = re.compile(r"%([1-9])")
_LABEL_LIMIT = 40
"""No printed number is longer; a pattern of a megabyte, repeated in every paragraph, would be."""
_CLOSED = tuple("、，。．：）】〕》—-")


@dataclass(frozen=True)
class Level:
    """How one level of a list is numbered."""

    start: int
    format: str
    pattern: str
    gap: str
    restart: int | None
    """The level (from 1) whose use restarts this one; `None`: any higher one, 0: never."""
    plain: bool
    """Whether all places of the pattern print plain digits (w:isLgl)."""
    style: str


@dataclass(frozen=True)
class _List:
    family: str
    """The abstract list that counts; several lists may share one count."""
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)


class Lists:
    """The running numbers of one document; ask for each paragraph once, in order."""

    def __init__(self, root: Element | None) -> None:
        self._lists = {} if root is None else _lists(root)
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def level_of_style(self, list_id: str, style: str) -> int:
        """The level that a list ties to a paragraph style; the first where it ties none."""
        found = self._lists.get(list_id)
        ties = found.levels.items() if found else ()
        return next((index for index, level in ties if level.style == style), 0)

    def next_label(self, list_id: str, index: int) -> str:
        """Count one paragraph and give its label with the gap that follows, or nothing."""
        found = self._lists.get(list_id)
        level = found.levels.get(index) if found else None
        if found is None or level is None:
            return ""
        counts = self._counts.setdefault(found.family, {})
        if list_id not in self._begun:
            self._begun.add(list_id)
            for restarted in found.starts:
                counts.pop(restarted, None)
        counts[index] = counts[index] + 1 if index in counts else _start(found, index)
        for deeper in [deeper for deeper in counts if deeper > index]:
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or index < restart:
                del counts[deeper]
        return _label(found, level, counts)


def _start(found: _List, index: int) -> int:
    if index in found.starts:
        return found.starts[index]
    return found.levels[index].start if index in found.levels else 1


def _label(found: _List, level: Level, counts: dict[int, int]) -> str:
    def place(hit: re.Match[str]) -> str:
        index = int(hit[1]) - 1
        shown = found.levels.get(index, level)
        number_format = "decimal" if level.plain and shown.format != "decimalZero" else shown.format
        return printed(counts.get(index, _start(found, index)), number_format)

    label = level.pattern if level.format == "bullet" else _PLACE.sub(place, level.pattern)
    return label + ("" if not label or label.endswith(_CLOSED) else level.gap)


def _lists(root: Element) -> dict[str, _List]:
    families = {family.get(W + "abstractNumId", ""): family for family in root.iterchildren(W + "abstractNum")}
    families_of_style = {value(family, "styleLink"): key for key, family in families.items()}
    levels = {key: _levels(family) for key, family in families.items()}
    found = {}
    for number in root.iterchildren(W + "num"):
        family = value(number, "abstractNumId") or ""
        link = value(families[family], "numStyleLink") if family in families else None
        family = families_of_style.get(link, family) if link else family
        own, starts = dict(levels.get(family, {})), {}
        for override in number.iterchildren(W + "lvlOverride"):
            index = whole(override.get(W + "ilvl"))
            own.update(_levels(override))
            start = value(override, "startOverride")
            if start is not None:
                starts[index] = whole(start, 1)
        found[number.get(W + "numId", "")] = _List(family, own, starts)
    return found


def _levels(parent: Element) -> dict[int, Level]:
    """Word has nine levels; what claims to be another is left out."""
    found = {whole(level.get(W + "ilvl")): level for level in parent.iterchildren(W + "lvl")}
    return {index: _level(level) for index, level in found.items() if 0 <= index < 9}


def _level(element: Element) -> Level:
    restart = value(element, "lvlRestart")
    formats = [each.get(W + "val", "decimal") for each in element.iter(W + "numFmt")]
    number_format = formats[-1] if formats else "decimal"  # the last one is what older programs fall back to
    pattern = (value(element, "lvlText") or "")[:_LABEL_LIMIT]
    if number_format == "bullet" and any("\ue000" <= sign <= "\uf8ff" for sign in pattern):
        pattern = "•"  # a sign of a symbol font, which has no meaning outside that font
    return Level(
        start=whole(value(element, "start")),
        format=number_format,
        pattern=pattern,
        gap="" if value(element, "suff") == "nothing" else " ",
        restart=None if restart is None else whole(restart),
        plain=bool(switched_on(element, "isLgl")),
        style=value(element, "pStyle") or "",
    )
