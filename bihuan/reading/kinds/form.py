"""Is this table a form about one finding, a label beside each value, such as a close-out slip (销号审批表)?"""

from dataclasses import dataclass
from itertools import pairwise

from bihuan.reading.blocks import Block
from bihuan.reading.kinds.columns import column_of, is_header_word
from bihuan.reading.kinds.grid import Grid
from bihuan.reading.kinds.rows import LEVELS, Row

LONGEST = 60
"""A form has no more rows than this; anything longer is a list."""


@dataclass(frozen=True)
class Form:
    """The labels of a form, and its values as one row."""

    labels: tuple[Block, ...]
    row: Row


def form_of(grid: Grid) -> Form | None:
    """The form that a table is, or None: at least three labels that columns have, one of them the finding's."""
    if len(grid.numbers) > LONGEST:
        return None
    labels: list[Block] = []
    row = Row(grid.numbers[0], "")
    for number in grid.numbers:
        own = [cell for cell in grid.own(number) if cell.row == number]
        for label, value in pairwise(own):
            if label not in labels and _is_label(label) and not is_header_word(value.text) and not _titles(value):
                labels.append(label)
                _fill(row, label, value)
    row.levels = [text for meaning in LEVELS for text in row.texts.get(meaning, [])]
    row.number = row.text("number")
    spread = len({label.row for label in labels}) > 1
    return Form(tuple(labels), row) if row.levels and len(labels) > 2 and spread else None


def _is_label(cell: Block) -> bool:
    """`长期坚持` and `立行立改` head columns of flags in lists, but in a form they are values."""
    return is_header_word(cell.text) and column_of(cell.text) not in ("standing", "immediate")


def _titles(cell: Block) -> bool:
    """A cell that would head a column itself is no value: then this is the header of a list."""
    return len(cell.text) < 12 and column_of(cell.text) is not None


def _fill(row: Row, label: Block, value: Block) -> None:
    meaning = column_of(label.text)
    row.cells[value.index] = value
    if meaning:
        row.texts.setdefault(meaning, []).append(value.text.strip())
        row.deadlines += [(value.row, value.text.strip())] if meaning == "deadline" else []
