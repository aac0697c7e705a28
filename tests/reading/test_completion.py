"""Status words, and what is no status."""

import pytest

from bihuan.reading.completion import completion_of, leading, trailing


@pytest.mark.parametrize(
    "text",
    [
        "完成",
        "已完成",
        "整改完成",
        "已完成整改",
        "完成整改",
        "整改到位",
        "已销号",
        "办结",
        "已完成（长期坚持）",
        "完成并长期坚持",
    ],
)
def test_finished_is_done(text: str) -> None:
    assert completion_of(text) == "done"


@pytest.mark.parametrize("text", ["基本完成", "已基本完成", "阶段性完成", "取得阶段性成效", "部分完成", "基本整改到位"])
def test_nearly_finished_is_partly(text: str) -> None:
    assert completion_of(text) == "partly"


@pytest.mark.parametrize(
    "text", ["正在整改", "未完成", "推进中", "整改中", "未销号", "尚未完成", "持续推进", "正在推进"]
)
def test_not_finished_is_open(text: str) -> None:
    assert completion_of(text) == "open"


@pytest.mark.parametrize(
    "text", ["", "80%", "完成80%", "长期坚持", "印发了制度，已完成", "完成了12个项目的整改", "是", "已开展培训3次"]
)
def test_percentages_and_sentences_are_no_status(text: str) -> None:
    assert completion_of(text) is None


def test_yes_and_no_answer_only_a_question() -> None:
    answers = [completion_of(text, question=True) for text in ("是", "否", "√", "×")]
    assert answers == ["done", "open", "done", "open"]


def test_a_sentence_in_a_status_column_may_begin_with_the_status() -> None:
    assert (leading("已完成，印发了制度"), leading("印发了制度")) == ("done", None)


def test_a_mark_in_brackets_ends_a_wording() -> None:
    assert trailing("会风不实（已完成）") == (4, "done", False)
    assert trailing("会风不实【长期坚持】") == (4, None, True)
    assert trailing("会风不实（含乡镇）") == (9, None, False)
