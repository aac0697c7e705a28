"""How are headings counted? 一、, （一）, 1., （1）: a real list of Word, which counts again when one is put between.

A paper of several parts, a letter and its annex, counts each from 一、: every part has a list of its own.
"""

import re

from bihuan.writing.word.measures import BODY, points
from bihuan.writing.word.styles import HEADING_LIST, HEADINGS

LEVELS = (
    ("chineseCountingThousand", "%1、"),
    ("chineseCountingThousand", "（%2）"),
    ("decimal", "%3."),
    ("decimal", "（%4）"),
)
OWN_NUMBER = re.compile(
    r"\s*(第?[〇零一二三四五六七八九十百]+[、.．章节]|[（(][〇零一二三四五六七八九十百]+[）)]|\d+[、.．](?!\d)|[（(]\d+[）)]|附[件表录：:])"
)


def has_own_number(text: str) -> bool:
    """`一、基本情况` and `（2）核查` say their number themselves; so does an annex."""
    return OWN_NUMBER.match(text) is not None


def numbering(namespace: str, lists: int) -> str:
    """One definition; `lists` lists that each begin at its beginning."""
    levels = "".join(_level(place, form, text) for place, (form, text) in enumerate(LEVELS))
    again = "".join(
        f'<w:lvlOverride w:ilvl="{place}"><w:startOverride w:val="1"/></w:lvlOverride>'
        for place in range(len(HEADINGS))
    )
    nums = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/>{again if number > HEADING_LIST else ""}</w:num>'
        for number in range(HEADING_LIST, HEADING_LIST + lists)
    )
    return (
        f'<w:numbering {namespace}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
        f"{levels}</w:abstractNum>{nums}</w:numbering>"
    )


def _level(place: int, form: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:pStyle w:val="Heading{place + 1}"/>'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="0" w:firstLineChars="200" w:firstLine="{points(2 * BODY)}"/></w:pPr></w:lvl>'
    )
