"""What is written in these tests? Two invented findings of an invented county, and how a workbook is read again."""

from collections.abc import Iterable
from datetime import datetime, timedelta, timezone
from io import BytesIO

from openpyxl import Workbook, load_workbook

from bihuan.writing.ledger import Heading, LedgerRow, MeasureRow, write_ledger

HEADING = Heading(
    title="云岭县巡视反馈意见",
    organisation="中共云岭县委",
    round="R2",
    as_of=datetime(2026, 3, 31, 9, 5, tzinfo=timezone(timedelta(hours=8))),
    trail_head="66c7f0f4",
)
RECEPTION = LedgerRow(
    ref="F-001",
    text="公务接待超标准，2024年以来发生12起。",
    aspect="群众身边腐败问题和不正之风",
    issue="落实中央八项规定精神不够严格",
    cause="接待审批制度执行不到位",
    goal="不再发生超标准接待",
    measures=(
        MeasureRow("1", "修订接待管理办法；严格审批", "张方", "2026-02-28", "印发的办法", ("建章立制 1 项",), "已完成"),
        MeasureRow("2", "开展专项检查", "", "", "检查报告", ("专项整治 1 项", "举一反三 2 项"), "未完成"),
    ),
    leader="王成",
    lead_unit="县财政局",
    support_units=("县审计局", "松河镇"),
    person="赵明",
    phone="0000-1234567",
    deadline="2026-03-31",
    progress="办法已印发。",
    status="正在整改",
    key=True,
    standing=True,
    evidence=("接待管理办法.docx", "检查报告.pdf"),
    remark="会议研究",
)
BARE = LedgerRow(ref="F-002", text="村级账目公开不及时。", immediate=True, common=True)


def written(rows: Iterable[LedgerRow], **options: object) -> bytes:
    out = BytesIO()
    write_ledger(out, rows, heading=HEADING, **options)
    return out.getvalue()


def opened(rows: Iterable[LedgerRow], **options: object) -> Workbook:
    return load_workbook(BytesIO(written(rows, **options)))


def lines(workbook: Workbook, sheet: str) -> list[tuple[str, ...]]:
    """The lines under the column names; an empty cell is an empty text."""
    return [tuple(cell or "" for cell in row) for row in workbook[sheet].iter_rows(min_row=4, values_only=True)]
