"""How does the list of the archive (归档目录) look? What is to be kept of a round, with dates and check values.

Source: R14 in trade.md §2.2. Signed originals are on paper: copies and pages are left open for whoever files them.
"""

from collections import Counter
from dataclasses import dataclass

from bihuan.say import Say, say
from bihuan.writing.official import Official
from bihuan.writing.tables import Column, Heading, Speak, Table
from bihuan.writing.workbook import single, write_workbook

SHOWN = 16
"""Signs of a check value that stand on paper; the workbook has all of them."""


@dataclass(frozen=True)
class Filed:
    """One thing to be kept."""

    place: int
    group: Say
    ref: str
    title: str
    on: str
    hash: str = ""
    """SHA-256 of the file; empty for what only the record holds."""
    remark: str = ""


@dataclass(frozen=True)
class ArchivePaper:
    heading: Heading
    filed: tuple[Filed, ...]


def _table(check: Column[Filed, None]) -> Table[Filed, None]:
    return Table(
        say("归档目录"),
        (
            Column(say("序号"), 11, lambda f, _: str(f.place), centred=True),
            Column(say("类别"), 20.5, lambda f, _: f.group),
            Column(say("文号或编号"), 42, lambda f, _: f.ref),
            Column(say("题名"), 44, lambda f, _: f.title),
            Column(say("日期"), 25, lambda f, _: f.on, centred=True),
            Column(say("份数"), 12, lambda f, _: "", centred=True),
            Column(say("页数"), 12, lambda f, _: "", centred=True),
            check,
            Column(say("备注"), 16.5, lambda f, _: f.remark),
        ),
    )


PAPER = _table(Column(say("校验值（前 16 位）"), 42, lambda f, _: f.hash[:SHOWN], centred=True))
SHEET = _table(Column(say("校验值（SHA-256）"), 36, lambda f, _: f.hash))


def counts(paper: ArchivePaper) -> tuple[tuple[Say, int], ...]:
    """(group, how many), in the order of the list."""
    found = Counter(str(each.group) for each in paper.filed)
    groups = {str(each.group): each.group for each in paper.filed}
    return tuple((groups[name], number) for name, number in found.items())


def write_archive(paper: ArchivePaper, *, speak: Speak = str) -> bytes:
    """The Word file, lying."""
    title = say("{organisation}{round}归档目录", organisation=paper.heading.organisation, round=paper.heading.title)
    official = Official(paper.heading, title, speak, landscape=True)
    official.about()
    listed = (say("{group} {count} 件", group=group, count=number) for group, number in counts(paper))
    told = speak(say("，")).join(map(speak, listed))
    official.says(say("共 {count} 件：{groups}。", count=len(paper.filed), groups=told) if told else "")
    official.table(PAPER, paper.filed)
    official.signatures(
        say("移交人（签字）：　　　　　　　　　　接收人（签字）：　　　　　　　　　　　　年　　月　　日")
    )
    return official.contents()


def write_archive_sheet(paper: ArchivePaper, *, speak: Speak = str) -> bytes:
    """The Excel file."""
    return write_workbook(paper.heading, (single(SHEET, paper.filed),), speak=speak)
