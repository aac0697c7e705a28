"""Which letter is next, and which ladder can be used at all?"""

from dataclasses import replace

import pytest

from bihuan.rules.ladder import BadLadder, Ladder, Step, check, document_number, earned, proposed, skipped
from bihuan.rules.people import Role
from bihuan.say import Say
from bihuan.watch.shipped import DEFAULT_LADDER, ladder_shipped, ladders_shipped

FIVE = ladder_shipped("five-letters")


def names(steps: tuple[Step, ...]) -> list[str]:
    return [each.name for each in steps]


def test_the_ladders_that_are_shipped_can_be_used():
    assert [each.name for each in ladders_shipped()] == [DEFAULT_LADDER, "three-steps"]
    assert [str(each.title) for each in FIVE.steps] == [
        "督查督办通知书",
        "阶段督查指导书",
        "提醒书",
        "告诫书",
        "问责建议书",
    ]
    assert [str(each.title) for each in ladder_shipped("three-steps").steps] == ["提示函", "督办单", "约谈通知"]


@pytest.mark.parametrize(
    ("issued", "reached"), [((), 0), (("notice",), 1), (("notice", "reminder"), 3), (("prompt",), 0)]
)
def test_so_many_steps_are_behind_a_unit(issued: tuple[str, ...], reached: int):
    assert FIVE.reached(issued) == reached


def test_what_lies_between_is_skipped():
    assert names(skipped(FIVE, "admonition", 1)) == ["guidance", "reminder"]
    assert names(skipped(FIVE, "guidance", 1)) == []
    assert names(skipped(FIVE, "notice", 3)) == []


@pytest.mark.parametrize(
    ("reached", "late", "expected"),
    [
        (0, -31, None),
        (0, -30, "notice"),
        (0, 40, "notice"),
        (2, -11, None),
        (2, -10, "reminder"),
        (3, 0, None),
        (3, 1, "admonition"),
        (4, 20, "accountability"),
        (5, 99, None),
    ],
)
def test_the_next_step_is_proposed_once_its_time_has_come(reached: int, late: int, expected: str | None):
    step = proposed(FIVE, reached, late)
    assert (step.name if step else None) == expected


def test_the_delay_alone_would_allow_more():
    sharpest = [earned(FIVE, late) for late in (-99, 1, 25)]
    assert [step.name if step else None for step in sharpest] == [None, "admonition", "accountability"]


def test_a_number_is_written_as_the_standard_has_it():
    assert document_number("云巡改", "督", 2026, 3) == "云巡改督〔2026〕3号"


def spoiled(**changes: object) -> Ladder:
    return replace(FIVE, steps=(FIVE.steps[0], replace(FIVE.steps[1], **changes)))


@pytest.mark.parametrize(
    ("ladder", "reason"),
    [
        (replace(FIVE, steps=()), "督办文书至少要有一级。"),
        (spoiled(word="督"), "“阶段督查指导书”与另一级重名或用了同一个文号字，请改成不同的。"),
        (spoiled(after=-30), "“阶段督查指导书”要比前一级更晚使用，请调整天数。"),
        (spoiled(approver=Role.HEAD), "“阶段督查指导书”须由整改办、责任领导或第一责任人审批。"),
        (spoiled(answer_days=61), "“阶段督查指导书”的答复天数可填 0 到 60 的整数。"),
    ],
)
def test_a_ladder_that_cannot_be_used_says_what_to_put_right(ladder: Ladder, reason: str):
    with pytest.raises(BadLadder) as bad:
        check(ladder)
    assert isinstance(bad.value.reason, Say)
    assert str(bad.value.reason) == reason
