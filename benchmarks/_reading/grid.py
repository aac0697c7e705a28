"""Where does every cell of a marked table stand, and how far does it reach?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks._reading.marks import Cells, Line, Part, Sheet


@dataclass(frozen=True)
class Placed:
    """A cell that is not covered by another one; rows and columns from 0."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1


@dataclass
class Grid:
    name: str = ""
    rows: list[tuple[str, ...]] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)

    @property
    def width(self) -> int:
        return max(map(len, self.rows), default=1)

    def placed(self) -> list[Placed]:
        """A row of one text reaches over the whole width, as titles and sections do."""
        reach: dict[tuple[int, int], list[int]] = {}
        origins: dict[tuple[int, int], tuple[int, int]] = {}
        for row, cells in enumerate(self.rows):
            for column, text in enumerate(cells):
                place = (row, column)
                beside = (row - 1, column) if text == "^" else (row, column - 1) if text == "<" else place
                origin = origins[place] = origins.get(beside, place)
                down, across = reach.setdefault(origin, [1, 1])
                reach[origin] = [max(down, row - origin[0] + 1), max(across, column - origin[1] + 1)]
            if len(cells) == 1:
                reach[row, 0] = [1, self.width]
        return [Placed(r, c, self.rows[r][c], *reach[r, c]) for r, c in reach]


def sheets(parts: Sequence[Part]) -> list[Grid]:
    """A workbook: lines before the first `@sheet` are rows of it."""
    grids, early = [Grid()], True
    for part in parts:
        if isinstance(part, Sheet):
            grids = [Grid(part.name, grids[0].rows)] if early else [*grids, Grid(part.name)]
            early = False
        elif isinstance(part, Cells):
            _row(grids[-1], part)
        else:
            grids[-1].rows.append((part.text,))
    return grids


def pieces(parts: Sequence[Part]) -> Iterator[Line | Grid]:
    """A text with tables: a line between two rows of a table is a section row of it."""
    grid = Grid()
    for at, part in enumerate(parts):
        if isinstance(part, Cells):
            _row(grid, part)
        elif isinstance(part, Line) and grid.rows and any(isinstance(later, Cells) for later in parts[at:]):
            grid.rows.append((part.text,))
        else:
            if grid.rows:
                yield grid
                grid = Grid()
            if isinstance(part, Line):
                yield part
    if grid.rows:
        yield grid


def _row(grid: Grid, part: Cells) -> None:
    if part.hidden:
        grid.hidden.add(len(grid.rows))
    grid.rows.append(part.cells)
