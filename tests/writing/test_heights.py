"""A line is as tall as its longest cell needs."""

import pytest

from bihuan.writing.heights import LETTER_ROW, TALLEST, height


@pytest.mark.parametrize(
    ("text", "rows"),
    [("", 1), ("短句", 1), ("一" * 10, 2), ("一" * 25, 5), ("a" * 21, 2), ("一\n二\n三", 3), ("一\n" + "二" * 10, 3)],
)
def test_text_is_wrapped_at_the_width_of_its_column(text: str, rows: int) -> None:
    assert height([(text, 12)]) == rows * LETTER_ROW + 2


def test_the_longest_cell_decides_and_no_line_is_taller_than_can_be_shown() -> None:
    assert height([("短", 12), ("一" * 10, 12)]) == 2 * LETTER_ROW + 2
    assert height([("一" * 5000, 12)]) == TALLEST
