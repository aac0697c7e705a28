"""How do the columns of a table, and the moment of the record, stand in a Word document?

The same `Table` fills a worksheet (`writing/sheets.py`) and a page, so that the two never differ.
"""

from collections.abc import Iterable

from bihuan.say import Say, say
from bihuan.writing.tables import Heading, Speak, Table, Thing, Words
from bihuan.writing.word import Word


def fill(word: Word, table: Table[Thing, None], things: Iterable[Thing], speak: Speak) -> None:
    """The table with one line a thing; `无。` where there is none."""
    rows = [tuple(_words(column.value(thing, None), speak) for column in table.columns) for thing in things]
    if not rows:
        word.paragraph(speak(say("无。")))
        return
    centred = frozenset(place for place, column in enumerate(table.columns) if column.centred)
    word.table(
        [speak(column.title) for column in table.columns],
        rows,
        [column.width for column in table.columns],
        centred=centred,
    )


def stamp(word: Word, heading: Heading, speak: Speak) -> None:
    """The moment of the record and the head of the trail at that moment, below everything."""
    word.note(speak(stamped(heading)), align="right")


def stamped(heading: Heading) -> Say:
    return say("数据截至：{moment}　留痕末端：{head}", moment=heading.moment, head=heading.trail_head[:16] or "—")


def _words(words: Words, speak: Speak) -> str:
    every = words if isinstance(words, tuple) else (words,)
    return "\n".join(filter(None, (each if isinstance(each, str) else speak(each) for each in every)))
