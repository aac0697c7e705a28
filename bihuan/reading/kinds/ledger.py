"""Which findings do the tables of a ledger hold, whatever their headers, merged cells and section rows?"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from bihuan.reading.blocks import Document, Span
from bihuan.reading.collector import collector_waits
from bihuan.reading.completion import completion_of
from bihuan.reading.drafts import Draft, Reading
from bihuan.reading.kinds.columns import Column
from bihuan.reading.kinds.entry import Dates, Entry, entry_of
from bihuan.reading.kinds.form import form_of
from bihuan.reading.kinds.frame import frame
from bihuan.reading.kinds.grid import Grid, grids
from bihuan.reading.kinds.header import Header, header_of
from bihuan.reading.kinds.joining import join
from bihuan.reading.kinds.rows import Row, Section, walk
from bihuan.reading.lines import whole
from bihuan.reading.margin import Margin
from bihuan.say import Say, say

TITLE_END = ("表", "台账", "清单", "单")


@collector_waits()
def read_ledger(document: Document, dates: Dates | None = None, columns: Mapping[str, Column] | None = None) -> Reading:
    """`columns` maps headers that a person has explained to their meaning."""
    margin = Margin(document.blocks)
    title, _ = frame(document, margin)
    tables = Tables(margin, dates or Dates(), columns or {})
    for grid in grids(document.blocks):
        tables.read(grid)
    if not tables.lists:
        tables.warnings.append(say("没有找到带“问题”或“整改措施”列的表头，请检查表头，或逐列说明含义。"))
    title = tables.title or title
    findings = join(tables.lists)
    return margin.reading("ledger", title, findings, (*document.warnings, *tables.warnings))


@dataclass
class Tables:
    """The tables of a ledger as they are read; one without a header goes on with the header before it."""

    margin: Margin
    dates: Dates
    known: Mapping[str, Column]

    def __post_init__(self) -> None:
        self.lists: list[list[Entry]] = []
        self.warnings: list[Say] = []
        self.title = ""
        self.several = False
        self._last: tuple[Header, int] | None = None

    def read(self, grid: Grid) -> None:
        if form := form_of(grid):
            for label in form.labels:
                self.margin.head(whole(label))
            self.lists.append([self._entry(grid, form.row, "")])
            return
        header = header_of(grid, self.known, joins=bool(self.lists))
        if header:
            self._frame(grid, header)
            self._last = (header, grid.width)
        elif self._last and self._last[1] == grid.width and not grid.sheet:
            before = self._last[0]
            header = Header(0, 0, before.labels, before.columns)
        else:
            return
        self.several = self.several or bool(self.lists)
        self.lists.append(self._entries(grid, header))

    def _frame(self, grid: Grid, header: Header) -> None:
        """Titles above the header and the header itself are furniture; unknown columns are said."""
        top = grid.down_to(header.last)
        for cell in top:
            self.margin.furnish(whole(cell))
        above = [text for cell in top if cell.row < header.first and len(text := cell.text.strip()) < 60]
        titles = [text for text in above if text.endswith(TITLE_END)] or above
        self.title = self.title or (" ".join(titles[0].split()) if titles else "")
        if header.unknown:
            names = "”“".join(header.unknown)
            place = f"工作表“{grid.sheet}”" if grid.sheet else "表格"
            self.warnings.append(
                say("{place}中有不认识的列“{columns}”，内容没有放入台账，请说明含义。", place=place, columns=names)
            )

    def _name(self, grid: Grid, header: Header) -> str:
        return " ".join([grid.sheet, *(cell.text for cell in grid.down_to(header.first - 1))])

    def _entries(self, grid: Grid, header: Header) -> list[Entry]:
        entries: list[Entry] = []
        seen: dict[tuple[str, ...], int] = {}
        head, tells_measures = self._name(grid, header), header.tells_measures
        for event in walk(grid, header):
            if isinstance(event, Row):
                if tells_measures and not completion_of(event.text("progress")):
                    event.texts["measure"] = list(event.texts.get("progress", []))
                entries.append(self._entry(grid, event, head))
                self._repeated(grid, event, entries[-1].draft, seen)
            elif isinstance(event, Section):
                self.margin.head(whole(event.cell))
            else:
                self.margin.furnish(whole(event))
        return entries

    def _entry(self, grid: Grid, row: Row, head: str) -> Entry:
        entry, problems = entry_of(row, self._spans(row), self.dates, partial(self._place, grid), head)
        self.warnings += problems
        return entry

    def _spans(self, row: Row) -> tuple[Span, ...]:
        """The places of a row's cells; that of the finding's wording is the row's own, so it comes first."""
        cells = [row.cells[index] for index in sorted(row.cells)]
        if row.levels:
            wording = row.levels[-1]
            cells.sort(key=lambda cell: cell.text.strip() != wording)
        return self.margin.finding_in(cells)

    def _place(self, grid: Grid, row: int) -> str:
        return f"工作表“{grid.sheet}”第 {row} 行" if grid.sheet and self.several else f"第 {row} 行"

    def _repeated(self, grid: Grid, row: Row, draft: Draft, seen: dict[tuple[str, ...], int]) -> None:
        if not draft.text:
            return
        key = (draft.issue, draft.text)
        if key in seen:
            place = self._place(grid, row.first)
            sentence = say("{place}与第 {before} 行的问题内容相同，请确认是否重复。", place=place, before=seen[key])
            self.warnings.append(sentence)
        seen.setdefault(key, row.first)
