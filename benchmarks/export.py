"""How long does the ledger workbook take, and how much memory, beside bare XlsxWriter with the same cells?

`python -m benchmarks.export`: 20,000 findings, 40,000 measures, four worksheets. The bare contestant gets the cells of
those four worksheets ready in memory and writes them with `Worksheet.write_row`, without looks or page set-up.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from os import devnull
from pathlib import Path

from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from benchmarks._measure import beside, peak_megabytes, print_peak, seconds, table
from bihuan.writing.ledger import Heading, LedgerRow, MeasureRow, write_ledger

FINDINGS = 20_000
HEADING = Heading("云岭县巡视反馈意见", "云岭县", "R2", datetime(2026, 3, 31, tzinfo=UTC), "66c7f0f4")
Cells = dict[str, list[list[str]]]


def findings(count: int) -> Iterator[LedgerRow]:
    """Made up one by one, each with two measures and some 300 characters."""
    for number in range(1, count + 1):
        yield LedgerRow(
            ref=f"F-{number}",
            aspect="聚焦群众身边腐败问题和不正之风方面",
            issue=f"第 {number} 项：惠民惠农资金监管不够到位",
            text=f"松河镇等 {number % 9 + 2} 个乡镇发放补贴审核把关不严，存在重复发放、滞留资金等情况。",
            cause="审核责任没有落实到岗到人，部门之间数据没有共享，日常监督检查流于形式。",
            goal="补贴发放准确及时，重复发放的资金全部追回。",
            measures=(
                MeasureRow(
                    "1",
                    f"修订补贴审核办法第 {number} 号并印发执行",
                    "赵明",
                    "2026-04-30",
                    "办法文本",
                    ("建章立制 1 项",),
                    "已完成",
                ),
                MeasureRow(
                    "2",
                    f"追回第 {number} 批重复发放的资金",
                    "李圆",
                    "2026-05-31",
                    "缴款凭证",
                    ("挽回损失 3 万元",),
                    "未完成",
                ),
            ),
            leader="王成",
            lead_unit="县财政局",
            support_units=("县农业农村局", "松河镇"),
            person="赵明",
            deadline="2026-06-30",
            progress=f"已完成核查，追回资金 {number % 50} 万元，其余正在办理。",
            status="正在整改",
            evidence=("补贴审核办法.docx", "缴款凭证.pdf"),
        )


def cells(count: int) -> Cells:
    """The rows of every worksheet, as they stand in a file that the product wrote."""
    out = BytesIO()
    write_ledger(out, findings(count), heading=HEADING)
    out.seek(0)
    workbook = CalamineWorkbook.from_filelike(out)
    return {name: workbook.get_sheet_by_name(name).to_python() for name in workbook.sheet_names}


def bare(sheets: Cells, constant_memory: bool) -> None:
    workbook = Workbook(BytesIO(), {"constant_memory": constant_memory})
    for name, rows in sheets.items():
        sheet = workbook.add_worksheet(name)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    workbook.close()


def main() -> None:
    sheets, made = cells(FINDINGS), list(findings(FINDINGS))
    times = seconds(
        {
            "bare XlsxWriter, constant_memory on": lambda: bare(sheets, constant_memory=True),
            "bare XlsxWriter, constant_memory off": lambda: bare(sheets, constant_memory=False),
            "bihuan.writing.ledger": lambda: write_ledger(BytesIO(), made, heading=HEADING),
        },
        turns=3,
    )
    print(beside(times, f"export of {FINDINGS:,} findings, {sum(map(len, sheets.values())):,} rows"))
    print()
    peaks = [(f"{count:,}", f"{peak_megabytes('benchmarks.export', str(count)):.0f}") for count in (2_000, FINDINGS)]
    print(table(("findings exported", "peak memory, MB"), peaks))


def peak(count: int) -> None:
    """Export to nowhere, so that what is measured is the writer and not the finished file."""
    with Path(devnull).open("wb") as out:
        write_ledger(out, findings(count), heading=HEADING)
    print_peak()


if __name__ == "__main__":
    peak(int(sys.argv[1])) if len(sys.argv) > 1 else main()
