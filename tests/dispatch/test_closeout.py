"""Do the close-out forms hold the last application with the chain's opinions and dates?"""

from bihuan.dispatch.kinds import kinds
from bihuan.people.viewer import viewer_of
from bihuan.rules.finding import Move
from tests.cast import Cast
from tests.dispatch.made import made
from tests.ledger.conftest import Walk, done
from tests.writing.frames import tables, texts


def test_each_level_stands_with_its_opinion_or_with_room_for_it(cast: Cast, walk: Walk):
    finding = walk.applied()
    done(walk.move(finding, Move.APPROVE, cast.leader, note="情况属实"))

    (form,) = tables(made("closeout", viewer_of(cast.office), walk.round))

    assert dict(form[1:]) == {
        "表单编号": "F-001-1",
        "循环审批次数": "0",
        "问题序号": "F-001",
        "反馈的问题": "镇村两级资金监管不严",
        "问题主要方面": "—",
        "问题的具体内容": "镇村两级资金监管不严",
        "产生问题的根本原因": "责任没有压实",
        "针对根本原因制定的措施": "1. 修订村级资金管理办法",
        "整改措施完成情况": "1. 已完成",
        "举一反三检查情况": "无。",
        "整改措施落实的佐证材料": "办法",
        "申请单位意见": "松河镇　赵启　2026-03-02",
        "责任领导审核意见": "同意\n情况属实\n林远　2026-03-02",
        "整改办审核意见": "（尚未审核）　　　　　　　　　　年　　月　　日",
    }


def test_a_returned_application_counts_its_returns(cast: Cast, walk: Walk):
    finding = walk.applied()
    done(walk.move(finding, Move.RETURN, cast.leader, note="佐证不足"))
    done(walk.move(finding, Move.APPLY, cast.head, signed_name=cast.head.name))

    (form,) = tables(made("closeout", viewer_of(cast.office), walk.round))

    assert (form[1][1], form[2][1]) == ("F-001-2", "1")


def test_one_form_can_be_asked_for(cast: Cast, walk: Walk):
    walk.applied(), walk.closed(), walk.raised()
    office = viewer_of(cast.office)
    (ask,) = kinds()["closeout"].asks

    assert [value for value, _words in ask.choices(office, walk.round)] == ["", "F-001", "F-002"]
    assert [form[3][1] for form in tables(made("closeout", office, walk.round))] == ["F-001", "F-002"]
    assert [form[3][1] for form in tables(made("closeout", office, walk.round, finding="F-002"))] == ["F-002"]


def test_nothing_applied_for_is_said(cast: Cast, walk: Walk):
    assert "无。" in texts(made("closeout", viewer_of(cast.office), walk.round))
