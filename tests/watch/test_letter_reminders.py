"""The answer that a letter asks for is due like anything else: the unit hears of it until it has answered."""

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from bihuan.rules.letter import Move
from bihuan.watch.models import Letter, Notice
from bihuan.watch.queries.inbox import entries
from bihuan.watch.queries.things import letters_due
from tests.ledger.conftest import done
from tests.watch.conftest import Heard, Sweeping
from tests.watch.letters import Post

DUE = date(2026, 5, 20)
NEAR, LATE = "2026-05-19 09:00", "2026-05-21 09:00"


def put(letter: Letter) -> Letter:
    """The answer is due on a day far from the dates of its findings."""
    Letter.objects.filter(pk=letter.pk).update(answer_due=DUE)
    return letter


def letters_of(heard: dict[str, list[str]]) -> dict[str, list[str]]:
    told = {name: [word for word in words if word.startswith("L-")] for name, words in heard.items()}
    return {name: words for name, words in told.items() if words}


def test_head_and_handler_of_the_unit_hear_before_and_after_the_day(post: Post, sweeping: Sweeping, heard: Heard):
    put(post.issued())
    told = []
    for at in (NEAR, LATE):
        sweeping(at)
        told.append(letters_of(heard(key=at[:10])))

    assert told == [
        {"handler": ["L-001 yellow"], "head": ["L-001 yellow"]},
        {"handler": ["L-001 red"], "head": ["L-001 red"]},
    ]


def test_a_signed_letter_still_asks_for_its_answer_and_an_answered_one_no_more(
    post: Post, sweeping: Sweeping, heard: Heard
):
    put(post.signed())
    put(post.answered())
    sweeping(LATE)

    assert letters_of(heard()) == {"handler": ["L-001 red"], "head": ["L-001 red"]}


def test_a_letter_that_was_recalled_or_is_not_issued_reminds_nobody(post: Post, sweeping: Sweeping, heard: Heard):
    put(post.approved())
    done(post.move(put(post.issued()), Move.RECALL, post.walk.cast.office, "发错单位"))
    sweeping(LATE)

    assert letters_of(heard()) == {}


def test_the_reminder_leads_to_the_letter_and_says_when_it_is_over(post: Post, sweeping: Sweeping):
    letter = put(post.signed())
    sweeping(LATE)
    head = post.walk.cast.head

    def line():
        rows = entries(post.walk.by(head), Notice.objects.filter(account=head))
        [found] = [line for entry in rows for line in entry.lines if line.ref == "L-001"]
        return found.url, str(found.kind), str(found.title), found.is_over

    assert line() == ("/letters/L-001/", "督办文书答复", "督查督办通知书", False)
    done(post.move(letter, Move.ANSWER, head, "已补齐措施。"))
    assert line() == ("/letters/L-001/", "督办文书答复", "", True)


def test_what_is_due_is_found_by_its_index(post: Post):
    with CaptureQueriesContext(connection) as asked:
        assert list(letters_due(post.walk.cast.county, DUE)) == []
    if connection.vendor == "sqlite":  # PostgreSQL chooses by the number of rows, of which there are none here
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {asked[0]['sql']}")
            assert "letter_by_status" in str(cursor.fetchall())
