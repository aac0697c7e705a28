"""Does the table hold what is withheld from each audience, on which ground, and what was decided?"""

from bihuan.dispatch.models import Withholding
from bihuan.people.viewer import viewer_of
from tests.cast import NOW, Cast
from tests.dispatch.made import made
from tests.ledger.conftest import Walk
from tests.writing.frames import sheets


def test_what_is_withheld_from_one_audience_is_told_to_the_other(cast: Cast, walk: Walk):
    finding = walk.closed()
    Withholding.objects.create(
        organisation=cast.county, finding=finding, number=1, audience="society", part="result", ground="case",
        reason="正在核查", asked_by=cast.office, asked_at=NOW,
    )  # fmt: skip

    found = sheets(made("province_withheld", viewer_of(cast.office), walk.round, ending="xlsx"))

    wording, result = "镇村两级资金监管不严", "修订村级资金管理办法"
    ground = "涉及正在初核或未公布的在办案件：正在核查（拟不公开，待审批）"
    assert found["党内通报"][1:] == [["1", wording, "", "", result, "", ""]]
    assert found["社会公开"][1:] == [["1", wording, "", "", result, result, ground]]
