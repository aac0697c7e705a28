"""How does a commitment (整改责任书) look on paper? A page for each unit: what it answers for, by when, and who signs.

Source: R5 in trade.md §2.2; signed by the unit's head and by the leader in charge (双签).
"""

from dataclasses import dataclass

from bihuan.say import Say, say
from bihuan.writing.official import NOTHING, Official
from bihuan.writing.rows import LedgerRow
from bihuan.writing.tables import Column, Heading, Speak, Table


@dataclass(frozen=True)
class Commitment:
    """One unit with the findings it leads."""

    unit: str
    heads: tuple[str, ...]
    leaders: tuple[str, ...]
    rows: tuple[LedgerRow, ...]


@dataclass(frozen=True)
class CommitmentPaper:
    heading: Heading
    commitments: tuple[Commitment, ...]


LED: Table[LedgerRow, None] = Table(
    say("牵头整改的问题"),
    (
        Column(say("序号"), 16, lambda f, _: f.ref, centred=True),
        Column(say("反馈问题"), 72, lambda f, _: f.text),
        Column(say("措施数"), 18, lambda f, _: str(len(f.measures)), centred=True),
        Column(say("责任领导"), 22, lambda f, _: f.leader),
        Column(say("整改时限"), 28, lambda f, _: f.deadline, centred=True),
    ),
)


def write_commitment(paper: CommitmentPaper, *, speak: Speak = str) -> bytes:
    """The Word file, a page for each unit."""
    title = say("巡视反馈问题整改责任书")
    official = Official(paper.heading, title, speak)
    if not paper.commitments:
        official.says(NOTHING)
    for place, commitment in enumerate(paper.commitments):
        if place:
            official.page()
            official.title(title)
        _page(official, commitment, paper, speak)
    return official.contents()


def _page(official: Official, commitment: Commitment, paper: CommitmentPaper, speak: Speak) -> None:
    comma = speak(say("、"))
    official.about()
    official.says(
        say("{unit}牵头整改{round}反馈的 {count} 个问题，作如下承诺：", unit=commitment.unit,
            round=paper.heading.title, count=len(commitment.rows)),
        say("一是如实认领问题，查清原因，不推诿、不回避。"),
        say("二是按时限落实整改措施，需要延期的提前申请并说明理由。"),
        say("三是如实报告进展和结果，佐证材料真实、完整。"),
    )  # fmt: skip
    official.table(LED, commitment.rows)
    official.signatures(
        signed(say("单位负责人"), comma.join(commitment.heads)), signed(say("责任领导"), comma.join(commitment.leaders))
    )


def signed(part: Say, names: str) -> Say:
    """Who signs: the name in print, and room for the hand."""
    return say("{part}（签字）：　　　　（{names}）　　年　月　日", part=part, names=names or "　　　　")
