"""Ledgers as provinces, enterprises and offices lay them out (domain V1 to V10)."""

from datetime import date

from bihuan.reading.blocks import Block, Document
from bihuan.reading.document import understand
from bihuan.reading.drafts import Draft
from tests.reading.made import cells, rows_of, table


def drafts(text: str) -> tuple[Draft, ...]:
    return understand(table(rows_of(text)), feedback_date=date(2025, 3, 5)).findings


def test_the_provinces_list_of_findings() -> None:
    first, second = drafts("""序号|整改巡视专项|问题类别|问题子类|具体问题|具体表现|对应四落实|是否重点关注|重点关注情形
1|巡视|政治建设|理论学习|理论武装不扎实|第一议题落实不严|落实党的理论和路线方针政策|是|被上级通报
2|选人用人专项|组织建设|干部选任|选任程序不规范|动议缺少记录||否|""")
    assert (first.aspect, first.issue, first.text, first.key) == (
        "落实党的理论和路线方针政策", "理论武装不扎实", "第一议题落实不严", True,
    )  # fmt: skip
    assert (second.issue, second.text, second.key) == ("选任程序不规范", "动议缺少记录", False)


def test_the_provinces_plan_with_several_measures() -> None:
    (draft,) = (
        drafts("""序号|具体表现|整改落实目标|责任领导|责任单位（部门）|是否常态化坚持|预计完成时间|措施内容|措施类型
1|第一议题落实不严|制度落实|县委书记|县委办|是|2025-06-30|修订制度|建章立制
1|第一议题落实不严|制度落实|县委书记|县委办|是|2025-06-30|开展督查|专项整治""")
    )
    assert (draft.goal, draft.measures, draft.standing, draft.deadline) == (
        "制度落实", ("修订制度", "开展督查"), True, date(2025, 6, 30),
    )  # fmt: skip


def test_the_provinces_report_with_a_status_of_the_finding_and_of_each_measure() -> None:
    (draft,) = drafts("""序号|具体问题|具体问题整改完成情况|问题完成情况概述|措施内容|完成情况|完善制度（项）
1|第一议题落实不严|基本完成|修订了制度|修订制度|已完成|1
||||开展督查|未完成|""")
    assert (draft.status, draft.progress, draft.measures) == ("partly", "修订了制度", ("修订制度", "开展督查"))


def test_an_enterprises_list_with_merged_cells_and_percentages() -> None:
    head = "序号|巡视反馈重点方面|巡视反馈重点内容|巡视反馈具体问题|整改计划|上周进度%|整改进度%|整改描述"
    rows = rows_of(f"""{head}|责任领导|分管领导|整体牵头部门/负责人|整改时限
1|党的领导|主责主业|研发投入不足|制定方案|10%|20%|印发方案|甲某|乙某|党群部/丙某|2025年9月
2|||产业布局不优|调整布局|10%|20%|已完成|甲某|乙某|规划部/丁某|长期坚持""")
    first, second = understand(table(rows, {(2, 2): (2, 1), (2, 3): (2, 1)})).findings
    assert (first.aspect, first.issue, first.leader, first.lead_unit, first.person, first.status) == (
        "党的领导", "主责主业", "甲某", "党群部", "丙某", None,
    )  # fmt: skip
    assert (second.aspect, second.issue, second.standing, second.deadline) == ("党的领导", "主责主业", True, None)


def test_an_enterprises_list_with_period_and_date() -> None:
    (draft,) = (
        drafts("""巡察问题序号|主要方面|发现的问题|问题的具体内容|原因分析|整改措施具体内容(含措施分解)|责任人|责任部门|责任领导|整改周期|预计完成时间|任务状态
1|党的建设|支部作用弱|活动少|重视不够|（1）定计划；（2）办活动|甲某|党群部|乙某|3个月|2025/9/30|进行中""")
    )
    assert (draft.aspect, draft.issue, draft.text, draft.cause) == ("党的建设", "支部作用弱", "活动少", "重视不够")
    assert (draft.measures, draft.deadline, draft.status) == (("定计划", "办活动"), date(2025, 9, 30), "open")


def test_a_slip_about_one_finding() -> None:
    (draft,) = drafts("""巡察反馈问题归零审批表
表单编号|GL-3|循环审批次数|1
巡察反馈的问题|支部作用弱|问题主要方面|党的建设
问题的具体内容|活动少
产生问题的根本原因|重视不够""")
    assert (draft.aspect, draft.issue, draft.text, draft.cause) == ("党的建设", "支部作用弱", "活动少", "重视不够")


def test_a_list_of_what_is_withheld_keeps_the_full_wording() -> None:
    (draft,) = drafts("""序号|具体问题（原文）|具体问题（拟不公开）|拟不公开理由|具体问题整改落实情况（原文）
1|某项目存在债务风险|某项目|重大敏感事项|已化解0.3亿元""")
    assert (draft.text, draft.progress) == ("某项目存在债务风险", "已化解0.3亿元")


def test_three_levels_in_an_unmerged_export() -> None:
    drafted = drafts("""序号|一级问题|二级问题|三级问题|整改措施
1|党的领导弱化|把关定向不够|议事规则不健全|修订规则
2|||研究不深入|开展调研""")
    assert [(d.aspect, d.issue, d.text) for d in drafted] == [
        ("党的领导弱化", "把关定向不够", "议事规则不健全"),
        ("党的领导弱化", "把关定向不够", "研究不深入"),
    ]


def test_a_list_of_immediate_fixes_makes_every_row_immediate() -> None:
    (draft,) = drafts(
        "立行立改台账\n序号|通知书编号|问题|牵头单位|整改时限|办理结果|状态\n1|LX-01|门牌破损|县民政局|2025-03-15|已更换|办结"
    )
    assert (draft.immediate, draft.status, draft.deadline) == (True, "done", date(2025, 3, 15))


def test_three_lists_on_their_sheets_are_joined_by_number() -> None:
    problems = cells(
        rows_of(
            "问题清单\n序号|问题类别|反馈问题|具体表现|问题性质（个性/共性）|认领领导|认领单位\n1|党的建设|党建弱|活动少|共性|甲某|县委办\n2|党的建设|支部弱|换届迟|个性|甲某|县委办"
        ),
        sheet="问题清单",
    )
    tasks = cells(
        rows_of(
            "序号|反馈问题|整改目标|整改措施|完成标志|整改时限|类型\n1|党建弱|达标|一是定计划；二是办活动|有记录|2025-06-30|集中整改\n2|支部弱|达标|换届|换届完成||立行立改"
        ),
        sheet="任务清单",
        table=2,
        first=len(problems),
    )
    duties = cells(
        rows_of(
            "序号|整改措施|责任领导|牵头单位|配合单位|责任人|联系电话\n1|定计划|乙某|县委组织部|县委办|丙某|0\n2|换届|||||"
        ),
        sheet="责任清单",
        table=3,
        first=len(problems) + len(tasks),
    )
    first, second = understand(Document(problems + tasks + duties)).findings
    assert (first.text, first.issue, first.measures, first.deadline, first.common) == (
        "活动少", "党建弱", ("定计划", "办活动"), date(2025, 6, 30), True,
    )  # fmt: skip
    assert (first.leader, first.lead_unit, first.support_units, first.person) == (
        "乙某",
        "县委组织部",
        ("县委办",),
        "丙某",
    )
    assert (second.leader, second.lead_unit, second.immediate, second.goal) == (
        "甲某",
        "县委办",
        True,
        "达标；换届完成",
    )


def test_a_notice_in_table_form() -> None:
    words = (Block(0, "云岭县教育局党组关于巡察整改进展情况的通报"), Block(1, "现将巡察整改进展情况予以公布。"))
    rows = rows_of(
        "序号|反馈问题|整改措施|整改成效|整改状态\n1|师德建设抓得不紧|开展师德教育；完善制度|满意度提高|已完成\n2|校园食堂监管不严|专项检查|整改隐患12处|持续整改"
    )
    reading = understand(Document(words + cells(rows, first=2)))
    assert reading.kind == "disclosure"
    assert [(d.text, d.measures, d.progress, d.status) for d in reading.findings] == [
        ("师德建设抓得不紧", ("开展师德教育", "完善制度"), "满意度提高", "done"),
        ("校园食堂监管不严", ("专项检查",), "整改隐患12处", "open"),
    ]
