"""Blocks made by hand: paragraphs from lines, cells from rows."""

from bihuan.reading.blocks import Block, Document

Merged = dict[tuple[int, int], tuple[int, int]]


def paragraphs(text: str) -> Document:
    return Document(tuple(Block(index, line) for index, line in enumerate(text.split("\n"))))


def cells(
    rows: list[list[str]], merged: Merged | None = None, *, sheet: str = "", table: int = 1, first: int = 0
) -> tuple[Block, ...]:
    """`merged` maps the row and column of a cell to the rows and columns that it covers."""
    made: list[Block] = []
    for row, texts in enumerate(rows, 1):
        for column, text in enumerate(texts, 1):
            down, across = (merged or {}).get((row, column), (1, 1))
            if text:
                made.append(
                    Block(
                        first + len(made),
                        text,
                        "cell",
                        table=table,
                        sheet=sheet,
                        row=row,
                        column=column,
                        row_span=down,
                        column_span=across,
                    )
                )
    return tuple(made)


def table(rows: list[list[str]], merged: Merged | None = None) -> Document:
    return Document(cells(rows, merged))


def rows_of(text: str) -> list[list[str]]:
    """Rows from lines, cells from `|`; ⏎ is a line break inside a cell."""
    return [[cell.strip().replace("⏎", "\n") for cell in line.split("|")] for line in text.split("\n")]
