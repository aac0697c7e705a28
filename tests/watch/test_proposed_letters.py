"""Who would get which letter now, from the state of the record?"""

from datetime import date

from bihuan.ledger.models import Finding
from bihuan.rules.letter import Move
from bihuan.watch.queries.letters import letters_waiting
from bihuan.watch.queries.proposals import proposals
from bihuan.watch.shipped import ladder_shipped
from tests.ledger.conftest import done
from tests.watch.letters import Post


def proposed(post: Post, today: date) -> list[tuple[str, str, list[str], str]]:
    office = post.walk.by(post.walk.cast.office)
    rows = proposals(office, post.walk.round, ladder_shipped("five-letters"), today=today)
    return [
        (
            row.unit.name,
            str(row.step.title),
            [each.ref for each in row.findings],
            str(row.sharper.title) if row.sharper else "",
        )
        for row in rows
    ]


def test_nothing_is_proposed_long_before_the_date(post: Post):
    assert proposed(post, date(2026, 3, 2)) == []


def test_the_first_letter_is_proposed_when_its_time_has_come(post: Post):
    assert proposed(post, date(2026, 7, 17)) == []
    assert proposed(post, date(2026, 7, 20)) == [("松河镇", "督查督办通知书", ["F-001"], "")]


def test_late_it_is_still_the_next_step_and_the_sharper_one_is_named(post: Post):
    assert proposed(post, date(2026, 9, 1)) == [("松河镇", "督查督办通知书", ["F-001"], "告诫书")]


def test_a_finding_that_waits_for_a_review_is_left_alone(post: Post):
    Finding.objects.update(status="under_review")
    assert proposed(post, date(2026, 9, 1)) == []


def test_while_a_letter_is_on_its_way_no_other_is_proposed(post: Post):
    letter = post.issued()
    assert letter.answer_due == date(2026, 3, 16)
    assert proposed(post, date(2026, 3, 16)) == []
    assert proposed(post, date(2026, 8, 20)) == [("松河镇", "阶段督查指导书", ["F-001"], "提醒书")]


def test_each_has_what_waits_for_him_or_her(post: Post):
    cast, by = post.walk.cast, post.walk.by
    people = (cast.office, cast.leader, cast.first, cast.head, cast.handler, cast.stranger, cast.supervisor)

    def waiting() -> list[str]:
        return [who.username for who in people if letters_waiting(by(who)).exists()]

    letter = post.drafted()
    assert waiting() == ["office"]
    letter = done(post.move(letter, Move.SUBMIT, cast.office))
    assert waiting() == ["leader"]
    letter = done(post.move(letter, Move.APPROVE, cast.leader))
    assert waiting() == ["office"]
    letter = done(post.move(letter, Move.ISSUE, cast.office))
    assert waiting() == ["head", "handler"]
    letter = done(post.move(letter, Move.SIGN, cast.head))
    assert waiting() == ["head", "handler"]
    letter = done(post.move(letter, Move.ANSWER, cast.head, "已补齐"))
    assert waiting() == ["office"]
    done(post.move(letter, Move.CLOSE, cast.office))
    assert waiting() == []
