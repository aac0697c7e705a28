"""Do the commitments give each unit what it leads, in the record's words?"""

from bihuan.dispatch.kinds import kinds
from bihuan.ledger.models import Finding
from bihuan.people.viewer import viewer_of
from tests.cast import Cast
from tests.dispatch.made import copied, cost, made
from tests.ledger.conftest import Walk
from tests.writing.frames import tables, texts


def test_each_leading_unit_has_its_findings(cast: Cast, walk: Walk):
    led = walk.rectifying()
    other = walk.raised()
    walk.assign(other, lead_unit=cast.farming.number)
    walk.raised()

    data = made("commitment", viewer_of(cast.office), walk.round)

    assert [table[1:] for table in tables(data)] == [
        [[other.ref, "镇村两级资金监管不严", "0", "", "2026-08-31"]],
        [[led.ref, "镇村两级资金监管不严", "1", "林远", "2026-08-31"]],
    ]
    assert [text.split("（")[2].split("）")[0] for text in texts(data) if text.startswith("单位负责人")] == [
        "何青",
        "赵启",
    ]


def test_one_unit_can_be_asked_for(cast: Cast, walk: Walk):
    walk.rectifying()
    walk.assign(walk.raised(), lead_unit=cast.farming.number)
    office = viewer_of(cast.office)
    (ask,) = kinds()["commitment"].asks

    assert ask.choices(office, walk.round)[1:] == [(cast.farming.ref, "县农业农村局"), (cast.town.ref, "松河镇")]
    assert len(tables(made("commitment", office, walk.round, unit=cast.town.ref))) == 1


def test_fifty_findings_cost_what_one_costs(cast: Cast, walk: Walk):
    finding, office = walk.rectifying(), viewer_of(cast.office)
    few = cost("commitment", office, walk.round)
    copied(Finding.objects.get(pk=finding.pk), 50)

    assert cost("commitment", office, walk.round) == few
