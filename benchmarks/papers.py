"""How long do a plan with its three lists and a large workbook take, beside simpler writers of the same cells?

`python -m benchmarks.papers`: 700 findings with 2,400 measures in three lists. Bare python-docx writes the texts of the
same cells into tables of its own, without looks, merges or page set-up. The bare worksheet is a zip of strings, no
looks either: nothing writes the same cells faster.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from resource import RUSAGE_CHILDREN, getrusage
from time import perf_counter
from zipfile import ZIP_DEFLATED, ZipFile

import pypdfium2
from docx import Document
from xlsxwriter import Workbook

from benchmarks._measure import beside, peak_megabytes, print_peak, seconds, table
from bihuan.papers.office import as_pdf
from bihuan.say import say
from bihuan.writing.sheets import Sheets, book
from bihuan.writing.tables import Column, Heading, Table
from bihuan.writing.word import Spanned, Word

FINDINGS, MEASURES = 700, 2_400
ROWS, COLUMNS = 100_000, 15
PAGES = 100
MOMENT = datetime(2026, 3, 31, tzinfo=UTC)
LISTS = (
    ("问题清单", ("序号", "反馈问题", "方面", "整改目标", "状态"), (8, 80, 25, 60, 20)),
    ("任务清单", ("序号", "反馈问题", "整改措施", "完成时限", "成果形式"), (8, 60, 80, 22, 25)),
    ("责任清单", ("序号", "反馈问题", "整改措施", "责任领导", "责任单位", "状态"), (8, 50, 80, 18, 30, 18)),
)
SHARED = frozenset({0, 1})
"""A finding's own columns; the others are each measure's."""
Row = tuple[str, ...]


def findings() -> Iterator[tuple[int, int]]:
    """The number of each finding, and how many measures it has."""
    each, more = divmod(MEASURES, FINDINGS)
    return ((number, each + (number <= more)) for number in range(1, FINDINGS + 1))


def rows(title: str, number: int, measures: int) -> list[Row]:
    """What a list says of a finding: the first in one row, the others in one for each measure."""
    text = f"松河镇等 {number % 9 + 2} 个乡镇发放第 {number} 批补贴审核把关不严，存在重复发放、滞留资金等情况。"
    if title == "问题清单":
        goal = f"补贴发放准确及时，第 {number} 批重复发放的资金全部追回。"
        return [(str(number), text, "群众身边腐败问题和不正之风方面", goal, "正在整改")]
    rest = ("2026-06-30", "办法文本") if title == "任务清单" else ("王成", "县财政局", "正在整改")
    todo = f"修订补贴审核办法第 {number} 号并印发执行，逐月核对。"
    return [(str(number), text, f"措施 {place}：{todo}", *rest) for place in range(1, measures + 1)]


def plan() -> bytes:
    word = Word(moment=MOMENT)
    word.footer_note("数据截至：2026年3月31日　留痕：66c7f0f4")
    word.title("关于巡视反馈意见整改工作的方案")
    word.section(landscape=True)
    for title, head, widths in LISTS:
        word.title(title)
        lines = (Spanned(rows(title, *finding), SHARED) for finding in findings())
        word.table(head, lines, widths, centred=frozenset({0}))
        word.page_break()
    return word.contents()


def bare_docx() -> None:
    document = Document()
    for title, head, _ in LISTS:
        lines = [line for finding in findings() for line in rows(title, *finding)]
        made = document.add_table(rows=len(lines) + 1, cols=len(head))
        for row, texts in zip(made.rows, [head, *lines], strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    document.save(BytesIO())


def prose() -> bytes:
    """So many pages of headings, paragraphs and tables."""
    word = Word(moment=MOMENT)
    for part in range(1, PAGES + 1):
        word.heading(f"第 {part} 项整改情况", 2)
        for _ in range(3):
            word.paragraph("坚持问题导向，压实整改责任，逐项抓好落实，每一项都有人负责、有时限、有结果。" * 3)
        word.table(("序号", "措施"), [(str(row), "修订审核办法并印发执行") for row in range(5)], (1, 6))
        word.page_break()
    return word.contents()


def cells() -> Iterator[list[str]]:
    return ([f"第 {row} 行第 {column} 列" for column in range(COLUMNS)] for row in range(ROWS))


def our_workbook() -> None:
    columns = tuple(
        Column[list[str], None](say("列"), 12, lambda row, _, place=place: row[place]) for place in range(COLUMNS)
    )
    with book(BytesIO(), Heading("台账", "云岭县", "R1", MOMENT, "66c7f0f4")) as workbook:
        sheets = Sheets(workbook, Table(say("台账"), columns))
        for row in cells():
            sheets.write(row, (None,))


def bare_xlsxwriter() -> None:
    workbook = Workbook(BytesIO(), {"constant_memory": True})
    sheet = workbook.add_worksheet()
    for number, row in enumerate(cells()):
        sheet.write_row(number, 0, row)
    workbook.close()


def bare_worksheet() -> None:
    with ZipFile(BytesIO(), "w", ZIP_DEFLATED, compresslevel=1) as archive, archive.open("sheet1.xml", "w") as part:
        for row in cells():
            texts = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in row)
            part.write(f"<row>{texts}</row>".encode())


def printed(name: str, docx: bytes) -> tuple[str, str, str, str]:
    """Pages, seconds by the clock, and what LibreOffice took of a processor."""
    start, before = perf_counter(), processor()
    pdf = as_pdf(docx, moment=MOMENT, seconds=900)
    taken = perf_counter() - start
    return name, f"{len(pypdfium2.PdfDocument(pdf)):,}", f"{taken:.1f}", f"{processor() - before:.1f}"


def processor() -> float:
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    words = {"bare python-docx": bare_docx, "bihuan.writing.word": plan}
    print(beside(seconds(words, turns=3), f"a plan of {FINDINGS} findings, {MEASURES:,} measures"), end="\n\n")
    peaks = [(name, f"{peak_megabytes('benchmarks.papers', name):.0f}") for name in PEAKS]
    print(table(("one process", "peak memory, MB"), peaks), end="\n\n")
    books = {"a zip of strings": bare_worksheet, "bihuan.writing.sheets": our_workbook,
             "bare XlsxWriter": bare_xlsxwriter}  # fmt: skip
    print(beside(seconds(books, turns=3), f"a workbook of {ROWS:,} rows × {COLUMNS} columns"), end="\n\n")
    prints = [printed("headings, prose, tables", prose()), printed("the plan", plan())]
    print(table(("PDF by LibreOffice", "pages", "seconds", "CPU s"), prints))


PEAKS = {"python-docx": bare_docx, "word": plan}


if __name__ == "__main__":
    if len(sys.argv) > 1:
        PEAKS[sys.argv[1]]()
        print_peak()
    else:
        main()
