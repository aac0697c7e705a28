"""Does the printed list say what was made afterwards, what comes back, and leave room for both hands?"""

from dataclasses import replace
from io import BytesIO

from docx import Document

from bihuan.say import say
from bihuan.writing.handover import HandoverLine, HandoverPaper, totals, write_handover

LINES = (
    HandoverLine("M-0001", "常委会会议记录（2024年）", "松河镇", "R-014", say("纸质"), say("原件"), 1, 120, True),
    HandoverLine(
        "M-0002",
        "道路项目情况说明",
        "松河镇",
        "",
        say("电子"),
        say("情况说明（{day} 事后制作）", day="2026-03-02"),
        2,
        None,
        False,
        (say("再次提供"), say("不可复印")),
    ),
)
PAPER = HandoverPaper(
    ref="H-003",
    organisation="云岭县",
    round="省委巡视",
    group="省委第三巡视组",
    handed_by="陈明",
    handed_at="2026-03-02 09:00",
    received_by="",
    received_at="",
    remark="首批",
    moment="2026-03-02 09:01",
    lines=LINES,
)


def written(paper: HandoverPaper = PAPER):
    return Document(BytesIO(write_handover(paper)))


def test_the_lines_stand_in_the_table_as_they_were_chosen():
    rows = [[cell.text for cell in row.cells] for row in written().tables[0].rows]
    assert rows == [
        ["序号", "材料编号", "材料名称", "提供单位", "对应事项", "载体", "形式", "份数", "页数", "是否归还", "备注"],
        ["1", "M-0001", "常委会会议记录（2024年）", "松河镇", "R-014", "纸质", "原件", "1", "120", "须归还", ""],
        [
            "2",
            "M-0002",
            "道路项目情况说明",
            "松河镇",
            "—",
            "电子",
            "情况说明（2026-03-02 事后制作）",
            "2",
            "—",
            "不归还",
            "再次提供；不可复印",
        ],
    ]


def test_the_words_around_it_name_both_sides_and_the_sum():
    assert [each.text for each in written().paragraphs if each.text] == [
        "资料交接清单",
        "编号：H-003　　移交单位：云岭县　　接收单位：省委第三巡视组　　移交时间：2026-03-02 09:00",
        "合计 2 件 3 份 120 页（另有 1 件未计页数）",
        "说明：首批",
        "移交人（签字）：　　　　　　　　（陈明）　　　　　　年　　月　　日",
        "接收人（签字）：　　　　　　　　（　　　　）　　　　　　年　　月　　日",
        "数据截至：2026-03-02 09:01",
    ]


def test_pages_count_in_every_copy():
    line = HandoverLine("M-0003", "名册", "松河镇", "", say("纸质"), say("复印件"), 3, 10, False)
    one = HandoverPaper(**{**vars(PAPER), "lines": (line,)})
    assert str(totals(one)) == "合计 1 件 3 份 30 页"


def test_a_list_that_knows_the_trail_says_it_at_the_foot_of_each_page():
    document = Document(BytesIO(write_handover(replace(PAPER, trail_head="ab" * 32))))

    foot = [each.text for each in document.sections[0].footer.paragraphs]
    assert foot[-1] == "数据截至：2026-03-02 09:01 留痕末端：abababababababab"
    assert not [each.text for each in document.paragraphs if each.text.startswith("数据截至")]
