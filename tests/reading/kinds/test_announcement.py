"""What only announces findings is never part of one, however long the announcement is."""

import pytest

from bihuan.reading.kinds.announcement import announced, announces


@pytest.mark.parametrize(
    ("lead", "findings"),
    [
        ("巡视发现,还存在一些问题,主要是:", "学习不深入;落实不力。"),
        ("市局党组能够围绕中心、服务大局,但仍存在一些突出问题,主要是:", "1.学习不系统;2.推进不力。"),
        ("巡察发现的主要问题表现在", "党组作用发挥不充分,帮扶措施不精准等方面。"),
        ("县水利局党组对照新要求还有不小差距,突出问题集中在以下几个方面:", "学习不深入,推动不力。"),
        ("反馈指出,", "党委把方向作用发挥不够。"),
    ],
)
def test_an_announcement_ends_where_the_findings_begin(lead: str, findings: str) -> None:
    assert announced(lead + findings) == len(lead)


def test_a_shortcoming_with_its_instances_announces_nothing() -> None:
    assert announced("区委在推动整改上用力不够,主要表现在政治站位不够高、压力传导不到位。") == 0


def test_a_sentence_may_do_nothing_but_announce() -> None:
    assert announces("但还存在不少差距和不足。")
    assert not announces("队伍建设有短板")
    assert not announces("落实全面从严治党责任还有差距")
