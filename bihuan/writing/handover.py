"""How does the list of a hand-over (交接清单) look on paper? Numbered, counted, with a line for each signature.

Source: trade.md §2.4. What was made afterwards, what goes out again and what must come back is said in its line.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bihuan.say import Say, say
from bihuan.writing.onpaper import ending
from bihuan.writing.tables import Speak
from bihuan.writing.word import Word

HEAD = (
    say("序号"),
    say("材料编号"),
    say("材料名称"),
    say("提供单位"),
    say("对应事项"),
    say("载体"),
    say("形式"),
    say("份数"),
    say("页数"),
    say("是否归还"),
    say("备注"),
)
WIDTHS = (10, 20.5, 50, 26, 20.5, 12, 22, 12, 12, 20.5, 19.5)
CENTRED = frozenset({0, 1, 4, 5, 7, 8, 9})


@dataclass(frozen=True)
class HandoverLine:
    """One line, as plain values; what comes from a list of words is a sentence still to be translated."""

    ref: str
    title: str
    unit: str
    request: str
    carrier: Say
    form: Say
    copies: int
    pages: int | None
    to_return: bool
    remarks: tuple[Say, ...] = ()
    """Again provided, not to be copied, work secret."""


@dataclass(frozen=True)
class HandoverPaper:
    """One list with what stands above and below it."""

    ref: str
    organisation: str
    round: str
    group: str
    handed_by: str
    handed_at: str
    received_by: str
    received_at: str
    remark: str
    moment: str
    """The moment of the record that the paper shows."""
    lines: tuple[HandoverLine, ...]
    cancelled_at: str = ""
    """When it was cancelled; such a list is kept, and is not signed."""
    cancel_reason: str = ""
    trail_head: str = ""
    """Where the trail ended at that moment; said at the foot of every page where it is known."""

    @property
    def copies(self) -> int:
        return sum(line.copies for line in self.lines)

    @property
    def pages(self) -> int:
        return sum(line.copies * (line.pages or 0) for line in self.lines)


def totals(paper: HandoverPaper) -> Say:
    """`合计 3 件 5 份 120 页`: a page counts in every copy; what was not counted is said."""
    uncounted = sum(line.pages is None for line in paper.lines)
    counted = {"items": len(paper.lines), "copies": paper.copies, "pages": paper.pages}
    if uncounted:
        return say(
            "合计 {items} 件 {copies} 份 {pages} 页（另有 {uncounted} 件未计页数）", **counted, uncounted=uncounted
        )
    return say("合计 {items} 件 {copies} 份 {pages} 页", **counted)


def write_handover(paper: HandoverPaper, *, speak: Speak = str) -> bytes:
    """The Word file, landscape because of its columns."""
    word = Word(landscape=True)
    if paper.trail_head:
        word.footer_note(speak(ending(paper.moment, paper.trail_head)))
    word.title(speak(say("资料交接清单（已作废）") if paper.cancelled_at else say("资料交接清单")))
    about = (
        say("编号：{ref}", ref=paper.ref),
        say("移交单位：{organisation}", organisation=paper.organisation),
        say("接收单位：{group}", group=paper.group),
        say("移交时间：{moment}", moment=paper.handed_at),
    )
    word.note("　　".join(map(speak, about)))
    head = [speak(title) for title in HEAD]
    word.table(head, (_row(place, line, speak) for place, line in enumerate(paper.lines, 1)), WIDTHS, centred=CENTRED)
    word.note(speak(totals(paper)))
    if paper.remark:
        word.note(speak(say("说明：{remark}", remark=paper.remark)))
    for line in (cancelled(paper),) if paper.cancelled_at else signatures(paper):
        word.paragraph(speak(line), indent=False, keep=True)
    if not paper.trail_head:
        word.note(speak(say("数据截至：{moment}", moment=paper.moment)), align="right")
    return word.contents()


def cancelled(paper: HandoverPaper) -> Say:
    """What stands in place of the signatures on a list that was cancelled."""
    return say("本清单已于 {moment} 作废：{reason}", moment=paper.cancelled_at, reason=paper.cancel_reason)


def signatures(paper: HandoverPaper) -> tuple[Say, Say]:
    """Who hands over and who receives: the name in print, and room for the hand."""
    return (
        say("移交人（签字）：　　　　　　　　（{name}）　　　　　　年　　月　　日", name=paper.handed_by),
        say(
            "接收人（签字）：　　　　　　　　（{name}）　　　　　　年　　月　　日", name=paper.received_by or "　　　　"
        ),
    )


def _row(place: int, line: HandoverLine, speak: Speak) -> Sequence[str]:
    return (
        str(place),
        line.ref,
        line.title,
        line.unit,
        line.request or "—",
        speak(line.carrier),
        speak(line.form),
        str(line.copies),
        "—" if line.pages is None else str(line.pages),
        speak(say("须归还") if line.to_return else say("不归还")),
        speak(say("；")).join(map(speak, line.remarks)),
    )
