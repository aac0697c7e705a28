"""Where a long title breaks: words stay whole, and its lines are about as long as each other."""

from io import BytesIO

from docx import Document

from bihuan.writing.word import Word
from bihuan.writing.word.titles import broken

ROOM = 20.1


def test_a_title_that_fits_stays_in_one_line():
    assert broken("云岭县关于省委巡视反馈意见的整改方案", ROOM) == "云岭县关于省委巡视反馈意见的整改方案"


def test_a_long_title_breaks_before_a_word_and_never_inside_one():
    title = "云岭县党组织主要负责人组织落实省委巡视整改情况的报告"

    assert broken(title, ROOM) == "云岭县党组织主要负责人\n组织落实省委巡视整改情况的报告"


def test_a_title_of_three_lines_has_lines_of_like_length():
    title = "云岭县党组织主要负责人组织落实市委机动巡察（营商环境）整改情况的报告"

    assert broken(title, ROOM).split("\n") == [
        "云岭县党组织主要负责人",
        "组织落实市委机动巡察（营商环境）",
        "整改情况的报告",
    ]


def test_a_title_that_somebody_broke_is_left_as_it_is():
    assert broken("云岭县委\n关于巡视整改进展情况的一份很长很长的通报", ROOM).count("\n") == 1


def test_a_title_without_a_word_to_break_at_is_left_to_the_program():
    assert broken("甲" * 60, ROOM) == "甲" * 60


def test_the_name_of_the_file_has_no_break_in_it():
    word = Word()
    word.title("云岭县党组织主要负责人组织落实省委巡视整改情况的报告")
    document = Document(BytesIO(word.contents()))

    assert document.core_properties.title == "云岭县党组织主要负责人组织落实省委巡视整改情况的报告"
    assert document.paragraphs[0].text.count("\n") == 1
