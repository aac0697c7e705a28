"""The headers a person is asked about: unknown ones, explained ones, and a first row where no header is found."""

from bihuan.reading.blocks import Block
from bihuan.reading.kinds.unexplained import unexplained


def table(rows: str) -> list[Block]:
    cells = [
        (row, column, text)
        for row, line in enumerate(rows.split("\n"), start=1)
        for column, text in enumerate(line.split("|"), start=1)
    ]
    return [
        Block(index, text, kind="cell", table=1, row=row, column=column)
        for index, (row, column, text) in enumerate(cells)
    ]


def test_a_header_that_nobody_knows_is_asked_about() -> None:
    blocks = table("序号|反馈问题|整改措施|处置口径|内部代号\n1|账目不清|清理|县财政局|甲")

    assert unexplained(blocks, {}) == ("处置口径", "内部代号")


def test_an_explained_header_stays_in_sight_so_that_it_can_be_changed() -> None:
    blocks = table("序号|反馈问题|整改措施|处置口径\n1|账目不清|清理|县财政局")

    assert unexplained(blocks, {"处置口径": "lead_unit"}) == ("处置口径",)


def test_a_table_without_a_known_header_asks_about_its_first_row_of_short_cells() -> None:
    assert unexplained(table("甲项|乙项|备注\n账目不清|清理|无"), {}) == ("甲项", "乙项")


def test_understood_headers_and_texts_without_tables_ask_nothing() -> None:
    assert unexplained(table("序号|反馈问题|整改措施\n1|账目不清|清理"), {}) == ()
    assert unexplained([Block(0, "一、账目不清")], {}) == ()
