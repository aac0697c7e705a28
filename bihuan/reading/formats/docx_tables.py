"""Which cells does a Word table have, and how far does each one reach? Merged cells come out once. (ECMA-376, 17.4.)"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from bihuan.reading.formats.docx_names import W, value
from bihuan.reading.formats.markup import Element, whole

_WRAPPERS = {W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo")}
_SPAN_LIMIT = 1000


@dataclass
class Cell:
    """One visible cell; `elements` are the `w:tc` it is made of, the first one with the text."""

    row: int
    column: int
    column_span: int
    row_span: int = 1
    elements: list[Element] = field(default_factory=list)


def children(parent: Element, name: str) -> Iterator[Element]:
    """The direct children of this name, seen through wrappers such as content controls."""
    for child in parent:
        if child.tag == W + name:
            yield child
        elif child.tag in _WRAPPERS:
            yield from children(child, name)


def cells(table: Element) -> list[Cell]:
    """The cells in reading order, rows and columns from 1; rows that were deleted do not count."""
    found: list[Cell] = []
    open_cells: dict[int, Cell] = {}
    row_number = 0
    for row in children(table, "tr"):
        properties = row.find(W + "trPr")
        if properties is not None and properties.find(W + "del") is not None:
            continue
        row_number += 1
        open_cells = _row(row, row_number, properties, open_cells, found)
    return found


def _row(
    row: Element, number: int, properties: Element | None, above: dict[int, Cell], found: list[Cell]
) -> dict[int, Cell]:
    """Add a row's cells to `found`; give those that a row below may continue, by their column."""
    column = 1 + (0 if properties is None else _span(value(properties, "gridBefore"), 0))
    growing: dict[int, Cell] = {}
    left: Cell | None = None
    for element in children(row, "tc"):
        own = element.find(W + "tcPr")
        span = 1 if own is None else _span(value(own, "gridSpan"), 1)
        merged = None if own is None else own.find(W + "vMerge")
        sideways = None if own is None else own.find(W + "hMerge")
        continued = merged is not None and merged.get(W + "val", "continue") != "restart"
        cell = above.get(column) if continued else None
        if left is not None and sideways is not None and sideways.get(W + "val", "continue") != "restart":
            left.column_span += span
            left.elements.append(element)
        elif cell is not None:
            cell.row_span = number - cell.row + 1
            cell.elements.append(element)
            left = None
        else:
            cell = left = Cell(number, column, span, elements=[element])
            found.append(cell)
        if merged is not None and cell is not None:
            growing[column] = cell
        column += span
    return growing


def _span(written: str | None, otherwise: int) -> int:
    return min(max(whole(written, otherwise), otherwise), _SPAN_LIMIT)
