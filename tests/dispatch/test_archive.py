"""Does the list of the archive hold what came in, what proves, and what was closed, for those who may see it?"""

from bihuan.people.viewer import viewer_of
from tests.cast import Cast
from tests.dispatch.made import cost, made
from tests.ledger.conftest import Walk
from tests.writing.frames import sheets


def filed(cast: Cast, walk: Walk, who: str) -> list[list[str]]:
    viewer = viewer_of(getattr(cast, who))
    return sheets(made("archive", viewer, walk.round, ending="xlsx"))["归档目录"][1:]


def test_close_outs_and_proofs_are_listed_with_their_check_values(cast: Cast, walk: Walk):
    finding = walk.closed()
    walk.applied()
    proof = finding.measures.get().evidence.get()

    rows = filed(cast, walk, "office")

    assert rows[:2] == [
        ["1", "销号审批", "F-001-1", "镇村两级资金监管不严", "2026-03-02", "", "", "", ""],
        ["2", "佐证材料", proof.paper.ref, "办法", "2026-03-01", "", "", proof.paper.hash, "F-001-1"],
    ]
    assert [row[1] for row in rows] == ["销号审批", "佐证材料", "佐证材料"]


def test_what_one_may_not_see_is_not_in_the_list(cast: Cast, walk: Walk):
    walk.closed()

    assert filed(cast, walk, "stranger") == []


def test_many_proofs_cost_what_one_costs(cast: Cast, walk: Walk):
    walk.closed()
    office = viewer_of(cast.office)
    few = cost("archive", office, walk.round)
    walk.closed(), walk.closed()

    assert cost("archive", office, walk.round) == few
