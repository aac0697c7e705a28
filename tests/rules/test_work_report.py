"""When does a work report say enough of what is wrong?"""

import pytest

from bihuan.rules.work_report import Share, verdict


@pytest.mark.parametrize(
    ("share", "percent", "enough"),
    [
        (Share(400, 1000), "40.00", True),
        (Share(399, 1000), "39.90", False),
        (Share(39_999, 100_000), "39.99", False),
        (Share(0, 0), "0.00", False),
    ],
)
def test_forty_percent_of_the_characters_are_enough(share, percent, enough):
    assert (str(share.percent), share.enough) == (percent, enough)


def test_the_verdict_says_what_is_to_be_done():
    assert str(verdict(Share(300, 1000))) == "问题部分 300 字，全文 1000 字，占 30.00%，不足 40%，请补充问题部分。"
    assert str(verdict(Share(450, 1000))) == "问题部分 450 字，全文 1000 字，占 45.00%，达到 40%。"
    assert str(verdict(Share())) == "还没有汇报文稿，暂不计算问题部分的占比。"
