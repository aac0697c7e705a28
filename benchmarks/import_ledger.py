"""How long does a spreadsheet ledger take to become drafts, beside python-calamine merely reading its cells?

`python -m benchmarks.import_ledger`: one worksheet of 5,000 findings in the ordinary county columns (trade.md §2.3,
V9), as an office would send it: a title, a 填报单位 line, dates in several wordings, several measures in a cell.
Units, leaders, aspects, deadlines and statuses come again and again, as they do in a county; the wording of a finding,
its cause, measures and progress are each row's own. They are more than any cache of the reader holds, so that no turn
gains from the turn before it.
"""

import sys
from io import BytesIO
from pathlib import Path
from random import Random
from tempfile import NamedTemporaryFile

from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from benchmarks._measure import beside, peak_megabytes, print_peak, seconds, table
from bihuan.reading.document import read
from bihuan.reading.formats import read_blocks
from bihuan.writing.ledger import LEDGER

FINDINGS = 5_000
LARGE, LONG = 25_000, 420
"""A workbook of 20 MB: so many findings, and so many letters more in each."""
ANY = [chr(letter) for letter in range(0x4E00, 0x5600)]
PROGRESS = 12
COLUMNS = [column.title.text for column in LEDGER.columns]
ASPECTS = (
    "聚焦贯彻落实党的理论和路线方针政策方面",
    "聚焦群众身边腐败问题和不正之风方面",
    "聚焦基层党组织建设方面",
    "聚焦巡视审计等监督整改落实方面",
)
LEADERS = ("王成", "李文博", "周立", "陈志远", "刘敏", "黄建", "吴晓", "徐岩", "孙浩")
UNITS = (
    "县财政局", "县农业农村局", "县教育体育局", "县卫生健康局", "县民政局", "县审计局", "县水利局", "县林业局",
    "县统计局", "县司法局", "县医疗保障局", "县人力资源和社会保障局", "松河镇", "石塘镇", "清溪镇", "柳林镇", "白沙镇",
    "龙泉镇", "新桥镇", "云台镇", "高岗镇", "双河镇", "青山镇", "长岭镇",
)  # fmt: skip
DEADLINES = ("2026年6月30日前", "2026-05-31", "立行立改", "2026年底前，并长期坚持", "2026年9月底前")
STATES = ("已完成", "正在整改", "基本完成", "未完成")


def line(number: int) -> tuple[str | int, ...]:
    """One finding, with what its row alone says and what many rows say."""
    unit = number * 7 % len(UNITS)
    return (
        number,
        ASPECTS[number // 100 % len(ASPECTS)],
        f"惠民惠农资金监管不够到位（第 {number // 7} 类）",
        f"松河镇等 {number % 9 + 2} 个乡镇发放第 {number} 批补贴审核把关不严，存在重复发放、滞留资金等情况。",
        f"审核责任没有落实到岗到人，第 {number} 号流程的数据没有共享。",
        "补贴发放准确及时，重复发放的资金全部追回。",
        f"1.修订补贴审核办法第 {number} 号并印发执行；\n2.追回第 {number} 批重复发放的资金；\n3.开展专项检查。",
        LEADERS[unit % len(LEADERS)],
        UNITS[unit],
        f"{UNITS[(unit + number % 5 + 1) % len(UNITS)]}、{UNITS[(unit + 7) % len(UNITS)]}",
        f"{LEADERS[unit * 5 % len(LEADERS)][0]}明",
        DEADLINES[number % len(DEADLINES)],
        f"已完成第 {number} 批的核查，追回资金 {number % 50} 万元，其余正在办理。",
        STATES[number % len(STATES)],
        "补贴审核办法.docx",
        "",
    )


def ledger(findings: int = FINDINGS, long: int = 0) -> bytes:
    """A workbook; each finding's progress goes on for `long` letters that follow no rule."""
    letters = Random(1)
    out = BytesIO()
    workbook = Workbook(out)
    sheet = workbook.add_worksheet("整改台账")
    sheet.merge_range(0, 0, 0, len(COLUMNS) - 1, "云岭县巡视反馈问题整改台账")
    sheet.write_row(1, 0, ["填报单位：云岭县"])
    sheet.write_row(2, 0, COLUMNS)
    for number in range(1, findings + 1):
        values = list(line(number))
        values[PROGRESS] = f"{values[PROGRESS]}{''.join(letters.choices(ANY, k=long))}"
        sheet.write_row(number + 2, 0, values)
    workbook.close()
    return out.getvalue()


def cells(data: bytes) -> int:
    workbook = CalamineWorkbook.from_filelike(BytesIO(data))
    return sum(len(workbook.get_sheet_by_name(name).to_python()) for name in workbook.sheet_names)


def main() -> None:
    data = ledger()
    drafts = len(read(data, "整改台账.xlsx").findings)
    if drafts != FINDINGS:
        raise SystemExit(f"{FINDINGS:,} findings were written and {drafts:,} were read.")
    times = seconds(
        {
            "python-calamine, all cells": lambda: cells(data),
            "bihuan.reading.formats.read_blocks, blocks": lambda: read_blocks(data, "整改台账.xlsx"),
            "bihuan.reading.document.read, drafts": lambda: read(data, "整改台账.xlsx"),
        }
    )
    print(beside(times, f"import of a ledger of {FINDINGS:,} rows"))
    print()
    print(table(("one workbook", "findings", "peak memory, MB"), memory()))


def memory() -> list[tuple[str, str, str]]:
    """The ordinary workbook, and one of 20 MB: as the text packs that well, that takes long wordings of any letters."""
    lines = []
    for long, count in ((0, FINDINGS), (LONG, LARGE)):
        with NamedTemporaryFile(suffix=".xlsx") as file:
            file.write(ledger(count, long))
            file.flush()
            size = f"{file.tell() / 1024**2:.1f} MB"
            lines.append((size, f"{count:,}", f"{peak_megabytes('benchmarks.import_ledger', file.name):.0f}"))
    return lines


def peak(path: Path) -> None:
    read(path.read_bytes(), path.name)
    print_peak()


if __name__ == "__main__":
    peak(Path(sys.argv[1])) if len(sys.argv) > 1 else main()
