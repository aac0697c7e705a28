"""Which headers of a ledger does only a person understand? Those nobody knows, and those somebody has explained.

A table whose header is not found at all asks about its first row of short cells. Example: 处置口径 beside 反馈问题.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

from bihuan.reading.blocks import Block
from bihuan.reading.kinds.columns import Column, column_of, squeeze
from bihuan.reading.kinds.form import form_of
from bihuan.reading.kinds.grid import Grid, grids
from bihuan.reading.kinds.header import Header, header_of

LONGEST = 24
SEARCHED = 5


def unexplained(blocks: Iterable[Block], known: Mapping[str, Column]) -> tuple[str, ...]:
    """The headers as `known` names them, from left to right, each once."""
    tables = [grid for grid in grids(blocks) if form_of(grid) is None]
    headers = [header for grid in tables if (header := header_of(grid, known))]
    found = [label for header in headers for label in _asked(header, known)]
    if not headers:
        found = [label for grid in tables for label in _first_row(grid)]
    return tuple(dict.fromkeys(found))


def _asked(header: Header, known: Collection[str]) -> Iterator[str]:
    for column, label in sorted(header.labels.items()):
        plain = squeeze(label.split("\n")[-1])
        if plain in known or header.columns[column] is None:
            yield plain


def _first_row(grid: Grid) -> list[str]:
    """The first row of a table that may be its header: at least two cells, all of them short, some not understood."""
    for number in grid.numbers[:SEARCHED]:
        cells = [squeeze(cell.text) for cell in grid.own(number)]
        if len(cells) > 1 and all(0 < len(text) <= LONGEST for text in cells):
            return [text for text in cells if column_of(text) is None]
    return []
