"""Does the ledger that we write read back as the same findings?"""

from datetime import date, timedelta

import pytest

from bihuan.reading.document import read
from bihuan.writing.ledger import LedgerRow, MeasureRow
from tests.writing.samples import BARE, RECEPTION, written

STATES = {"done": "已完成", "partly": "基本完成", "open": "正在整改"}
FIELDS = (
    "text", "aspect", "issue", "number", "cause", "goal", "measures", "progress", "deadline", "standing", "immediate",
    "key", "common", "leader", "lead_unit", "support_units", "person", "remark",
)  # fmt: skip


def row(number: int) -> LedgerRow:
    """Made-up findings of every shape: no measure or up to four, with and without issue, units, dates and flags."""
    return LedgerRow(
        ref=f"F-{number:03}",
        text=f"第{number}批补贴发放审核把关不严，存在重复发放情况",
        aspect=("聚焦群众身边腐败问题", "聚焦基层党组织建设")[number % 2],
        issue="惠民资金监管不到位" if number % 5 else "",
        cause=f"第{number}号流程没有专人负责",
        goal=f"第{number}批补贴发放准确及时",
        measures=tuple(
            MeasureRow(str(n), f"对第{number}批开展第{n}轮核查；追回资金", "李圆", proof="核查报告", done="未完成")
            for n in range(1, number % 5 + 1)
        ),
        leader="王成" if number % 3 else "",
        lead_unit="县财政局",
        support_units=("县审计局", "松河镇")[: number % 3],
        person="赵明",
        deadline=str(date(2026, 1, 31) + timedelta(days=number)) if number % 4 else "",
        progress=f"已核查{number}户。",
        status=list(STATES.values())[number % 3],
        key=number % 7 == 0,
        immediate=number % 6 == 0,
        standing=number % 4 == 0,
        common=number % 2 == 0,
        evidence=("核查报告.docx",),
        remark="=不是公式" if number % 9 == 0 else "",
    )


def expected(row: LedgerRow) -> tuple[object, ...]:
    plain = {name: getattr(row, name) for name in FIELDS if hasattr(row, name)}
    plain |= {
        "number": row.ref,
        "measures": tuple(measure.text for measure in row.measures),
        "deadline": date.fromisoformat(row.deadline) if row.deadline else None,
    }
    return tuple(plain[name] for name in FIELDS)


def test_every_finding_reads_back_whole_and_in_order():
    rows = [row(number) for number in range(1, 61)]
    reading = read(written(rows), "整改台账.xlsx")
    assert [tuple(getattr(draft, name) for name in FIELDS) for draft in reading.findings] == [expected(r) for r in rows]
    assert [STATES[draft.status] for draft in reading.findings] == [r.status for r in rows]


def test_nothing_is_left_over_and_nothing_is_doubted():
    reading = read(written([RECEPTION, BARE]), "整改台账.xlsx")
    assert (reading.kind, reading.title) == ("ledger", "云岭县巡视反馈意见整改台账")
    assert (reading.unassigned, reading.suggestions, reading.warnings) == ((), (), ())
    assert [draft.confidence for draft in reading.findings] == ["high", "high"]


@pytest.mark.parametrize("sign", "=+-@")
def test_a_wording_that_begins_like_a_formula_reads_back_as_it_is(sign):
    finding = LedgerRow(ref="F-001", text=f"{sign}1 等公式被写进台账", measures=(MeasureRow("1", f"{sign}2 改为文字"),))
    (draft,) = read(written([finding]), "整改台账.xlsx").findings
    assert (draft.text, draft.measures) == (finding.text, (finding.measures[0].text,))
