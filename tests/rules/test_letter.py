"""What may happen to a letter, by whom, and whose turn is it? Cell by cell."""

from dataclasses import replace
from itertools import product

import pytest

from bihuan.rules.letter import OVER, ROWS, Facts, Move, Status, decide, offers, turn
from bihuan.rules.life import Refusal
from bihuan.rules.people import Role

OFFICE, HEAD, HANDLER, REVIEWER = (frozenset({role}) for role in (Role.OFFICE, Role.HEAD, Role.HANDLER, Role.REVIEWER))
DRAFT = Facts(Status.DRAFT, OFFICE)


def refused(verdict: object) -> tuple[str, list[str]]:
    assert isinstance(verdict, Refusal)
    return verdict.kind, [str(text) for text in verdict.missing] or [str(verdict.reason)]


@pytest.mark.parametrize(("move", "status", "role"), list(product(Move, Status, Role)))
def test_a_move_happens_only_where_the_table_has_a_row_for_it(move: Move, status: Status, role: Role) -> None:
    facts = Facts(
        status, frozenset({role}), note="理由", wants_answer=status is not Status.SIGNED or move != Move.CLOSE
    )
    rows = [row for row in ROWS if row.move is move and row.source is status and role in row.who]
    verdict = decide(move, facts)
    assert verdict == rows[0].target if rows else isinstance(verdict, Refusal)


def test_a_letter_walks_from_draft_to_close():
    walk = (
        (Move.SUBMIT, OFFICE, Status.PENDING),
        (Move.APPROVE, REVIEWER, Status.APPROVED),
        (Move.ISSUE, OFFICE, Status.ISSUED),
        (Move.SIGN, HANDLER, Status.SIGNED),
        (Move.ANSWER, HEAD, Status.ANSWERED),
        (Move.CLOSE, OFFICE, Status.CLOSED),
    )
    status = Status.DRAFT
    for move, parts, target in walk:
        assert decide(move, Facts(status, parts, note="已办")) == target
        status = target


def test_what_is_missing_is_said_before_it_is_submitted():
    lacking = replace(DRAFT, findings=0, has_text=False, skips=True, new_term=True)
    assert refused(decide(Move.SUBMIT, lacking)) == (
        "what",
        ["文书写明针对哪些反馈问题", "正文已写好", "越级使用的，已写明理由", "须定新时限的，新时限晚于今天"],
    )


def test_a_step_is_skipped_with_a_reason_only():
    assert refused(decide(Move.SUBMIT, replace(DRAFT, skips=True)))[1] == ["越级使用的，已写明理由"]
    assert decide(Move.SUBMIT, replace(DRAFT, skips=True, says_why=True)) is Status.PENDING


def test_nobody_approves_what_he_or_she_drafted():
    facts = Facts(Status.PENDING, REVIEWER, drafted=True)
    assert refused(decide(Move.APPROVE, facts)) == ("who", ["自己起草的文书不能由自己审批。"])


def test_a_handler_does_not_sign_for_the_head_in_person():
    facts = Facts(Status.ISSUED, HANDLER, in_person=True)
    assert refused(decide(Move.SIGN, facts)) == ("who", ["这份文书须由单位负责人本人签收。"])
    assert decide(Move.SIGN, replace(facts, parts=HEAD)) is Status.SIGNED


def test_a_letter_that_asks_for_no_answer_is_closed_once_it_is_signed_for():
    facts = Facts(Status.SIGNED, OFFICE, wants_answer=False)
    assert decide(Move.CLOSE, facts) is Status.CLOSED
    assert refused(decide(Move.CLOSE, replace(facts, wants_answer=True)))[0] == "when"


@pytest.mark.parametrize("move", [Move.CANCEL, Move.RECALL, Move.RETURN, Move.ANSWER, Move.ASK_AGAIN])
def test_it_is_written_down_why_or_what(move: Move):
    row = next(row for row in ROWS if row.move is move)
    assert refused(decide(move, Facts(row.source, row.who))) == ("what", ["请写明理由。"])


def test_what_was_issued_is_recalled_and_not_cancelled():
    assert refused(decide(Move.CANCEL, Facts(Status.ISSUED, OFFICE, note="发错")))[0] == "when"
    assert decide(Move.RECALL, Facts(Status.ISSUED, OFFICE, note="发错")) is Status.RECALLED


def test_somebody_without_a_part_is_offered_nothing():
    assert [offers(Facts(status, frozenset({Role.SUPERVISOR}))) for status in Status] == [()] * len(Status)


def test_the_turn_goes_from_office_to_approver_to_unit_and_back():
    turns = {status: turn(status, Role.FIRST, wants_answer=True) for status in Status}
    assert turns == {
        Status.DRAFT: Role.OFFICE,
        Status.PENDING: Role.FIRST,
        Status.APPROVED: Role.OFFICE,
        Status.ISSUED: Role.HEAD,
        Status.SIGNED: Role.HEAD,
        Status.ANSWERED: Role.OFFICE,
        **dict.fromkeys(OVER, None),
    }
    assert turn(Status.SIGNED, Role.FIRST, wants_answer=False) is Role.OFFICE
