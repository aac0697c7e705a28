"""Does the plan on paper hold the frame for its author and, row by row, the three lists?"""

from io import BytesIO

from docx import Document

from bihuan.say import say
from bihuan.writing.plan import Duty, Milestone, PlanPaper, write_plan
from bihuan.writing.rows import LedgerRow, MeasureRow
from tests.writing.frames import FIGURES, HEADING, texts

ROW = LedgerRow(
    ref="F-001",
    text="镇村两级资金监管不严",
    aspect="全面从严治党",
    issue="财务管理薄弱",
    goal="资金监管到位",
    measures=tuple(MeasureRow(str(n), f"措施{n}", "镇财政所", "2026-06-30", "印发的办法") for n in range(1, 51)),
    leader="林远",
    lead_unit="松河镇",
    deadline="2026-08-31",
)
PAPER = PlanPaper(
    heading=HEADING,
    group="省委第三巡视组",
    feedback_on="2026-02-20",
    figures=FIGURES,
    duties=(Duty(say("第一责任人"), "周正", "云岭县 县委书记", 0),),
    milestones=(Milestone(say("整改方案报送"), "2026-03-20", say("反馈后 1 个月")),),
    rows=(ROW, LedgerRow(ref="F-002", text="长" * 300)),
)


def test_the_frame_has_its_five_parts_and_the_counts():
    said = texts(write_plan(PAPER))

    parts = ["总体要求", "组织领导", "整改任务", "时间安排", "工作要求"]
    annexes = ["附件 1", "问题清单", "附件 2", "任务清单", "附件 3", "责任清单"]
    assert [text for text in said if 3 < len(text) < 6] == [*parts, *annexes]
    assert "共涉及 4 个方面、16 个大项、36 个问题，列明具体表现 30 条，制定整改措施 72 条。" in said


def test_each_list_has_a_line_for_each_measure_and_one_for_a_finding_without():
    tables = Document(BytesIO(write_plan(PAPER))).tables

    assert [len(table.rows) for table in tables] == [2, 2, 3, 52, 52]
    assert [cell.text for cell in tables[2].rows[2].cells] == ["F-002", "—", "长" * 300, "", "个性", "否", "", ""]
    assert [cell.text for cell in tables[3].rows[50].cells][3] == "50. 措施50"


def test_an_empty_round_is_said():
    said = texts(write_plan(PlanPaper(HEADING, "省委第三巡视组", "", FIGURES, (), (), ())))

    assert said.count("无。") == 5
    assert "省委第三巡视组尚未登记反馈日期。" in said
