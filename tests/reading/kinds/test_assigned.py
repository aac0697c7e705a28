"""The tasks that a table in minutes assigns stand beside those of the text, in the order of the document."""

from datetime import date

from bihuan.reading.blocks import Document
from bihuan.reading.document import understand
from tests.reading.made import cells, paragraphs, rows_of

TEXT = paragraphs("云岭县委专题会议纪要\n会议要求，各牵头单位要逐项抓好落实。\n会议确定的具体任务如下：")
TABLE = "序号|工作任务|责任单位|完成时限\n1|清退公租房42套|县住建局|2025年8月31日\n2|修订议事规则|县委办公室|会后一周内"


def test_a_table_of_tasks_is_read_with_the_minutes_around_it() -> None:
    document = Document((*TEXT.blocks, *cells(rows_of(TABLE), first=len(TEXT.blocks))))
    reading = understand(document, feedback_date=date(2025, 6, 3))
    assert reading.kind == "speech"
    assert [(draft.text, draft.lead_unit, draft.deadline) for draft in reading.findings] == [
        ("各牵头单位要逐项抓好落实", "", None),
        ("清退公租房42套", "县住建局", date(2025, 8, 31)),
        ("修订议事规则", "县委办公室", None),
    ]
    assert [str(warning) for warning in reading.warnings] == [
        "第 3 行的整改时限“会后一周内”不是从反馈之日算起，请补上具体日期。"
    ]
    assert [place.text for place in reading.unassigned] == ["会议确定的具体任务如下："]


def test_minutes_with_a_table_that_is_no_list_are_read_by_their_text() -> None:
    document = Document((*TEXT.blocks, *cells(rows_of("姓名|电话\n甲某|略"), first=len(TEXT.blocks))))
    assert [draft.text for draft in understand(document).findings] == ["各牵头单位要逐项抓好落实"]
