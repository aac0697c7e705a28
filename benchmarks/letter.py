"""How much processor time does a feedback letter of two hundred pages take, as a Word file and as text?

`python -m benchmarks.letter`: four aspects, each with issues and their findings, every sentence of its own wording;
a page is 22 lines of 28 letters, as GB/T 9704 has it.
"""

import gc
from collections.abc import Iterator
from statistics import median
from time import process_time

from benchmarks._measure import TURNS, table
from benchmarks._reading.files import LETTERS, LINES, pages, plain
from benchmarks._reading.marks import Line
from benchmarks._reading.words import word
from bihuan.reading.document import read

PAGES = 200
ASPECTS = (
    "贯彻落实党的理论和路线方针政策方面",
    "群众身边腐败问题和不正之风方面",
    "基层党组织建设方面",
    "巡视审计等监督整改落实方面",
)
FINDINGS = 3


def lines(issues: int) -> Iterator[Line]:
    """A letter with so many issues under each aspect, and three findings under each issue."""
    yield Line("关于巡视云岭县的反馈意见")
    yield Line("中共云岭县委：")
    yield Line("根据统一部署，巡视组对云岭县委开展了常规巡视。现将巡视情况反馈如下。")
    yield Line("一、巡视发现的主要问题")
    for aspect, (mark, title) in enumerate(zip("一二三四", ASPECTS, strict=True)):
        yield Line(f"（{mark}）聚焦{title}")
        for issue in range(1, issues + 1):
            place = aspect * issues + issue
            yield Line(f"{issue}.第 {place} 项制度落实不到位。")
            yield from (Line(f"（{number}）{_finding(place, number)}") for number in range(1, FINDINGS + 1))
    yield Line("二、意见建议")
    yield Line("坚持问题导向，压实整改责任，逐项抓好落实。")
    yield Line("省委第三巡视组")
    yield Line("2026年3月31日")


def _finding(place: int, number: int) -> str:
    return (
        f"对第 {place} 项工作研究部署不够。{2022 + number}年以来，有 {place % 9 + 2} 个乡镇没有专题研究，"
        f"抽查 {place + 20} 份资料，{place % 7 + number} 份内容照抄照搬，"
        f"第 {place * FINDINGS + number} 号台账更新不及时，群众反映的问题长期没有解决。"
    )


def letter() -> list[Line]:
    """The shortest one that fills the pages."""
    issues = 1
    while len(pages(list(lines(issues)))) < PAGES:
        issues += 1
    return list(lines(issues))


def taken(data: bytes, name: str) -> tuple[int, float]:
    """The findings read, and the median seconds of processor time."""
    times: list[float] = []
    for _ in range(TURNS):
        gc.collect()
        start = process_time()
        found = len(read(data, name).findings)
        times.append(process_time() - start)
    return found, median(times)


def main() -> None:
    parts = letter()
    written = sum(line.text.startswith("（") for line in parts) - len(ASPECTS)
    rows = []
    for form, data in (("docx", word(parts, {})), ("txt", plain(parts, {}))):
        found, seconds = taken(data, f"letter.{form}")
        rows.append((form, str(len(pages(parts))), f"{written:,}", f"{found:,}", f"{seconds:.2f}"))
    print(table(("a feedback letter", f"pages of {LINES} × {LETTERS}", "findings", "read", "CPU s"), rows))


if __name__ == "__main__":
    main()
