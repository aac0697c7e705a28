"""How is an official paper put together? A title, numbered parts, sentences, tables, and whose record it speaks from.

Word counts the parts: 一、 at the first level, （一） below it, 1. below that. A table is the same `Table` that a
workbook shows.
"""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from bihuan.say import Say, say
from bihuan.writing import charts
from bihuan.writing.onpaper import stamped
from bihuan.writing.tables import Heading, Part, Speak, Table, Thing, Words
from bihuan.writing.word import Spanned, Word

NOTHING = say("无。")
Only = TypeVar("Only")


class Official:
    """A paper that is being put together, from top to bottom, in the reader's language."""

    def __init__(self, heading: Heading, title: Words, speak: Speak = str, *, landscape: bool = False) -> None:
        self._heading, self._speak = heading, speak
        self._word = Word(landscape=landscape, moment=heading.as_of)
        self._word.footer_note(speak(stamped(heading)))
        self.title(title)

    def title(self, title: Words) -> None:
        """A title; the parts under it begin to count anew."""
        self._word.title(self.text(title))

    def annex(self, mark: Words, title: Words) -> None:
        """`附件 2` at the left edge of a new page, and the annex's own title below it."""
        self._word.annex(self.text(mark))
        self.title(title)

    def about(self) -> None:
        """The line under the title: whose paper it is, and of which moment."""
        whose = say("{organisation}　　数据截至：{moment}", organisation=self._heading.organisation,
                    moment=self._heading.moment)  # fmt: skip
        self._word.note(self.text(whose), align="center")

    def part(self, title: Words) -> None:
        """`一、总体情况`."""
        self._word.heading(self.text(title))

    def below(self, title: Words) -> None:
        """`（一）落实党的理论和路线方针政策方面`."""
        self._word.heading(self.text(title), 2)

    def item(self, title: Words) -> None:
        """`1. 镇村两级资金监管不严`."""
        self._word.heading(self.text(title), 3)

    def says(self, *sentences: Words, indent: bool = True) -> None:
        """A paragraph for each sentence that says anything."""
        for text in filter(None, map(self.text, sentences)):
            self._word.paragraph(text, indent=indent)

    def prompt(self, sentence: Say) -> None:
        """A place that the author fills: the record knows nothing of it."""
        self.says(say("（请填写：{what}）", what=self.text(sentence)))

    def note(self, sentence: Words) -> None:
        self._word.note(self.text(sentence))

    def lines(self, table: Table[Thing, Part], rows: Iterable[tuple[Thing, Sequence[Part]]]) -> None:
        """A table whose things take a line for each of their parts; what belongs to the thing stands on its first."""
        filled = [self._row(table, thing, parts) for thing, parts in rows]
        if not filled:
            self.says(NOTHING)
            return
        head = [self.text(column.title) for column in table.columns]
        centred = [place for place, column in enumerate(table.columns) if column.centred]
        self._word.table(head, filled, [column.width for column in table.columns], centred=centred)

    def table(self, table: Table[Only, None], rows: Iterable[Only]) -> None:
        """A table with one line for each thing."""
        self.lines(table, ((row, (None,)) for row in rows))

    def picture(self, png: bytes, about: Words) -> None:
        """A picture as wide as the text; `about` is said to whoever cannot see it."""
        self._word.picture(png, charts.WIDTH_MM, about=self.text(about))

    def turn(self, *, landscape: bool) -> None:
        """The next page begins, lying or standing."""
        self._word.section(landscape=landscape)

    def page(self) -> None:
        self._word.page_break()

    def signatures(self, *lines: Words) -> None:
        """Lines to be signed, kept together."""
        for line in lines:
            self._word.paragraph(self.text(line), indent=False, keep=True)

    def contents(self) -> bytes:
        return self._word.contents()

    def _row(self, table: Table[Thing, Part], thing: Thing, parts: Sequence[Part]) -> Sequence[str] | Spanned:
        """A thing of one part is a row; of several, rows over which its own cells reach down."""
        lines = [[self.text(column.value(thing, part)) for column in table.columns] for part in parts]
        own = frozenset(place for place, column in enumerate(table.columns) if not column.each)
        return lines[0] if len(lines) == 1 else Spanned(lines, own)

    def text(self, words: Words) -> str:
        """The words in the reader's language."""
        if isinstance(words, tuple):
            return "\n".join(filter(None, map(self.text, words)))
        return words if isinstance(words, str) else self._speak(words)
