"""Where is the header of a table, how many rows has it, and what does each column mean?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bihuan.reading.blocks import Block
from bihuan.reading.kinds.columns import Column, column_of, is_header_word, squeeze
from bihuan.reading.kinds.grid import Grid

SEARCHED = 20


@dataclass(frozen=True)
class Header:
    """The rows of a header, and the meaning of each column; None for a column that is not understood."""

    first: int
    last: int
    labels: Mapping[int, str]
    columns: Mapping[int, Column | None]

    def of(self, *meanings: Column) -> list[int]:
        """The columns with these meanings, from left to right, in the order of the meanings."""
        return [c for m in meanings for c in sorted(self.columns) if self.columns[c] == m]

    @property
    def tells_measures(self) -> bool:
        """Where no column has the measures, that of 整改落实情况 tells them, as the results of a notice do."""
        told = any(re.search("(?:整改|落实|办理)(?:落实|工作)?情况", self.labels[c]) for c in self.of("progress"))
        return told and not self.of("measure")

    @property
    def unknown(self) -> list[str]:
        return [squeeze(self.labels[c].split("\n")[-1]) for c in sorted(self.columns) if self.columns[c] is None]


def header_of(grid: Grid, known: Mapping[str, Column] | None = None, *, joins: bool = False) -> Header | None:
    """The header among the first rows, or None. `known` maps headers that a person has explained.

    With `joins` a list of numbers and people (责任清单) will do, because it belongs to a list before it.
    """
    known = known or {}
    for position, row in enumerate(grid.numbers[:SEARCHED]):
        if _score(grid, row, known) < 2 or len(grid.own(row)) < 2:
            continue
        last = _depth(grid, position, known)
        labels = _labels(grid, grid.numbers[position : last + 1])
        columns = {c: known.get(squeeze(t.split("\n")[-1])) or column_of(t) for c, t in labels.items()}
        header = Header(row, grid.numbers[last], labels, _one_status(columns))
        people = header.of("leader", "lead_unit", "support_units", "person", "deadline", "status", "progress")
        worded = header.of("finding", "manifestation", "measure", "category")
        if (worded and len(columns) > 1) or (joins and header.of("number") and people):
            return header
    return None


def _one_status(columns: dict[int, Column | None]) -> dict[int, Column | None]:
    """The first status column is the finding's; further ones are the measures' own."""
    first = min((c for c, meaning in columns.items() if meaning == "status"), default=0)
    return {c: "known" if meaning == "status" and c != first else meaning for c, meaning in columns.items()}


def _score(grid: Grid, row: int, known: Mapping[str, Column]) -> int:
    """How many cells of a row are headers; short unknown words count when synonyms stand beside them."""
    cells = [cell for cell in grid.own(row) if len(squeeze(cell.text)) <= 24]
    exact = sum(_is_word(cell, known) for cell in cells)
    telling = sum(column_of(cell.text) is not None and len(squeeze(cell.text)) <= 14 for cell in cells)
    return exact if exact > 1 else telling if exact and telling > 2 else 0


def _is_word(cell: Block, known: Mapping[str, Column]) -> bool:
    return squeeze(cell.text) in known or is_header_word(cell.text)


def _depth(grid: Grid, position: int, known: Mapping[str, Column]) -> int:
    """The position of the last header row, up to three rows deep."""
    first = grid.numbers[position]
    last = position
    for deeper in range(position + 1, min(position + 3, len(grid.numbers))):
        row = grid.numbers[deeper]
        own = [cell for cell in grid.own(row) if cell.row == row]
        covered = any(cell.row < row and cell.row >= first for cell in grid.own(row))
        words = [cell for cell in own if _is_word(cell, known)]
        spanned = any(
            cell.column_span > 1
            and cell.row < row
            and any(cell.column <= o.column < cell.column + cell.column_span for o in own)
            for cell in grid.own(grid.numbers[deeper - 1])
        )
        short = own and all(len(squeeze(cell.text)) <= 14 for cell in own)
        if not (short and words and (covered or spanned or 2 * len(words) >= len(own))):
            break
        last = deeper
    return last


def _labels(grid: Grid, rows: list[int]) -> dict[int, str]:
    """The texts over each column, from top to bottom, each once."""
    labels: dict[int, str] = {}
    for column in range(1, grid.width + 1):
        cells = {cell.index: cell for row in rows if (cell := grid.at(row, column))}
        if cells:
            labels[column] = "\n".join(squeeze_lines(cell.text) for cell in cells.values())
    return labels


def squeeze_lines(text: str) -> str:
    return "".join(text.split())
