"""Is the yearly notice read day by day, and is nothing of it dropped silently?"""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bihuan.reading.kinds.holidays import Notice, read_notice

NOTICE = """关于2026年部分节假日安排的通知
发电〔2025〕7号

各乡镇，县直各单位：
现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各单位要妥善安排好值班和安全保卫工作。
2025年11月6日
"""


def told(notice: Notice) -> list[str]:
    """`2026-01-01 休 元旦`, a line for each day."""
    return [f"{each.day} {'休' if each.off else '班'} {each.name}".strip() for each in notice.days]


def warned(text: str, year: int = 2026) -> list[str]:
    return [str(warning) for warning in read_notice(text, year).warnings]


def test_a_notice_is_read_as_the_schedule_that_came_of_it() -> None:
    notice = read_notice(NOTICE, 1999)
    lengths = {"元旦": 3, "春节": 9, "清明节": 3, "劳动节": 5, "端午节": 3, "中秋节": 3, "国庆节": 7}
    off = [each.name for each in notice.days if each.off]
    assert {name: off.count(name) for name in lengths} == lengths
    assert [line for line in told(notice) if "班" in line] == [
        "2026-01-04 班 元旦",
        "2026-02-14 班 春节",
        "2026-02-28 班 春节",
        "2026-05-09 班 劳动节",
        "2026-09-20 班 国庆节",
        "2026-10-10 班 国庆节",
    ]
    assert (len(notice.days), notice.warnings) == (39, ())


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "1月1日至2日放假调休，1月4日（星期日）上班",
            ["2026-01-01 休", "2026-01-02 休", "2026-01-04 班"],
        ),
        ("三、清明节：4月5日放假，4月6日（星期一）补休。", ["2026-04-05 休 清明节", "2026-04-06 休 清明节"]),
        (
            "2023年元旦：2022年12月31日至2023年1月1日放假。",
            ["2022-12-31 休 元旦", "2023-01-01 休 元旦"],
        ),
        ("元旦12月31日至1月1日放假", ["2025-12-31 休 元旦", "2026-01-01 休 元旦"]),
        ("国庆节、中秋节：10月1日、2日放假", ["2026-10-01 休 中秋节、国庆节", "2026-10-02 休 中秋节、国庆节"]),
        ("十月一日至二日放假", ["2026-10-01 休", "2026-10-02 休"]),
        ("１０月１日－２日放假", ["2026-10-01 休", "2026-10-02 休"]),
        (
            "八、建县纪念日：6月8日全天放假。6月13日（周六）正常上班。",
            ["2026-06-08 休 建县纪念日", "2026-06-13 班 建县纪念日"],
        ),
    ],
)
def test_a_wording_gives_its_days(text: str, lines: list[str]) -> None:
    assert (told(read_notice(text, 2026)), warned(text)) == (lines, [])


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("2月30日放假", "“2月30日”不是日历上有的日期，请改正后再读。"),
        (
            "1月1日（周五）至3日（周六）、1月5日（周三）放假",
            "这些日期的星期与日历不符：1月1日(周五)、1月5日(周三)。请核对年份和日期。",
        ),
        ("元旦1月1日至2日放假，共3天", "“元旦1月1日至2日放假，共3天”写的是共 3 天，读出 2 天，请核对。"),
        ("1月1日至12月31日放假", "“1月1日”到“12月31日”不像一段假期，请核对。"),
        (
            "鼓励安排职工在除夕（2月9日）休息。",
            "“鼓励安排职工在除夕（2月9日）休息。”中的 2月9日 没有读出是放假还是上班，请核对，需要时另行登记。",
        ),
        (
            "1月2日不放假。",
            "“1月2日不放假。”中的 1月2日 没有读出是放假还是上班，请核对，需要时另行登记。",
        ),
        (
            "2026-10-01放假",
            "“2026-10-01放假”中的 2026-10-01 没有读出是放假还是上班，请核对，需要时另行登记。",
        ),
        (
            "1月1日至3日，1月4日上班",
            "“1月1日至3日，1月4日上班”中的 1月1日至3日 没有读出是放假还是上班，请核对，需要时另行登记。",
        ),
    ],
)
def test_what_is_doubtful_is_said(text: str, warning: str) -> None:
    assert warned(text) == [warning]


def test_a_festival_that_a_whole_notice_lacks_is_named() -> None:
    without = "\n".join(line for line in NOTICE.splitlines() if not line.startswith(("三、", "七、")))
    assert warned(without) == ["没有读到清明节、国庆节的安排，请核对通知是否完整。"]


DAYS = some.dates(date(2026, 1, 1), date(2026, 12, 20))
CLAUSES = some.builds(
    lambda day, length, verb, end: (
        f"{day.month}月{day.day}日至{(day + timedelta(length)).month}月{(day + timedelta(length)).day}日{verb}{end}"
    ),
    DAYS,
    some.integers(0, 9),
    some.sampled_from(["放假", "放假调休", "上班", "正常上班", "", "召开会议", "不放假", "（拟）放假"]),
    some.sampled_from(["，", "。", "；", "\n"]),
)
TEXTS = some.lists(CLAUSES | some.text("一二元旦：、（）。\n放假上班 12月日", max_size=20), max_size=6).map("".join)


@given(TEXTS)
def test_the_pieces_are_the_text_and_every_date_is_read_or_warned_about(text: str) -> None:
    notice = read_notice(text, 2026)
    assert "".join(piece.text for piece in notice.pieces) == text
    days = {each.day for each in notice.days}
    said = "".join(str(warning) for warning in notice.warnings)
    for month, day in re.findall(r"(?<!\d)(\d{1,2})月(\d{1,2})日", text):
        read = any((each.month, each.day) == (int(month), int(day)) for each in days)
        assert read or f"{month}月{day}日" in said or re.fullmatch(rf"\s*{month}月{day}日\s*", text)


@given(some.text(max_size=60))
def test_any_text_can_be_pasted(text: str) -> None:
    assert "".join(piece.text for piece in read_notice(text, 2026).pieces) == text
