"""Does the evaluation sheet know what the record knows?"""

from bihuan.people.viewer import viewer_of
from bihuan.rules.finding import Move
from tests.cast import Cast
from tests.dispatch.made import made
from tests.ledger.conftest import Walk, done
from tests.writing.frames import tables


def test_the_facts_are_those_of_the_record(cast: Cast, walk: Walk):
    again = walk.closed()
    done(walk.move(again, Move.REOPEN, cast.office, note="问题反弹"))
    walk.closed()
    returned = walk.applied()
    done(walk.move(returned, Move.RETURN, cast.leader, note="佐证不足"))

    (sheet,) = tables(made("evaluation", viewer_of(cast.office), walk.round))

    assert [row[1] for row in sheet[1:]] == [
        "计划召开整改会议 0 次，已召开 0 次，逾期未开 0 次。",
        "反馈问题 3 个，已销号 1 个，基本完成 0 个，完成率 33.33%，超过时限 0 个。\n整改措施 3 条，已完成 3 条。\n"
        "立行立改 0 个，已销号 0 个。",
        "销号申请退回 1 次，销号后重新整改 1 个。\n申请延期 0 次，同意 0 次。",
        "系统未登记，由评估人员填写。",
        "系统未登记，由评估人员填写。",
    ]
