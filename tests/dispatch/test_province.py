"""Do the tables for the province say what the record says?"""

import pytest

from bihuan.ledger.models import Finding, MeasureKind
from bihuan.people.viewer import viewer_of
from tests.cast import Cast
from tests.dispatch.made import copied, cost, made
from tests.ledger.conftest import Walk
from tests.writing.frames import sheets


def rows(name: str, cast: Cast, walk: Walk) -> list[list[str]]:
    (found,) = sheets(made(name, viewer_of(cast.office), walk.round, ending="xlsx")).values()
    return found[1:]


def test_findings_are_numbered_and_named_by_their_set(cast: Cast, walk: Walk):
    walk.raised(aspect="落实新时代党的组织路线方面", issue="基层组织薄弱")
    walk.raised(aspect="选人用人方面")
    walk.assign(walk.raised(), immediate=True, key=True)

    assert rows("province_findings", cast, walk) == [
        ["1", "巡视", "落实新时代党的组织路线方面", "", "基层组织薄弱", "镇村两级资金监管不严",
         "落实新时代党的组织路线", "否", ""],
        ["2", "选人用人专项", "选人用人方面", "", "镇村两级资金监管不严", "镇村两级资金监管不严", "", "否", ""],
        ["3", "立行立改", "—", "", "镇村两级资金监管不严", "镇村两级资金监管不严", "", "是", ""],
    ]  # fmt: skip


def test_the_plan_has_a_line_for_each_measure_and_one_for_a_finding_without(cast: Cast, walk: Walk):
    walk.rectifying(in_intensive=False)
    walk.raised()

    first, second = rows("province_plan", cast, walk)
    assert first == ["1", "镇村两级资金监管不严", "资金监管到位", "林远", "松河镇", "否", "否", "2026-08-31",
                     "修订村级资金管理办法", "林远", "镇财政所", "2026-06-30", ""]  # fmt: skip
    assert second == ["2", "镇村两级资金监管不严", "", "", "", "否", "是", "2026-08-31", *[""] * 5]


def test_the_report_has_the_numbers_and_the_proofs(cast: Cast, walk: Walk):
    closed = walk.closed()
    MeasureKind.objects.create(measure=closed.measures.get(), kind="loss", number="12.50")
    walk.rectifying()

    first, second = rows("province_report", cast, walk)
    assert (first[2], first[5], first[8], first[13]) == ("已完成", "已完成", "12.5", "办法")
    assert (second[2], second[5], second[8], second[13]) == ("未完成", "未完成", "", "")


@pytest.mark.parametrize("name", ["province_findings", "province_plan", "province_report"])
def test_fifty_findings_cost_what_one_costs(cast: Cast, walk: Walk, name: str):
    finding, office = walk.rectifying(), viewer_of(cast.office)
    few = cost(name, office, walk.round)
    copied(Finding.objects.get(pk=finding.pk), 50)

    assert cost(name, office, walk.round) == few
