"""How does a letter to a slow unit (督办文书) read? Drafted from the record, and as a Word file when it is issued.

Source: trade.md §3.3; the page follows `writing/word/`. The facts below the text are a table of the record at the
moment of drafting; what the text says of them may be edited, the table may not.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bihuan.say import Say, say
from bihuan.writing.tables import Speak
from bihuan.writing.word import Word

HEAD = (
    say("编号"),
    say("反馈问题"),
    say("原时限"),
    say("现时限"),
    say("逾期"),
    say("未完成措施"),
    say("缺佐证"),
    say("延期"),
)
WIDTHS = (16, 52, 22, 22, 16, 20, 16, 16)
CENTRED = frozenset({0, 2, 3, 4, 5, 6, 7})
PROMISED_MOST = 5
"""Promised measures that the text names for one finding; the rest stands in the ledger."""


@dataclass(frozen=True)
class LetterFact:
    """What the record says of one finding, as plain values that can be kept."""

    ref: str
    text: str
    since: str
    """On which day it came to the unit."""
    deadline: str
    due: str
    late: int
    """Working days since the date that holds; negative before it."""
    measures: int
    open: int
    unproved: int
    """Measures without any proof."""
    granted: int
    """How often the date was moved."""
    refused: int
    promised: tuple[str, ...] = ()
    """Open measures with who and by when."""


@dataclass(frozen=True)
class LetterPaper:
    """One letter as plain values; what is empty is not known yet."""

    organisation: str
    title: str
    number: str
    unit: str
    text: str
    as_of: str
    facts: tuple[LetterFact, ...]
    term: str = ""
    answer_due: str = ""
    issued_on: str = ""
    in_person: bool = False
    draft: bool = False


def draft_text(facts: Sequence[LetterFact], *, round: str, demand: str, as_of: str, speak: Speak = str) -> str:
    """The text to begin with: what, since when, what is missing, what was promised, what is asked."""
    opening = say(
        "{round}反馈的下列 {count} 个问题由你单位牵头整改。截至 {as_of}，台账记载的情况如下：",
        round=round,
        count=len(facts),
        as_of=as_of,
    )
    parts = [speak(opening)]
    parts += [f"{place}. {_about(fact, speak)}" for place, fact in enumerate(facts, 1)]
    return "\n".join([*parts, demand])


def _about(fact: LetterFact, speak: Speak) -> str:
    said = [
        say(
            "{ref}“{wording}”，{since} 起由你单位整改。", ref=fact.ref, wording=fact.text.rstrip("。"), since=fact.since
        ),
        _dates(fact),
        _missing(fact),
    ]
    if fact.promised:
        named = "；".join(fact.promised[:PROMISED_MOST])
        said.append(say("你单位承诺而未完成的措施：{measures}。", measures=named))
    return "".join(map(speak, filter(None, said)))


def _dates(fact: LetterFact) -> Say | None:
    if not fact.due:
        return say("尚未定整改时限。")
    moved: Say | str = ""
    if fact.granted:
        moved = say("（原时限 {deadline}，已延期 {count} 次）", deadline=fact.deadline, count=fact.granted)
    elif fact.deadline != fact.due:
        moved = say("（原时限 {deadline}）", deadline=fact.deadline)
    if fact.late > 0:
        return say("整改时限 {due}{moved}，已逾期 {late} 个工作日。", due=fact.due, moved=moved, late=fact.late)
    return say("整改时限 {due}{moved}，还有 {left} 个工作日。", due=fact.due, moved=moved, left=-fact.late)


def _missing(fact: LetterFact) -> Say:
    if not fact.measures:
        return say("还没有整改措施。")
    if not fact.open and not fact.unproved:
        return say("{measures} 条措施都已完成并附佐证材料，尚未申请销号。", measures=fact.measures)
    return say(
        "{measures} 条措施中 {open} 条没有完成，{unproved} 条没有佐证材料。",
        measures=fact.measures,
        open=fact.open,
        unproved=fact.unproved,
    )


def write_letter(paper: LetterPaper, *, speak: Speak = str) -> bytes:
    """The Word file: red head once it has a number, text, the table of facts, and a slip to sign for it."""
    word = Word()
    if paper.number:
        word.red_head(paper.organisation, paper.number)
    word.title(paper.title)
    if paper.draft:
        word.note(speak(say("草稿，未编号，不作为正式文书")), align="center")
    word.paragraph(f"{paper.unit}：", indent=False)
    for line in paper.text.splitlines():
        if line.strip():
            word.paragraph(line.strip())
    for sentence in orders(paper):
        word.paragraph(speak(sentence))
    if paper.issued_on:
        word.signature(paper.organisation, paper.issued_on)
    if paper.facts:
        word.heading(speak(say("附：台账记载（截至 {as_of}）", as_of=paper.as_of)))
        word.table([speak(title) for title in HEAD], map(row, paper.facts), WIDTHS, centred=CENTRED)
    _slip(word, paper, speak)
    return word.contents()


def orders(paper: LetterPaper) -> tuple[Say, ...]:
    """What the letter sets, beyond its text: they come from its fields, so that text and date never disagree."""
    said = []
    if paper.term:
        said.append(say("上述问题的最后时限定为 {term}。", term=paper.term))
    if paper.answer_due:
        said.append(say("请于 {day} 前书面答复整改办。", day=paper.answer_due))
    return tuple(said)


def row(fact: LetterFact) -> tuple[str, ...]:
    """One line of the table of facts."""
    return (
        fact.ref,
        fact.text,
        fact.deadline or "—",
        fact.due or "—",
        str(fact.late) if fact.late > 0 else "—",
        f"{fact.open}/{fact.measures}",
        str(fact.unproved),
        str(fact.granted),
    )


def _slip(word: Word, paper: LetterPaper, speak: Speak) -> None:
    """The receipt below the letter."""
    word.heading(speak(say("签收回执")), numbered=False)
    if paper.in_person:
        word.paragraph(speak(say("本文书须由单位负责人本人签收。")))
    word.paragraph(speak(say("签收人（签字）：　　　　　　　　　　　　　年　　月　　日")), indent=False)
