"""What stands at a row and a column of a table, when cells may be merged?"""

from collections import defaultdict
from collections.abc import Iterable

from bihuan.reading.blocks import Block


class Grid:
    """The cells of one table or sheet. `at` answers a merged cell for every place that it covers."""

    def __init__(self, cells: Iterable[Block]) -> None:
        self.cells = [cell for cell in cells if cell.text and not cell.text.isspace()]
        self.sheet = self.cells[0].sheet if self.cells else ""
        self.rows: dict[int, dict[int, Block]] = defaultdict(dict)
        for cell in self.cells:
            self.rows[cell.row][cell.column] = cell
        self.width = max((max(cells) for cells in self.rows.values()), default=0)
        self._covered: set[int] = set()
        self._spread()
        self.numbers = sorted(self.rows)

    def _spread(self) -> None:
        """Let merged cells be seen in the rows and columns that they cover and that have other cells."""
        for cell in [cell for cell in self.cells if cell.row_span > 1 or cell.column_span > 1]:
            columns = range(cell.column, min(cell.column + cell.column_span, self.width + 1))
            rows = range(cell.row, cell.row + min(cell.row_span, 5000))
            for row in rows if cell.row_span > 1 else (cell.row,):
                if row in self.rows:
                    self._covered.add(row)
                    for column in columns:
                        self.rows[row].setdefault(column, cell)

    def at(self, row: int, column: int) -> Block | None:
        return self.rows[row].get(column) if row in self.rows else None

    def down_to(self, row: int) -> list[Block]:
        """The cells that stand in this row or above it, in the document's order."""
        return [cell for cell in self.cells if cell.row <= row]

    def own(self, row: int) -> list[Block]:
        """The cells of a row, each once, from left to right."""
        cells = self.rows[row]
        ordered = [cells[column] for column in sorted(cells)]
        return list({cell.index: cell for cell in ordered}.values()) if row in self._covered else ordered


def grids(blocks: Iterable[Block]) -> list[Grid]:
    """All tables of a document, in order."""
    tables: dict[int, list[Block]] = defaultdict(list)
    for block in blocks:
        if block.kind == "cell":
            tables[block.table].append(block)
    return [grid for grid in (Grid(cells) for cells in tables.values()) if grid.cells]
