"""Which kind of document is this? Every kind collects points for what is typical of it; the
most points win."""

import re
from collections.abc import Iterable

from bihuan.reading.blocks import Document
from bihuan.reading.drafts import DocumentKind
from bihuan.reading.kinds.grid import grids
from bihuan.reading.kinds.header import header_of
from bihuan.reading.lines import lines
from bihuan.reading.numerals import fold

TITLE_LINES = 6
INSPECTION = "巡[视察]|督导|审计|检查"
SIGNS: tuple[tuple[DocumentKind, int, str], ...] = (  # kind, points, what one of the first lines says
    ("disclosure", 8, r"整改(?:落实|工作)?(?:进展|完成|落实)?情况的?(?:通报|公示|公告|公开|报告)"),
    ("disclosure", 8, r"整改(?:进展|落实|完成)情况"),
    ("disclosure", 6, r"现将[^。]{0,40}整改[^。]{0,20}(?:公布|公开|通报|公示)"),
    ("disclosure", 8, r"整改[^。]{0,12}(?:通报|公示|公告|公开)$"),
    ("speech", 9, r"(?:讲话|发言|致辞|讲话提纲|表态|讲话稿)(?:\s|$|[)])|(?:会议|专题)纪要|会议记录$"),
    (
        "speech",
        60,
        r"^[^。,;:]{2,60}(?:表态(?:发言|讲话)?|主持词|纪要|会议记录)(?:稿|提纲|要点|摘要)?(?:\([^()]{1,16}\))?$",
    ),
    ("speech", 24, r"^[^。,;:]{2,60}(?:讲话|发言|致辞)(?:稿|提纲|要点|摘要|摘录)?(?:\([^()]{1,16}\))?$"),
    (
        "speech",
        10,
        r"(?:召开|举行)[^。;]{0,40}(?:推进|部署|动员|调度|专题|常委|领导小组|工作|党组|党委|办公|碰头|协调|约谈)[^。;馈报]{0,4}会"
        r"(?:议[^。;]{0,4}(?:研究|部署|安排|听取)[^。;]*|议)?$",
    ),
    ("speech", 10, r"在[^。]{2,40}(?:会|会议|座谈|大会)上的"),
    ("speech", 8, r"动员(?:会|大会|部署会)[^。]{0,10}$|(?:常委会|党委会|办公会)(?:会议)?(?:纪要|记录)"),
    ("speech", 3, r"^(?:同志们|各位(?:领导|同志|代表))"),
    ("feedback", 8, rf"反馈(?:意见|会|(?:{INSPECTION})?情况)(?![^。]{{0,8}}整改)|的反馈$"),
    ("feedback", 8, rf"(?:{INSPECTION})[^。]{{0,6}}反馈(?![^。]{{0,14}}整改)"),
    ("feedback", 8, rf"反馈[^。]{{0,12}}(?:{INSPECTION})(?![^。]{{0,8}}整改)"),
    ("feedback", 4, r"问题(?:反馈|通报)$"),
)
TRACES: tuple[tuple[DocumentKind, int, str], ...] = (  # kind, points for each line of the body that says so
    ("disclosure", 2, r"^[^。]{0,8}(?:关于|针对)[^。]{2,120}问题(?:的?整改|[。:]|$)"),
    ("disclosure", 2, r"^整改(?:状态|情况|进展|结果|落实情况|成效|措施)\s*:|^(?:反馈)?问题\s*:"),
    ("disclosure", 5, r"现将[^。]{0,40}整改[^。]{0,20}(?:公布|公开|通报|公示)"),
    (
        "disclosure",
        2,
        r"^\d{1,2}[.、].*(?:已(?:完成|整改|办结|销号)[^。,]{0,8}|正在(?:推进|整改)[^。,]{0,4}|持续推进)[。;)]?$",
    ),
    ("disclosure", 1, r"整改进展|整改落实情况|已完成整改|组织整改落实"),
    (
        "speech",
        2,
        r"^[一二三四五六七八九十]要|^会议(?:要求|强调|指出|决定|认为|明确|议定)|^[^,。:]{2,14}(?:强调|要求|指出),",
    ),
    ("feedback", 2, r"巡[视察]发现|巡[视察]组(?:还)?(?:收到|建议|指出|要求)|意见建议|主要问题"),
    ("feedback", 24, r"代表[^。!向]{0,16}(?:巡[视察]组|督导组)[^。,!]{0,20}(?:反馈|通报)"),
    ("feedback", 4, r"问题线索[^。]{0,30}(?:移交|转|处理)"),
)


def kind_of(document: Document) -> DocumentKind:
    """The most likely kind; a table with a ledger's header weighs by its share of the text.

    A document of nothing but tables, such as any workbook, is a ledger.
    """
    body = [fold(line.text) for line in lines(document.blocks)]
    if not body and any(block.kind == "cell" and block.text.strip() for block in document.blocks):
        return "ledger"
    points: dict[DocumentKind, float] = {"feedback": 0.5, "disclosure": 0, "ledger": 0, "speech": 0}
    for kind, weight, pattern in SIGNS:
        at = next(
            (n for n, line in enumerate(body[:TITLE_LINES]) if len(line) < 400 and re.search(pattern, line)), None
        )
        if at is not None:
            points[kind] = max(points[kind], weight if at < 2 else weight / 2)
    for kind, weight, pattern in TRACES:
        points[kind] += min(max(10, weight), weight * sum(bool(re.search(pattern, line)) for line in body))
    points["ledger"] = _ledger_points(document, body)
    return max(points, key=lambda kind: points[kind])


def _ledger_points(document: Document, body: Iterable[str]) -> float:
    tables = grids(document.blocks)
    ledger = [grid for grid in tables if header_of(grid)]
    if not tables:
        return 0
    inside = sum(len(cell.text) for grid in ledger for cell in grid.cells)
    share = inside / (inside + sum(map(len, body)) + 1)
    return 16 * share if ledger else (4 if sum(map(len, body)) < 40 else 0)
