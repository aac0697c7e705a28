"""What a file says line by line: its paragraphs, and its rows under the titles of their columns."""

from bihuan.dispatch.content import Grid, lines_of, shown, text_of
from bihuan.reading.blocks import Block


def cell(row: int, column: int, text: str, table: int = 1, sheet: str = "任务清单") -> Block:
    return Block(0, text, "cell", table=table, sheet=sheet, row=row, column=column)


SHEET = [
    cell(1, 1, "省委巡视任务清单"),
    cell(2, 1, "序号"),
    cell(2, 2, "整改措施"),
    cell(3, 1, "F-001"),
    cell(3, 2, "1. 修订办法"),
    cell(4, 1, ""),
    cell(4, 2, "2. 开展培训"),
]


def test_the_first_row_with_several_cells_names_the_columns_and_a_row_goes_on_under_its_name():
    assert lines_of([Block(0, "附件"), Block(1, "  "), Block(2, "— 1 —", "footer"), *SHEET]) == [
        {"text": "附件"},
        {"text": "省委巡视任务清单"},
        {"row": "F-001", "table": "任务清单", "place": 1, "cells": [["序号", "F-001"], ["整改措施", "1. 修订办法"]]},
        {"row": "F-001", "table": "任务清单", "place": 1, "cells": [["整改措施", "2. 开展培训"]]},
    ]


def test_a_page_shows_the_rows_of_a_table_together():
    lines = lines_of([*SHEET, cell(1, 1, "序号", 2), cell(1, 2, "责任人", 2), cell(2, 1, "F-001", 2), Block(9, "完")])
    assert shown(lines) == [
        "省委巡视任务清单",
        Grid(("序号", "整改措施"), ({"序号": "F-001", "整改措施": "1. 修订办法"}, {"整改措施": "2. 开展培训"})),
        Grid(("序号",), ({"序号": "F-001"},)),
        "完",
    ]
    assert text_of(lines[1]) == "F-001｜1. 修订办法"
