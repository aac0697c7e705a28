"""Does the plan hold what the record says of every finding and measure?"""

from bihuan.ledger.models import Finding
from bihuan.people.viewer import viewer_of
from tests.cast import Cast
from tests.dispatch.made import copied, cost, made
from tests.ledger.conftest import Walk
from tests.writing.frames import tables, texts


def test_the_lists_hold_what_the_record_says(cast: Cast, walk: Walk):
    finding, bare = walk.rectifying(key=True), walk.raised(aspect="全面从严治党", issue="作风不实")

    data = made("plan", viewer_of(cast.office), walk.round)

    people, _dates, findings, tasks, duties = tables(data)
    assert people[1:] == [
        ["第一责任人", "周正", "云岭县 县委书记", "0"],
        ["责任领导", "林远", "云岭县 副县长", "1"],
        ["整改办", "陈明", "县委办公室 整改办工作人员", "0"],
    ]
    assert findings[1:] == [
        [finding.ref, "—", "镇村两级资金监管不严", "", "个性", "是", "林远", "松河镇"],
        [bare.ref, "全面从严治党", "作风不实", "镇村两级资金监管不严", "个性", "否", "", ""],
    ]
    assert tasks[1] == [
        finding.ref,
        "镇村两级资金监管不严",
        "资金监管到位",
        "1. 修订村级资金管理办法",
        "",
        "印发的办法",
        "2026-06-30",
        "集中整改",
        "未完成",
    ]
    assert [row[4:7] for row in duties[1:]] == [["松河镇", "", "镇财政所"], ["", "", ""]]
    assert "共涉及 1 个方面、2 个大项、2 个问题，列明具体表现 1 条，制定整改措施 1 条。" in texts(data)


def test_who_sees_nothing_of_a_round_gets_an_empty_plan(cast: Cast, walk: Walk):
    walk.rectifying()

    assert texts(made("plan", viewer_of(cast.stranger), walk.round)).count("无。") == 3


def test_the_same_moment_gives_the_same_bytes_and_costs_the_same_for_many(cast: Cast, walk: Walk):
    finding, office = walk.rectifying(), viewer_of(cast.office)
    few = cost("plan", office, walk.round)
    copied(Finding.objects.get(pk=finding.pk), 50)

    assert cost("plan", office, walk.round) == few
    assert made("plan", office, walk.round) == made("plan", office, walk.round)
