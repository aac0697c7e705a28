"""Do the statistics agree with the record, for the round and unit by unit?"""

from bihuan.ledger.models import Finding
from bihuan.people.viewer import viewer_of
from tests.cast import Cast
from tests.dispatch.made import copied, cost, made
from tests.ledger.conftest import Walk
from tests.writing.frames import sheets


def test_every_finding_is_counted_once(cast: Cast, walk: Walk):
    walk.closed(), walk.rectifying(), walk.raised()
    fix = walk.raised()
    walk.assign(fix, immediate=True, lead_unit=cast.farming.number)

    found = sheets(made("statistics", viewer_of(cast.office), walk.round, ending="xlsx"))

    assert found["整改统计表"][1][:8] == ["省委巡视", "云岭县", "3", "1", "33.33%", "1", "0", "0.00%"]
    assert [row[1:8] for row in found["分单位统计"][1:]] == [
        ["县农业农村局", "0", "0", "—", "1", "0", "0.00%"],
        ["松河镇", "2", "1", "50.00%", "0", "0", "—"],
        ["—", "1", "0", "0.00%", "0", "0", "—"],
    ]
    assert found["分单位统计"][3][-1] == "尚未分派牵头单位"


def test_an_empty_round_has_one_line_and_fifty_findings_cost_what_one_costs(cast: Cast, walk: Walk):
    office = viewer_of(cast.office)
    assert sheets(made("statistics", office, walk.round, ending="xlsx"))["整改统计表"][1][2:5] == ["0", "0", "—"]

    finding = walk.rectifying()
    few = cost("statistics", office, walk.round)
    copied(Finding.objects.get(pk=finding.pk), 50)
    assert cost("statistics", office, walk.round) == few
