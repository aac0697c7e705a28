"""How does the county hear of its findings? A letter for the running round, a ledger for the finished one."""

import io
from collections.abc import Iterable
from datetime import date, datetime

from bihuan.ledger.actions.intake import Earlier, confirm_intake, open_intake
from bihuan.ledger.models import Finding, Intake
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.site.demo import word
from bihuan.site.demo.county import NAME, done
from bihuan.site.demo.story import Story
from bihuan.site.demo.texts import LETTER, Issue, data, issues
from bihuan.writing.ledger import Heading, LedgerRow, write_ledger

ONES, TENS = "零一二三四五六七八九", "十"


def receive_letter(round: Round, by: Viewer, at: datetime) -> Intake:
    """The feedback letter, uploaded and read."""
    return _open(round, data("letter")["file"], letter(round), by, at)


def receive_supplement(round: Round, by: Viewer, at: datetime) -> Intake:
    """A short further letter, which waits to be checked and confirmed."""
    written = data("letter")["supplement"]
    return _open(round, written["file"], written["text"].strip().encode(), by, at)


def receive_ledger(round: Round, stories: Iterable[Story], by: Viewer, at: datetime) -> Intake:
    """The ledger of the finished round, as a workbook."""
    return _open(round, f"{round.group}反馈问题整改台账.xlsx", ledger(round, stories, at), by, at)


def confirm(intake: Intake, stories: Iterable[Story], by: Viewer, at: datetime) -> None:
    """Every story gets the finding that was read from its wording. Raises KeyError where reading lost one."""
    found: dict[str, Finding] = {each.text: each for each in done(confirm_intake(intake, by=by, at=at))}
    for story in stories:
        story.finding = found.pop(story.written.text)
    if found:
        raise RuntimeError(f"nobody wrote these: {list(found)}")


def _open(round: Round, name: str, content: bytes, by: Viewer, at: datetime) -> Intake:
    intake = done(open_intake(round, name=name, data=content, by=by, at=at))
    if isinstance(intake, Earlier):
        raise RuntimeError(f"{name} was read before")
    return intake


def letter(round: Round) -> bytes:
    """The letter with all its findings, numbered as such letters are: 一、（一）1."""
    written = data("letter")
    found = issues(LETTER, round.feedback_on.year)
    headings = list(dict.fromkeys(issue.aspect for issue in found))
    turn = written["turn"].format(aspects=len(headings), findings=sum(len(issue.findings) for issue in found))
    opening = written["opening"].format(entry=_day(round.entry_on), leaving=_day(round.leaving_on))
    body = [written["to"], opening, written["praise"], turn]
    for number, heading in enumerate(headings, start=1):
        body.append(f"{han(number)}、{heading}")
        body += _part(issue for issue in found if issue.aspect == heading)
    body += [f"{han(len(headings) + 1)}、{written['suggestions_title']}"]
    body += [f"（{han(number)}）{text}" for number, text in enumerate(written["suggestions"], start=1)]
    body += [written["clues"], written["closing"], written["signed"], _day(round.feedback_on)]
    return word.document(written["title"], body)


def _part(found: Iterable[Issue]) -> Iterable[str]:
    for number, issue in enumerate(found, start=1):
        yield f"（{han(number)}）{issue.title}"
        yield from (f"{place}.{finding.text}" for place, finding in enumerate(issue.findings, start=1))


def ledger(round: Round, stories: Iterable[Story], at: datetime) -> bytes:
    heading = Heading(f"{NAME}{round.title}", NAME, round.title, at, "")
    out = io.BytesIO()
    write_ledger(out, (_row(number, story) for number, story in enumerate(stories, start=1)), heading=heading)
    return out.getvalue()


def _row(number: int, story: Story) -> LedgerRow:
    units, written = story.county.units, story.written
    return LedgerRow(
        ref=str(number),
        aspect=written.aspect,
        issue=written.issue,
        text=written.text,
        lead_unit=units[written.lead].name,
        support_units=tuple(units[code].name for code in written.supports),
        deadline=story.deadline.isoformat(),
    )


def han(number: int) -> str:
    """`han(12)` is 十二."""
    tens, ones = divmod(number, 10)
    return (ONES[tens] if tens > 1 else "") + TENS * bool(tens) + (ONES[ones] if ones else "")


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
