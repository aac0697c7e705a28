"""Is a pasted list of people read line by line, whatever stands between the cells?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bihuan.reading.kinds.interviewees import Listed, listed

HAN = Listed("韩立秋", "松河镇", "镇长")


@pytest.mark.parametrize(
    "line",
    [
        "韩立秋\t松河镇\t镇长",
        "韩立秋，松河镇，镇长",
        "韩立秋、松河镇、镇长",
        "韩立秋　松河镇　镇长",
        "1. 韩立秋 松河镇 镇长",
        "（1）韩立秋 松河镇 镇长",
        "① 韩立秋 松河镇 镇长",
        "三、韩立秋 松河镇 镇长",
        "12\t韩立秋\t松河镇\t镇长",
        "• 韩立秋 松河镇 镇长",
        "韩立秋; 松河镇; 镇长",
    ],
)
def test_a_line_is_a_person(line):
    assert listed(line) == (HAN,)


def test_a_phone_is_told_apart_a_gap_in_a_name_closed_and_the_rest_kept():
    text = "江 枫 青石村 党支部书记 兼 村主任 139-0000-1234\r\n\r\n只有姓名\n"

    assert listed(text) == (
        Listed("江枫", "青石村", "党支部书记 兼 村主任", "139-0000-1234"),
        Listed("只有姓名"),
    )


def test_headings_and_empty_lines_are_no_people():
    assert listed("序号\t姓名\t单位\t职务\n\n 　\n姓 名，单位\n谈话对象 单位") == ()


@given(st.text(max_size=200))
def test_nothing_that_is_pasted_breaks_it(text):
    assert all(person.name for person in listed(text))
