"""Does the ledger of on-the-spot fixes say each request of that kind, and what became of it as a finding?"""

from bihuan.overview.actions.findings import raise_from_request
from bihuan.people.viewer import viewer_of
from bihuan.rules.finding import Move as FindingMove
from bihuan.rules.request import Kind, Move
from tests.cast import Cast
from tests.desk.conftest import done, office, round, walk  # noqa: F401
from tests.dispatch.made import cost, made
from tests.ledger.conftest import Walk as Findings
from tests.writing.frames import sheets, tables, texts

HEAD = [
    *("序号", "通知书编号", "下达日期", "问题", "责任领导", "牵头单位", "整改措施", "整改时限", "办理结果", "佐证材料"),
    *("报告文号", "书记签收", "办结日期", "状态"),
]


def fix(walk, text: str = "公示栏半年未更新", number: str = "立改〔2026〕1号"):  # noqa: F811
    return walk.accepted(text=text, kind=Kind.FIX, notice_number=number)


def test_a_fix_is_said_by_its_request_until_it_is_a_finding(cast: Cast, walk, office, round):  # noqa: F811
    fix(walk)
    withdrawn = fix(walk, "重复登记", "立改〔2026〕2号")
    done(walk.move(withdrawn, Move.WITHDRAW, cast.office, note="重复"))
    walk.accepted()

    data = made("fixes", office, round)

    row = ["1", "立改〔2026〕1号\nR-001", "2026-03-02", "公示栏半年未更新", "", "松河镇", "", "2026-03-03"]
    assert tables(data) == [[HEAD, [*row, "", "", "", "", "", "准备中"]]]
    assert texts(data)[:3] == ["立行立改台账", "填报单位：云岭县", "共 1 件，已办结 0 件。"]


def test_once_it_is_a_finding_measures_proof_and_state_are_those_of_the_finding(cast: Cast, walk, office, round):  # noqa: F811
    finding = done(raise_from_request(fix(walk), by=office, at=walk.later()))
    findings = Findings(cast, round, walk.at)
    findings.assign(finding, leader=cast.leader.username)
    done(findings.move(findings.fresh(finding), FindingMove.CLAIM, cast.head))

    (table,) = sheets(made("fixes", office, round, ending="xlsx")).values()

    row = ["1", "立改〔2026〕1号\nF-001", "2026-03-02", "公示栏半年未更新", "林远", "松河镇", "", "2026-03-03"]
    assert table == [HEAD, [*row, "", "", "", "", "", "整改中"]]


def test_its_cost_does_not_grow_and_a_stranger_sees_none(cast: Cast, walk, office, round):  # noqa: F811
    fix(walk)
    before = cost("fixes", office, round)
    for number in range(5):
        fix(walk, f"问题{number}", f"立改〔2026〕{number + 2}号")
    assert cost("fixes", office, round) == before
    assert tables(made("fixes", viewer_of(cast.stranger), round)) == []
