"""How does the public notice (整改进展情况通报) look: findings by aspect, each with its state and what was done?

Source: trade.md §4.3 (opening, form N2, end block). Written so that `bihuan read` finds the same findings and states
in it again: a finding is quoted in its heading, and its state stands on a labelled line of its own.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from bihuan.say import Say, say
from bihuan.writing.dates import in_words
from bihuan.writing.onpaper import stamped
from bihuan.writing.tables import Heading, Speak
from bihuan.writing.word import Word

LEFT, OTHERS = say("（由起草人填写）"), say("其他")
DIGITS = ("", "一", "二", "三", "四", "五", "六", "七", "八", "九")
MARKS = ("{han}、", "（{han}）", "{digit}.", "（{digit}）")
"""How the four levels of headings are numbered."""
ENDS = " \t\n。；;，,：:、"
"""What a wording loses at its end where it is quoted in a heading."""


@dataclass(frozen=True)
class Point:
    """One finding as it is told."""

    ref: str
    text: str
    state: Say
    aspect: str = ""
    issue: str = ""
    results: tuple[str, ...] = ()
    withheld: bool = False
    """What was done about it is not told."""


@dataclass(frozen=True)
class Contact:
    """Where the public turns to, from when until when."""

    phone: str = ""
    post: str = ""
    mail: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True)
class Notice:
    """The whole notice. Its figures count what the record has, not what is told."""

    heading: Heading
    inside: bool
    """党内通报; else for everybody."""
    group: str
    visited: tuple[str, str]
    """When the group was there."""
    feedback: str
    organising: str
    figures: tuple[Say, ...]
    points: tuple[Point, ...]
    next_steps: str
    contact: Contact
    signed: str
    withheld: int = 0
    """How many findings are kept out of it as a whole."""


@dataclass(frozen=True)
class Line:
    """One paragraph: how deep its heading stands (0: no heading), and what it says without its number."""

    level: int
    text: str


def lines(paper: Notice, speak: Speak) -> Iterator[Line]:
    """The notice below its title, paragraph by paragraph; Word and plain text only differ in how they look."""
    yield Line(0, speak(_opening(paper)))
    yield Line(1, speak(say("组织整改落实情况")))
    yield from (Line(0, text) for text in _paragraphs(paper.organising, speak))
    yield from (Line(0, speak(figure)) for figure in paper.figures)
    yield Line(1, speak(say("巡视反馈问题整改进展情况")))
    yield from _findings(paper, speak)
    yield Line(1, speak(say("下一步工作")))
    yield from (Line(0, text) for text in _paragraphs(paper.next_steps, speak))
    yield from (Line(0, speak(sentence)) for sentence in _contact(paper))


def title(paper: Notice) -> Say:
    return say("{organisation}关于巡视整改进展情况的通报", organisation=paper.heading.organisation)


def write_notice(paper: Notice, *, speak: Speak = str) -> bytes:
    """The Word file, portrait."""
    word = Word(moment=paper.heading.as_of)
    word.footer_note(speak(stamped(paper.heading)))
    word.title(speak(title(paper)))
    for line in lines(paper, speak):
        if line.level:
            word.heading(line.text, line.level, numbered=True)
        else:
            word.paragraph(line.text)
    word.signature(paper.signed, _date(paper))
    return word.contents()


def write_notice_text(paper: Notice, *, speak: Speak = str) -> bytes:
    """Plain text for a web page, with no word of the record's own moment."""
    body = [speak(title(paper)), *_numbered(lines(paper, speak)), paper.signed, _date(paper)]
    return ("\n".join(body) + "\n").encode()


def _numbered(every: Iterable[Line]) -> Iterator[str]:
    """The paragraphs, each heading with the number that Word would count for it."""
    counts = [0] * len(MARKS)
    for line in every:
        if line.level:
            counts[line.level - 1] += 1
            counts[line.level :] = [0] * (len(MARKS) - line.level)
            count = counts[line.level - 1]
            yield MARKS[line.level - 1].format(han=numeral(count), digit=count) + line.text
        else:
            yield line.text


def numeral(number: int) -> str:
    """`12` → `十二`, up to 99."""
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else DIGITS[tens]) + "十" * (tens > 0) + DIGITS[ones]


def _date(paper: Notice) -> str:
    return in_words(paper.heading.as_of)


def _opening(paper: Notice) -> Say:
    """The sentence that all notices begin with."""
    since, until = paper.visited
    return say(
        "根据巡视工作统一部署，{since}至{until}，{group}对{organisation}进行了巡视。{feedback}，{group}反馈了巡视意见。"
        "按照党务公开原则和巡视工作有关要求，现将巡视整改进展情况{how}。",
        since=since, until=until, group=paper.group, organisation=paper.heading.organisation, feedback=paper.feedback,
        how=say("予以通报") if paper.inside else say("予以公布"),
    )  # fmt: skip


def _paragraphs(text: str, speak: Speak) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()] or [speak(LEFT)]


def _findings(paper: Notice, speak: Speak) -> Iterator[Line]:
    """（一） aspect, 1. issue, （1） finding; a level that a finding lacks is left out."""
    if not paper.points:
        yield Line(0, speak(say("无。")))
    for aspect, group in groupby(paper.points, key=lambda point: point.aspect):
        yield Line(2, speak(say("在“{aspect}”方面", aspect=quotable(aspect) or speak(OTHERS))))
        for issue, below in groupby(group, key=lambda point: point.issue):
            if issue:
                yield Line(3, quotable(issue))
            for point in below:
                yield from _told(point, 4 if issue else 3, speak)


def _told(point: Point, level: int, speak: Speak) -> Iterator[Line]:
    yield Line(level, speak(say("关于“{quoted}”问题的整改", quoted=quotable(point.text))))
    yield Line(0, speak(say("整改状态：{state}", state=speak(point.state))))
    if not point.withheld:
        yield Line(0, speak(say("整改情况：{results}", results=_results(point, speak))))


def quotable(text: str) -> str:
    """A wording in one line, without the mark at its end."""
    return "".join(text.split("\n")).strip().rstrip(ENDS)


def _results(point: Point, speak: Speak) -> str:
    told = [quotable(text) for text in point.results if quotable(text)]
    if len(told) > 1:
        return "".join(f"{numeral(place)}是{text}。" for place, text in enumerate(told, 1))
    return f"{told[0]}。" if told else speak(say("正在按计划推进。"))


def _contact(paper: Notice) -> Iterator[Say]:
    """The end block."""
    where = paper.contact
    yield say("欢迎广大干部群众对巡视整改落实情况进行监督。如有意见建议，请及时向我们反映。")
    yield say(
        "联系方式：电话{phone}；邮政信箱{post}；电子邮箱{mail}。公布期：{since}至{until}。",
        phone=where.phone or "—",
        post=where.post or "—",
        mail=where.mail or "—",
        since=where.since or "—",
        until=where.until or "—",
    )
