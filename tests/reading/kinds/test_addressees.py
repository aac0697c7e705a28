"""The unit that a demand is addressed to leads; everyone at once, a person or the inspection team does not."""

import pytest

from bihuan.reading.kinds.addressees import helpers_named, lead_named, leader_named


@pytest.mark.parametrize(
    ("demand", "lead"),
    [
        ("县委联络组要按照巡视组安排,做好资料提供", "县委联络组"),
        ("县纪委监委、县委组织部要开展日常监督", "县纪委监委、县委组织部"),
        ("县委办公室牵头,于2025年9月20日前拟定整改方案", "县委办公室"),
        ("对滞后任务下发督办通知,由县纪委监委机关跟踪问效", "县纪委监委机关"),
        ("请县委办公室于8月1日前提供会议记录", "县委办公室"),
        ("后勤组做好办公用房保障", "后勤组"),
        ("由县产业园区管委会负责", "县产业园区管委会"),
        ("请县政府督查室将议定事项逐项交办", "县政府督查室"),
        ("立即停止挂靠,由经营管理部牵头清理", "经营管理部"),
        ("机动地的事,由村监委会牵头", "村监委会"),
        ("整改情况报告由县委办公室负责起草", "县委办公室"),
        ("县关工委(县妇联牵头)", "县妇联"),
    ],
)
def test_a_unit_told_what_to_do_leads(demand: str, lead: str) -> None:
    assert lead_named(demand) == lead


@pytest.mark.parametrize(
    "demand",
    [
        "各乡镇、各部门要指定专人负责",
        "各级党组织要深刻认识",
        "对逾期任务,由分管市领导包抓",
        "班子成员要带头认领",
        "我们一定要站在政治和全局的高度",
        "对巡视组要如实汇报",
        "“死亡保”要逐户核实",
        "组织部门要严把关口",
        "切实把思想统一到省委对这次巡视的要求上来",
        "由县委书记任组长",
        "分管常委要靠前指挥",
        "垃圾中转站必须在6月30日前运行",
    ],
)
def test_everyone_a_person_or_a_matter_does_not_lead(demand: str) -> None:
    assert lead_named(demand) == ""


def test_the_units_that_help_are_named_with_the_lead() -> None:
    assert helpers_named("由县发改局牵头,县工信局、县财政局配合,11月20日前提出方案") == "县工信局、县财政局"
    assert helpers_named("县财政局会同县审计局开展清查") == "县审计局"
    assert helpers_named("县委办公室牵头,于9月20日前拟定方案") == ""
    assert helpers_named("县委编办会同县委组织部、县人社局逐人核查") == "县委组织部、县人社局"
    assert helpers_named("县财政局要及时拨付,县水务局要加强监管") == "县水务局"


def test_the_person_who_leads_is_named_with_the_post() -> None:
    named = [
        leader_named(demand)
        for demand in (
            "由副县长陆明川负责,县生态环境局牵头",
            "由县委副书记方致远同志牵头",
            "由分管副县长包抓",
            "由领导小组副组长分片包抓",
            "对逾期任务,由分管市领导包抓",
            "党组织书记负总责",
        )
    ]
    assert named == ["副县长陆明川", "县委副书记方致远", "分管副县长", "", "", ""]
