"""What does a file say, line by line? Its paragraphs, and its rows with the title over each cell.

A line is {"text": …} or {"row": the name of the row, "table": the name of its sheet, "place": which table of the file,
"cells": [[title, text], …]}: plain values, which are shown on a page and compared from version to version, whether the
product wrote the file or a person edited it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from bihuan.reading.blocks import Block

Line = dict[str, Any]


@dataclass(frozen=True)
class Grid:
    """Rows of one table together, as a page shows them."""

    titles: tuple[str, ...]
    rows: tuple[dict[str, str], ...]


def lines_of(blocks: Iterable[Block]) -> list[Line]:
    """The lines of a file in reading order; headers and footers of pages are left out."""
    said = [block for block in blocks if block.kind in ("paragraph", "cell") and (block.text.strip() or block.table)]
    lines: list[Line] = []
    for table, group in groupby(said, key=lambda block: block.table):
        blocks_here = list(group)
        lines += _rows(blocks_here) if table else [{"text": block.text.strip()} for block in blocks_here]
    return lines


def text_of(line: Line) -> str:
    """The line as one text."""
    return line["text"] if "text" in line else "｜".join(text for _title, text in line["cells"])


def shown(lines: Iterable[Line]) -> list[str | Grid]:
    """Paragraphs one by one, the rows of a table together."""
    parts: list[str | Grid] = []
    for place, group in groupby(lines, key=lambda line: line.get("place", 0)):
        here = list(group)
        parts += [_grid(here)] if place else [line["text"] for line in here]
    return parts


def _grid(lines: list[Line]) -> Grid:
    titles = dict.fromkeys(title for line in lines for title, _text in line["cells"])
    return Grid(tuple(titles), tuple(dict(line["cells"]) for line in lines))


def _rows(cells: list[Block]) -> list[Line]:
    """The first row with several cells names the columns; what stands above it is the table's title."""
    rows = [list(group) for _row, group in groupby(cells, key=lambda cell: cell.row)]
    head = next((place for place, row in enumerate(rows) if sum(bool(cell.text.strip()) for cell in row) > 1), 0)
    above: list[Line] = [{"text": cell.text.strip()} for row in rows[:head] for cell in row if cell.text.strip()]
    titles = {cell.column: cell.text.strip() for cell in rows[head]}
    table, name, lines = rows[head][0].sheet, "", []
    for row in rows[head + 1 :]:
        filled = [[titles.get(cell.column, ""), cell.text.strip()] for cell in row if cell.text.strip()]
        if row[0].column == min(titles) and row[0].text.strip():
            name = row[0].text.strip()
        if filled:
            lines.append({"row": name, "table": table, "place": row[0].table, "cells": filled})
    return above + lines
