"""The life of a finding, cell by cell: who may do what, when, and what it takes."""

from dataclasses import replace
from itertools import product

import pytest

from bihuan.rules.finding import ROWS, Facts, Move, Partly, Status, checklist, decide, offers, turn
from bihuan.rules.life import Note, Refusal
from bihuan.rules.people import Role

READY = Facts(
    Status.UNCLAIMED,
    note="理由",
    has_cause=True,
    has_goal=True,
    measures=2,
)
"""A finding with nothing missing, seen by nobody in particular."""


def at(status: Status, *parts: Role, **facts: object) -> Facts:
    return replace(READY, status=status, parts=frozenset(parts), **facts)


@pytest.mark.parametrize(("move", "status", "role"), list(product(Move, Status, Role)))
def test_a_move_happens_only_where_the_table_has_a_row_for_it(move: Move, status: Status, role: Role) -> None:
    facts = at(status, role)
    rows = [r for r in ROWS if r.move == move and r.source == status and r.when(facts) and role in r.who]
    verdict = decide(move, facts)
    if rows:
        assert verdict == rows[0].target
    else:
        has_a_part = any(r.move == move and role in r.who for r in ROWS)
        assert isinstance(verdict, Refusal)
        assert verdict.kind == ("when" if has_a_part else "who")


@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r.move}-{r.source}")
def test_a_required_note_is_asked_for(row) -> None:
    facts = replace(at(row.source, *row.who), note=" ", immediate=True, disputes=2, partly=Partly.REPORTED)
    if not row.when(facts):
        facts = replace(facts, immediate=False, disputes=0, partly=Partly.NO, is_last_level=False)
    verdict = decide(row.move, facts)
    if row.note is Note.REQUIRED:
        assert isinstance(verdict, Refusal)
        assert (verdict.kind, str(verdict.reason)) == ("what", "请写明理由。")
    else:
        assert not isinstance(verdict, Refusal)


def test_every_status_but_closed_is_in_somebodys_hands() -> None:
    assert {status: turn(at(status)) for status in Status} == {
        Status.UNCLAIMED: Role.HEAD,
        Status.DISPUTED: Role.OFFICE,
        Status.CLAIMED: Role.HEAD,
        Status.PLANNED: Role.LEADER,
        Status.RECTIFYING: Role.HEAD,
        Status.UNDER_REVIEW: Role.REVIEWER,
        Status.CLOSED: None,
    }


def test_what_is_assigned_to_nobody_is_in_the_hands_of_the_office() -> None:
    assert turn(at(Status.UNCLAIMED, assigned=False)) is Role.OFFICE


def test_an_immediate_fix_goes_from_claim_straight_to_rectifying() -> None:
    assert decide(Move.CLAIM, at(Status.UNCLAIMED, Role.HEAD, immediate=True)) is Status.RECTIFYING
    assert decide(Move.CLAIM, at(Status.UNCLAIMED, Role.HEAD)) is Status.CLAIMED


def test_the_office_settles_one_dispute_and_the_leader_the_second() -> None:
    once, twice = at(Status.DISPUTED, Role.OFFICE, disputes=1), at(Status.DISPUTED, Role.OFFICE, disputes=2)
    assert decide(Move.SETTLE, once) is Status.UNCLAIMED
    assert isinstance(decide(Move.SETTLE, twice), Refusal)
    assert turn(twice) is Role.LEADER
    assert decide(Move.SETTLE_FINALLY, replace(twice, parts=frozenset({Role.LEADER}))) is Status.CLAIMED


def test_what_the_leader_settled_cannot_be_disputed_again() -> None:
    verdict = decide(Move.DISPUTE, at(Status.UNCLAIMED, Role.HEAD, settled_finally=True))
    assert isinstance(verdict, Refusal)
    assert verdict.kind == "what"


@pytest.mark.parametrize(
    ("lack", "text"),
    [
        ({"has_cause": False}, "写明原因剖析"),
        ({"has_goal": False}, "写明整改目标"),
        ({"measures": 0}, "至少有一条整改措施"),
        ({"measures_incomplete": 1}, "每条措施写明做什么、谁来做、何时完成、留下什么佐证"),
    ],
)
def test_a_plan_with_something_missing_is_not_submitted(lack: dict[str, object], text: str) -> None:
    verdict = decide(Move.SUBMIT_PLAN, at(Status.CLAIMED, Role.HEAD, **lack))
    assert isinstance(verdict, Refusal)
    assert verdict.kind == "what"
    assert text in [str(missing) for missing in verdict.missing]


@pytest.mark.parametrize(
    "lack",
    [
        {"measures_open": 1},
        {"measures_without_proof": 1},
        {"early_proof_unexplained": 1},
        {"rule_proof_incomplete": 1},
        {"numbers_missing": 1},
        {"promise_signed": False},
    ],
)
def test_each_closing_gate_alone_holds_the_application_back(lack: dict[str, object]) -> None:
    facts = at(Status.RECTIFYING, Role.HEAD, **lack)
    verdict = decide(Move.APPLY, facts)
    assert isinstance(verdict, Refusal)
    assert (verdict.kind, len(verdict.missing)) == ("what", 1)
    shown = [check.done for check in checklist(Move.APPLY, facts)]
    assert shown.count(False) == (0 if "promise_signed" in lack else 1)


def test_nobody_reviews_their_own_application_or_two_levels() -> None:
    for own in ({"applied": True}, {"approved_a_level": True}):
        verdict = decide(Move.APPROVE, at(Status.UNDER_REVIEW, Role.REVIEWER, **own))
        assert isinstance(verdict, Refusal)
        assert verdict.kind == "who"


def test_only_the_last_level_closes() -> None:
    facts = at(Status.UNDER_REVIEW, Role.REVIEWER)
    assert decide(Move.APPROVE, replace(facts, is_last_level=False)) is Status.UNDER_REVIEW
    assert decide(Move.APPROVE, facts) is Status.CLOSED


def test_a_stranger_is_offered_nothing_and_learns_nothing() -> None:
    for status in Status:
        assert offers(at(status)) == ()
        assert {v.kind for m in Move if isinstance(v := decide(m, at(status)), Refusal)} == {"who"}


def test_the_head_of_a_claimed_finding_is_offered_the_plan_first_with_its_reason() -> None:
    offered = offers(at(Status.CLAIMED, Role.HEAD, has_cause=False))
    assert [(o.move, o.refusal is None) for o in offered] == [(Move.SUBMIT_PLAN, False), (Move.DRAFT_PLAN, True)]
