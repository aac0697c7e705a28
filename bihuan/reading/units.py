"""Which unit leads and which support? The first one named leads, unless the cell says 牵头 and 配合."""

import re
from collections.abc import Iterable
from functools import lru_cache

from bihuan.reading.numerals import fold

LEADS = r"(?:整改)?(?:牵头|主责|主办|责任|承办|落实)(?:单位|部门|科室)?"
SUPPORTS = r"(?:配合|协办|协同|参与|协助)(?:单位|部门|科室)?"
LABEL = re.compile(rf"(?<!\()(?P<lead>{LEADS})\s*:\s*|(?<!\()(?P<support>{SUPPORTS})\s*:\s*")
ROLE = re.compile(
    rf"[(](?:(?P<lead>{LEADS})|(?P<support>{SUPPORTS}))[)]|(?:(?P<lead2>牵头|负责)"
    rf"|(?P<support2>配合|协助))$"
)
INSIDE = re.compile(
    rf"[(](?:{SUPPORTS}\s*[:]?\s*(?P<after>[^()]{{2,}})|(?P<before>[^()]{{2,}}?)(?:等(?:单位)?)?(?:配合|协助|参与|协办|协同))[)]$"
)
SEPARATOR = re.compile(r"[、,;/\n\r|]|\s{2,}|(?<=[\u4e00-\u9fff)])\s(?=[\u4e00-\u9fff])")
BRACKET = re.compile(r"\([^()]*\)")
NUMBERED = re.compile(r"^\s*\(?\d{1,2}\s*[.、)]\s*")


@lru_cache(maxsize=4096)
def units(text: str) -> tuple[str, tuple[str, ...]]:
    """`units("县委组织部、县人社局")` is ("县委组织部", ("县人社局",))."""
    leads: list[str] = []
    supports: list[str] = []
    target, start = leads, 0
    for match in LABEL.finditer(fold(text)):
        _sort(text[start : match.start()], target, leads, supports)
        target, start = (leads if match["lead"] else supports), match.end()
    _sort(text[start:], target, leads, supports)
    every = unique(leads + supports)
    return (every[0], every[1:]) if every else ("", ())


def _sort(text: str, target: list[str], leads: list[str], supports: list[str]) -> None:
    """Put each name where its own mark `（牵头）` says, else where the label before it says."""
    named: list[str] = []
    for name in names(text):
        if inside := INSIDE.search(fold(name)):
            named.append(name[: inside.start()].strip())
            supports += names(inside["after"] or inside["before"])
            continue
        role = ROLE.search(fold(name))
        clean = name[: role.start()].strip() if role else name
        if role and clean and (role["support"] or role["support2"]):
            supports += [*(named if role["support2"] else ()), clean]
            named = [] if role["support2"] else named
        elif role and clean:
            leads.insert(0, clean)
        elif clean:
            named.append(clean)
    target += named


def names(text: str) -> list[str]:
    """The names in a cell, separated as offices separate them; brackets hold together."""
    found: list[str] = []
    start = 0
    masked = BRACKET.sub(lambda m: "()".center(len(m[0]), "_"), fold(text))
    for at, end in [m.span() for m in SEPARATOR.finditer(masked)] + [(len(text), len(text))]:
        name = NUMBERED.sub("", text[start:at]).strip(" 。.、:：\u3000").removesuffix("等")
        if name and not re.fullmatch(r"[-—无]+", name):
            found.append(name)
        start = end
    return found


def unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
