"""Can an original be in two places, and is what comes back counted right?"""

from dataclasses import replace

import pytest

from bihuan.rules.handover import Line, Out, cancel, take_back, undo_return, why_not
from bihuan.rules.life import Refusal
from bihuan.rules.material import Carrier, Form

ORIGINAL = Line("M-0001", "常委会会议记录", Form.ORIGINAL, Carrier.PAPER, copies=1, available=1)
COPY = replace(ORIGINAL, ref="M-0002", form=Form.COPY)
OUT = Out("省委第三巡视组", "2026-03-01", "H-003")


def reason(*lines: Line) -> str:
    refusal = why_not(lines, office=True)
    return str(refusal.reason) if refusal else ""


def back(copies: int, *, handed: int = 2, returned: int = 0, rest_stays: bool = False, remark: str = "") -> int | str:
    found = take_back(
        office=True, copies=copies, handed=handed, returned=returned, rest_stays=rest_stays, remark=remark
    )
    return str(found.reason) if isinstance(found, Refusal) else found


def test_a_list_of_an_original_and_a_copy_goes_out():
    assert reason(ORIGINAL, COPY) == ""


def test_an_empty_list_does_not():
    assert reason() == "清单上还没有材料，请先选择要移交的事项或材料。"


def test_only_the_office_hands_over():
    refusal = why_not((ORIGINAL,), office=False)
    assert isinstance(refusal, Refusal)
    assert (refusal.kind, str(refusal.reason)) == ("who", "移交由联络组办理。")


def test_an_original_that_is_out_is_refused_with_where_it_is():
    assert reason(replace(ORIGINAL, out=OUT)) == (
        "M-0001《常委会会议记录》的原件还在外：2026-03-01 随 H-003 交给省委第三巡视组，尚未归还。"
        "请先登记归还，或改交复印件。"
    )


def test_an_original_stands_once_on_a_list_and_a_copy_as_often_as_it_is_asked_for():
    assert reason(ORIGINAL, ORIGINAL) == "M-0001《常委会会议记录》是原件，一张清单上只能列一次，请保留一行。"
    assert reason(COPY, COPY) == ""


def test_no_list_has_zero_copies_or_more_originals_than_there_are():
    assert reason(replace(COPY, copies=0)) == "M-0002《常委会会议记录》的份数是 0，至少移交 1 份。"
    assert reason(replace(ORIGINAL, copies=2)) == "M-0001《常委会会议记录》的原件只有 1 份，请改正份数。"
    assert reason(replace(COPY, copies=9)) == ""


def test_copies_come_back_one_after_the_other():
    assert back(1) == 1
    assert back(1, returned=1) == 2


def test_no_more_comes_back_than_went_out():
    assert back(3) == "移交了 2 份，已归还 0 份，这次最多归还 2 份。"
    assert back(1, returned=2) == "这一项已经全部归还。"
    assert back(0) == "请填写这次归还的份数，至少 1 份。"


def test_the_rest_stays_only_with_a_reason():
    assert back(1, rest_stays=True) == "其余份数不再归还的，请写明原因。"
    assert back(1, rest_stays=True, remark="巡视组留存一份") == 1
    assert back(0, rest_stays=True, remark="巡视组留存") == 0


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, ""),
        ({"office": False}, "交接清单由联络组作废。"),
        ({"cancelled": True}, "H-003 已经作废。"),
        ({"signed_by": "孙组长"}, "H-003 已由孙组长签收，不能作废；退回的材料请登记归还。"),
        ({"returned": "M-0001"}, "H-003 上的 M-0001 已登记归还，清单不能作废；登记有误的请先撤销归还。"),
        ({"reason": " "}, "请写明作废的理由。"),
    ],
)
def test_a_list_is_cancelled_before_anybody_signed_or_gave_back(facts: dict[str, object], words: str):
    usual = {"office": True, "ref": "H-003", "cancelled": False, "signed_by": "", "returned": "", "reason": "重复"}
    refusal = cancel(**usual | facts)
    assert (str(refusal.reason) if refusal else "") == words


@pytest.mark.parametrize(
    ("facts", "left"),
    [
        ({}, 1),
        ({"copies": 2, "ticked": True}, 0),
        ({"copies": 0, "returned": 0, "ticked": True}, 0),
        ({"office": False}, "归还由联络组清点登记。"),
        ({"returned": 0}, "这一项还没有登记归还，没有可以撤销的。"),
        ({"under": "H-005"}, "这件原件后来又随 H-005 移交，归还登记不能撤销。"),
        ({"copies": 3}, "已登记归还 2 份，请按这个数撤销。"),
        ({"copies": 0}, "已登记归还 2 份，请按这个数撤销。"),
    ],
)
def test_a_wrong_count_is_taken_off_again(facts: dict[str, object], left: int | str):
    found = undo_return(**{"office": True, "copies": 1, "returned": 2, "ticked": False, "under": ""} | facts)
    assert (str(found.reason) if isinstance(found, Refusal) else found) == left
