"""An ordinary county ledger: titles, two-row header, merged cells, section rows, several measures, 同上."""

from datetime import date

from bihuan.reading.document import understand
from bihuan.reading.drafts import Draft, Reading
from tests.reading.made import rows_of, table

FEEDBACK = date(2025, 3, 5)
HEAD = "序号|反馈问题|整改措施|责任单位|整改时限|完成情况\n"

COUNTY = """云岭县委巡视整改台账
填报单位：云岭县整改办|||填报日期：2025年6月1日
序号|反馈问题||原因剖析|整改措施|整改责任|||整改时限|完成状态|备注
|一级|二级|||责任领导|牵头单位|配合单位|||
一、党的领导方面
1|理论武装不扎实|“第一议题”制度落实不严|重视不够|1.修订制度；⏎2.开展督查|甲某|县委办、县委组织部|县财政局/县人社局|6月底前|正在整改|
2||中心组学习质量不高|同上|完善学习计划|同上|县委宣传部||立行立改|已完成|
||||开展旁听||||2025年底前，并长期坚持||
合计|2
填表人：乙某"""
MERGED = {(1, 1): (1, 11), (3, 1): (2, 1), (3, 2): (1, 2), (3, 6): (1, 3), (5, 1): (1, 11), (6, 2): (3, 1)}


def read(text: str) -> Reading:
    return understand(table(rows_of(text)), feedback_date=FEEDBACK)


def warnings(reading: Reading) -> list[str]:
    return [str(warning) for warning in reading.warnings]


def test_a_county_ledger_becomes_drafts_with_all_their_fields() -> None:
    reading = understand(table(rows_of(COUNTY), MERGED), feedback_date=FEEDBACK)
    first, second = reading.findings
    assert first == Draft(
        text="“第一议题”制度落实不严",
        spans=first.spans,
        aspect="党的领导",
        issue="理论武装不扎实",
        number="1",
        cause="重视不够",
        measures=("修订制度", "开展督查"),
        status="open",
        deadline=date(2025, 6, 30),
        deadline_text="6月底前",
        leader="甲某",
        lead_unit="县委办",
        support_units=("县委组织部", "县财政局", "县人社局"),
    )
    assert second == Draft(
        text="中心组学习质量不高",
        spans=second.spans,
        aspect="党的领导",
        issue="理论武装不扎实",
        number="2",
        cause="重视不够",
        measures=("完善学习计划", "开展旁听"),
        status="done",
        deadline=date(2025, 12, 31),
        deadline_text="立行立改；2025年底前，并长期坚持",
        standing=True,
        immediate=True,
        leader="甲某",
        lead_unit="县委宣传部",
    )
    assert (reading.kind, reading.title, reading.unassigned, warnings(reading)) == (
        "ledger",
        "云岭县委巡视整改台账",
        (),
        [],
    )


def test_the_place_of_a_finding_is_the_cell_of_its_wording() -> None:
    reading = read(HEAD + "1|账目不清|清理|县财政局|2025-06-30|未完成")
    block = reading.blocks[reading.findings[0].spans[0].block]
    assert (block.text, block.row, block.column) == ("账目不清", 2, 2)


def test_an_impossible_date_is_said_with_its_row() -> None:
    reading = read(HEAD + "1|账目不清|清理|县财政局|2025年2月30日|")
    assert reading.findings[0].deadline is None
    assert warnings(reading) == ["第 2 行的整改时限“2025年2月30日”不是日历上有的日期，请改正后再确认。"]


def test_a_repeated_finding_is_kept_and_both_rows_are_named() -> None:
    reading = read(HEAD + "1|账目不清|清理|县财政局||\n2|票据不全|补齐|县财政局||\n3|账目不清|清理|县财政局||")
    assert [draft.text for draft in reading.findings] == ["账目不清", "票据不全", "账目不清"]
    assert warnings(reading) == ["第 4 行与第 2 行的问题内容相同，请确认是否重复。"]


def test_a_merged_cell_filled_down_by_an_export_is_one_finding() -> None:
    reading = read(HEAD + "1|账目不清|清理|县财政局||已完成\n1|账目不清|处置|县机关事务中心||未完成")
    draft = reading.findings[0]
    assert len(reading.findings) == 1
    assert (draft.measures, draft.lead_unit, draft.support_units) == (("清理", "处置"), "县财政局", ("县机关事务中心",))
    assert draft.status == "open"


def test_unknown_columns_are_named_and_may_be_explained() -> None:
    document = table(rows_of("序号|反馈问题|整改措施|处置口径\n1|账目不清|清理|县财政局"))
    assert warnings(understand(document)) == ["表格中有不认识的列“处置口径”，内容没有放入台账，请说明含义。"]
    explained = understand(document, columns={"处置口径": "lead_unit"})
    assert (explained.findings[0].lead_unit, warnings(explained)) == ("县财政局", [])


def test_two_columns_that_were_both_explained_give_rows() -> None:
    document = table(rows_of("毛病|谁来办\n账目不清|县财政局\n一、公文迟缓|县委办公室"))
    reading = understand(document, columns={"毛病": "finding", "谁来办": "lead_unit"})
    assert [(draft.text, draft.lead_unit) for draft in reading.findings] == [
        ("账目不清", "县财政局"),
        ("公文迟缓", "县委办公室"),
    ]


def test_the_person_is_not_the_leader() -> None:
    draft = read("序号|问题|措施|责任人|责任领导\n1|账目不清|清理|丙某|丁某").findings[0]
    assert (draft.person, draft.leader) == ("丙某", "丁某")


def test_ditto_stands_for_the_cell_above_and_same_as_for_the_row_named() -> None:
    reading = read(HEAD + "1|账目不清|清理|县财政局|6月30日前|\n2|票据不全|同上|〃|同上|\n3|库存不符|盘点|同第1项|同1|")
    assert [(d.measures, d.lead_unit, d.deadline) for d in reading.findings] == [
        (("清理",), "县财政局", date(2025, 6, 30)),
        (("清理",), "县财政局", date(2025, 6, 30)),
        (("盘点",), "县财政局", date(2025, 6, 30)),
    ]


def test_a_percentage_or_a_sentence_of_progress_is_no_status() -> None:
    reading = read("序号|问题|措施|进展情况\n1|账目不清|清理|80%\n2|票据不全|补齐|已印发通知3份")
    assert [(d.status, d.progress) for d in reading.findings] == [(None, "80%"), (None, "已印发通知3份")]


def test_a_table_without_a_header_says_so_and_loses_nothing() -> None:
    reading = understand(table(rows_of("轮次|单位|完成率\n第一轮|县财政局|80%")), kind="ledger")
    assert [p.text for p in reading.unassigned] == ["轮次", "单位", "完成率", "第一轮", "县财政局", "80%"]
    assert warnings(reading) == ["没有找到带“问题”或“整改措施”列的表头，请检查表头，或逐列说明含义。"]
