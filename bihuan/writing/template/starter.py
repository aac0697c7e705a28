"""With which file does an office begin a template of its own? A paper in the official form, made of placeholders."""

from bihuan.say import Say, say
from bihuan.writing.tables import Speak
from bihuan.writing.template.fields import Loop, places_of
from bihuan.writing.word import Word

WIDEST = 7
"""Columns that a standing page has room for; the others are on the list of placeholders."""

WORDY = 3
"""How much wider than the others a column of sentences is."""


def starter(paper: type, title: Say, *, speak: Speak = str) -> bytes:
    """The Word file: each placeholder on a line of its own, each part that repeats as a table with one row."""
    word, places = Word(), places_of(paper)
    word.title(speak(title))
    word.heading(speak(say("基本内容")))
    for field in places.fields:
        word.paragraph(f"{field.label}：{{{{{field.label}}}}}")
    for loop in places.loops:
        word.heading(loop.field.label)
        _table(word, loop)
    return word.contents()


def _table(word: Word, loop: Loop) -> None:
    shown = sorted(loop.fields, key=lambda each: each.several)[:WIDEST]
    cells = [f"{{{{{loop.labelled(each)}}}}}" for each in shown]
    cells[0] = f"{{{{#{loop.field.label}}}}}{cells[0]}"
    cells[-1] = f"{cells[-1]}{{{{/{loop.field.label}}}}}"
    word.table([each.label for each in shown], [cells], [WORDY if each.name.endswith("text") else 1 for each in shown])
