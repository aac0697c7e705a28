"""Does the workbook say of a finding what the record says, on the ledger and on each of the three lists?"""

from bihuan.writing.three_lists import TASKS
from tests.writing.samples import BARE, RECEPTION, lines, opened


def test_the_workbook_has_the_ledger_and_the_three_lists():
    assert opened([]).sheetnames == ["整改台账", "问题清单", "任务清单", "责任清单"]


def test_the_ledger_has_one_line_per_measure_and_says_the_finding_once():
    assert lines(opened([RECEPTION]), "整改台账") == [
        (
            "F-001",
            "群众身边腐败问题和不正之风",
            "落实中央八项规定精神不够严格",
            "公务接待超标准，2024年以来发生12起。",
            "接待审批制度执行不到位",
            "不再发生超标准接待",
            "1. 修订接待管理办法；严格审批",
            "王成",
            "县财政局",
            "县审计局、松河镇",
            "赵明",
            "2026-03-31\n长期坚持",
            "办法已印发。",
            "正在整改",
            "接待管理办法.docx\n检查报告.pdf",
            "会议研究",
        ),
        ("", "", "", "", "", "", "2. 开展专项检查", "", "", "", "", "", "", "", "", ""),
    ]


def test_the_list_of_findings_has_one_line_per_finding():
    assert lines(opened([RECEPTION, BARE]), "问题清单") == [
        (
            "F-001",
            "群众身边腐败问题和不正之风",
            "落实中央八项规定精神不够严格",
            "公务接待超标准，2024年以来发生12起。",
            "个性",
            "是",
            "王成",
            "县财政局",
        ),
        ("F-002", "—", "村级账目公开不及时。", "", "共性", "否", "", ""),
    ]


def test_a_task_without_its_own_date_is_due_with_its_finding():
    text, goal = RECEPTION.text, RECEPTION.goal
    assert lines(opened([RECEPTION]), "任务清单") == [
        (
            "F-001",
            text,
            goal,
            "1. 修订接待管理办法；严格审批",
            "建章立制 1 项",
            "印发的办法",
            "2026-02-28",
            "长期坚持",
            "已完成",
        ),
        ("", "", "", "2. 开展专项检查", "专项整治 1 项\n举一反三 2 项", "检查报告", "2026-03-31", "", "未完成"),
    ]


def test_a_duty_without_its_own_person_falls_to_the_person_of_the_finding():
    assert lines(opened([RECEPTION]), "责任清单") == [
        (
            "F-001",
            RECEPTION.text,
            "1. 修订接待管理办法；严格审批",
            "王成",
            "县财政局",
            "县审计局、松河镇",
            "张方",
            "0000-1234567",
        ),
        ("", "", "2. 开展专项检查", "", "", "", "赵明", ""),
    ]


def test_a_finding_without_measures_still_has_its_line_on_every_sheet():
    workbook = opened([BARE])
    assert [lines(workbook, name)[0][0] for name in workbook.sheetnames] == ["F-002"] * 4


def test_a_finding_that_is_neither_immediate_nor_standing_belongs_to_the_intensive_period():
    pace = [c.title.text for c in TASKS.columns].index("类型")
    plain, immediate = lines(opened([BARE.__class__(ref="F-003", text="例会制度执行不严。"), BARE]), "任务清单")
    assert (plain[pace], immediate[pace]) == ("集中整改", "立行立改")


def test_the_words_of_the_table_are_in_the_readers_language():
    workbook = opened([BARE], speak=lambda sentence: f"<{sentence}>")
    assert workbook.sheetnames == ["<整改台账>", "<问题清单>", "<任务清单>", "<责任清单>"]
    assert workbook["<问题清单>"]["F4"].value == "<否>"
