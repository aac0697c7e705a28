"""How lengths of time and due times read."""

import pytest

from bihuan.desk.views.request_words import lasting, office_time


@pytest.mark.parametrize(
    ("seconds", "elapsed", "working"),
    [
        (0, "0 分钟", "0 分钟"),
        (59, "不到 1 分钟", "0 分钟"),
        (3_660, "1 小时 1 分钟", "1 小时 1 分钟"),
        (90_000, "1 天 1 小时", "25 小时 0 分钟"),
        (259_200, "3 天", "72 小时 0 分钟"),
    ],
)
def test_a_length_is_told_in_the_two_units_that_matter(seconds: int, elapsed: str, working: str) -> None:
    assert (lasting(seconds), office_time(seconds)) == (elapsed, working)
