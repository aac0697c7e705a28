"""What does one line about an errand say?"""

from datetime import date, datetime

import pytest

from bihuan.reading.kinds.errand import ErrandLine, read_line

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("line", "kind", "title", "at"),
    [
        ("明天14:30 用车两辆去松河镇", "vehicle", "用车两辆去松河镇", "2026-03-03 14:30"),
        ("3月5日 下午3点半，会议室布置", "room", "会议室布置", "2026-03-05 15:30"),
        ("3月5日用餐12人", "meal", "用餐12人", "2026-03-05 18:00"),
        ("2026-03-06 9:00 办公桌椅4套", "office", "办公桌椅4套", "2026-03-06 09:00"),
        ("后天上午 网络检修", "network", "网络检修", "2026-03-04 09:00"),
        ("12点 午餐8人", "meal", "午餐8人", "2026-03-02 12:00"),
        ("中午12点 午餐8人", "meal", "午餐8人", "2026-03-02 12:00"),
        ("驻地钥匙交接", "other", "驻地钥匙交接", ""),
        ("2月30日 用车一辆", "vehicle", "2月30日 用车一辆", ""),
        ("25:00 用车一辆", "vehicle", "25:00 用车一辆", ""),
        ("３月５日１４：３０　用车", "vehicle", "用车", "2026-03-05 14:30"),
        ("明天", "other", "明天", "2026-03-03 18:00"),
    ],
)
def test_a_line_begins_with_its_time_and_tells_its_kind(line: str, kind: str, title: str, at: str) -> None:
    expected = datetime.fromisoformat(at) if at else None
    assert read_line(line, TODAY) == ErrandLine(kind, title, expected)
