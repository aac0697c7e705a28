"""What does the Word file of a letter say? The letter as plain values, in the words of the office."""

from datetime import date, datetime

from django.utils import timezone

from bihuan.watch.models import Letter
from bihuan.watch.queries.ladder import step_of
from bihuan.writing.letter import LetterFact, LetterPaper


def kept_facts(letter: Letter) -> tuple[LetterFact, ...]:
    """The facts as they were kept at drafting."""
    return tuple(LetterFact(**{**each, "promised": tuple(each["promised"])}) for each in letter.facts)


def day_words(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def moment_words(at: datetime) -> str:
    return f"{timezone.localtime(at):%Y-%m-%d %H:%M}"


def paper_of(letter: Letter) -> LetterPaper:
    """As it stands; a draft says that it is one. Always in Chinese: it is a paper of the office, not a page."""
    step = step_of(letter)
    return LetterPaper(
        organisation=letter.organisation.name,
        title=str(step.title),
        number=letter.document_number,
        unit=letter.unit.name,
        text=letter.text,
        as_of=moment_words(letter.as_of),
        facts=kept_facts(letter),
        term=day_words(letter.term) if letter.term else "",
        answer_due=day_words(letter.answer_due) if letter.answer_due else "",
        issued_on=day_words(timezone.localdate(letter.issued_at)) if letter.issued_at else "",
        in_person=step.in_person,
        draft=letter.issued_at is None,
    )
