"""What is each row of a table: a section heading, a new finding, more of the one above, or its foot?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bihuan.reading.aspects import aspect_name
from bihuan.reading.blocks import Block
from bihuan.reading.kinds.columns import Column, is_header_word
from bihuan.reading.kinds.grid import Grid
from bihuan.reading.kinds.header import Header
from bihuan.reading.lines import cut, whole
from bihuan.reading.numbering import HAN_BRACKET, HAN_POINT, PART, number_of
from bihuan.reading.numerals import fold, number
from bihuan.reading.sentences import plain

FOOT = re.compile(
    r"^\s*(?:注|说明|备注|填报(?:人|单位|说明|日期)|填表|审核(?:人)?|审签|联系(?:人|电话)|负责人"
    r"|合计|总计|小计|制表)\s*[:;]?|^(?:合计|总计|小计)"
)
DITTO = re.compile(r"^\s*(?:同上(?:项|列|行|条)?|〃|″|“|”|\"|同前(?:项|列)?|同)\s*$")
SAME = frozenset('同〃″“”"')
"""What a cell begins with that stands for another."""
SAME_AS = re.compile(r"^\s*同(?:序号|第)?\s*(\d+)\s*(?:项|条|号|行)?\s*$")


@dataclass
class Row:
    """One finding of a table: its rows, and the texts of its columns, each cell once."""

    first: int
    number: str
    aspect: str = ""
    issue: str = ""
    cells: dict[int, Block] = field(default_factory=dict)
    texts: dict[Column, list[str]] = field(default_factory=dict)
    levels: list[str] = field(default_factory=list)
    """The wordings of the finding's columns, from the outermost to the deepest."""
    deadlines: list[tuple[int, str]] = field(default_factory=list)
    """Each deadline and the row where it stands."""

    def text(self, *meanings: Column) -> str:
        """The texts of the first of these columns that has any."""
        for meaning in meanings:
            if texts := self.texts.get(meaning):
                return texts[0] if len(texts) == 1 else "\n".join(dict.fromkeys(texts))
        return ""


@dataclass(frozen=True)
class Section:
    cell: Block
    rank: int
    title: str


Event = Row | Section | Block
"""A `Block` by itself is furniture: a repeated header, a total, a note."""

LEVELS: tuple[Column, ...] = ("category", "finding", "manifestation")


def walk(grid: Grid, header: Header) -> Iterator[Event]:
    """The rows below the header, in order; a `Row` comes when it is complete."""
    reader = _Rows(grid, header)
    for row in grid.numbers:
        if row < header.first:
            reader.begin(row)
        elif row > header.last:
            yield from reader.read(row)
    yield from reader.flush()


class _Rows:
    def __init__(self, grid: Grid, header: Header) -> None:
        self.grid, self.header = grid, header
        self.meanings = {column: meaning for column, meaning in header.columns.items() if meaning}
        self.levels = header.of(*LEVELS)
        self.numbers = header.of("number")
        self.measures = header.of("measure")
        self.inherited = header.of("aspect", "sort") + self.levels
        self.open: Row | None = None
        self.key: tuple[object, ...] = ()
        self.above: dict[int, str] = {}
        self.by_number: dict[str, dict[int, str]] = {}
        self.sections: list[Section] = []
        self.over = ("", "")

    def read(self, row: int) -> Iterator[Event]:
        own = self.grid.own(row)
        fresh = [cell for cell in own if cell.row == row]
        if not fresh:
            return
        if self._is_repeat(own) or (len(own) <= 3 and FOOT.match(fold(own[0].text))):
            yield from self.flush()
            yield from fresh
        elif section := self._section(own):
            yield from self.flush()
            self.above = {}
            self._under([s for s in self.sections if s.rank < section.rank] + [section])
            yield section
            yield from (cell for cell in fresh if cell is not section.cell)
        else:
            yield from self._data(row, own, fresh)

    def begin(self, row: int) -> None:
        """A numbered section row may stand above the header as well."""
        section = self._section(self.grid.own(row))
        if section and number_of(section.cell.text):
            self._under([section])

    def _under(self, sections: list[Section]) -> None:
        """The sections that the next rows stand in; they give aspect and issue."""
        self.sections = sections
        self.over = (aspect_name(sections[0].title), sections[-1].title if len(sections) > 1 else "")

    def flush(self) -> Iterator[Event]:
        if self.open:
            yield self.open
        self.open, self.key = None, ()

    def _is_repeat(self, own: list[Block]) -> bool:
        return len(own) > 1 and all(is_header_word(cell.text) for cell in own)

    def _section(self, own: list[Block]) -> Section | None:
        """`一、…` or `（一）…` alone in its row, or one cell merged across the table."""
        if len(own) > 2 or (len(own) == 2 and not self._is_mark(own[0])):
            return None
        text = plain(" ".join(cell.text.strip() for cell in own) if len(own) == 2 else own[-1].text)
        numbered = number_of(own[-1].text) or (
            number_of(f"{own[0].text.strip('、.')}、{own[-1].text}") if len(own) == 2 else None
        )
        wide = own[-1].column_span >= max(3, self.grid.width // 2)
        if len(own) == 1 and not wide and not (numbered and numbered.rank <= HAN_BRACKET):
            return None
        if len(own) == 1 and not wide and own[0].column not in (self.levels[:1] + self.numbers[:1]):
            return None
        rank = numbered.rank if numbered else HAN_POINT
        if not wide and rank not in (PART, HAN_POINT, HAN_BRACKET):
            return None
        line = whole(own[-1])
        inner = number_of(line.text)
        title = (
            plain(cut(line, inner.end).text if inner else line.text) if len(own) == 1 or inner else plain(own[-1].text)
        )
        return Section(own[-1], rank, title or text)

    def _is_mark(self, cell: Block) -> bool:
        """`一` in the column of numbers; a table of two columns may have none."""
        text = fold(cell.text).strip(" ()、.")
        return (cell.column in self.numbers or self.grid.width == 2) and not text.isdigit() and number(text) is not None

    def _data(self, row: int, own: list[Block], fresh: list[Block]) -> Iterator[Event]:
        key = self._key(row)
        texts = self._texts(row)
        if self.open is None or self._begins(key, fresh):
            yield from self.flush()
            self.open = self._new(row, texts)
            self.key = key
        self._gather(row, texts, own)
        self.above.update(texts)
        self.by_number.setdefault(self.open.number if self.open else "", texts)

    def _key(self, row: int) -> tuple[object, ...]:
        """Which cells a finding's wording comes from; the same merged cells are the same finding."""
        cells = [self.grid.at(row, c) for c in self.levels]
        return tuple(cell.index for cell in cells if cell)

    def _begins(self, key: tuple[object, ...], fresh: list[Block]) -> bool:
        """A new finding begins where its wording is new, or, without any wording column, its number is."""
        if not self.levels:
            return any(cell.column in self.numbers for cell in fresh)
        if not key or set(key) <= set(self.key):
            return False
        return not self._refilled(fresh)

    def _refilled(self, fresh: list[Block]) -> bool:
        """The same number and wording again: a merged cell that an export has filled downwards."""
        if not self.open or not self.open.number or not self.numbers:
            return False
        mark = self.grid.at(fresh[0].row, self.numbers[0])
        if mark is None or mark.text.strip() != self.open.number:
            return False
        by_column = {cell.column: cell.text.strip() for cell in fresh}
        same_number = by_column.get(self.numbers[0]) == self.open.number
        wording = [by_column[c] for c in self.levels if by_column.get(c)]
        measures = {plain(by_column[c]) for c in self.measures if c in by_column}
        new = measures - {plain(m) for m in self.open.texts.get("measure", [])}
        return same_number and wording == self.open.levels and bool(new)

    def _texts(self, row: int) -> dict[int, str]:
        """What the row says in each column that is understood, in its own cells and merged ones."""
        cells = self.grid.rows[row]
        texts = {column: cells[column].text.strip() for column in self.meanings if column in cells}
        if SAME.isdisjoint([text[0] for text in texts.values()]):
            return texts
        meant = {column: self._meant(column, text) for column, text in texts.items()}
        return {column: text for column, text in meant.items() if text}

    def _meant(self, column: int, text: str) -> str:
        """The text, or what 同上 stands for."""
        if len(text) > 8:
            return text
        if DITTO.match(text) and text != "同":
            return self.above.get(column, "")
        if match := SAME_AS.match(fold(text)):
            return self.by_number.get(match[1], {}).get(column, "")
        return text

    def _new(self, row: int, texts: dict[int, str]) -> Row:
        marks = [texts[c] for c in self.numbers if texts.get(c)]
        new = Row(row, marks[0] if marks else "")
        self._inherit(texts)
        new.levels = [texts[c] for c in self.levels if texts.get(c)]
        new.aspect, new.issue = self.over
        return new

    def _inherit(self, texts: dict[int, str]) -> None:
        """A blank aspect or issue before a filled wording means the one above, as in an unmerged export."""
        deepest = max((c for c in self.levels if texts.get(c)), default=0)
        for column in self.inherited:
            if column < deepest and column not in texts and column in self.above:
                texts[column] = self.above[column]

    def _gather(self, row: int, texts: dict[int, str], own: list[Block]) -> None:
        open_row = self.open
        if open_row is None:
            return
        open_row.cells.update({cell.index: cell for cell in own})
        for column in sorted(texts):
            meaning, text = self.meanings[column], texts[column]
            gathered = open_row.texts.get(meaning)
            if gathered is None:
                open_row.texts[meaning] = [text]
            elif text not in gathered:
                gathered.append(text)
            else:
                continue
            if meaning == "deadline":
                open_row.deadlines.append((row, text))
