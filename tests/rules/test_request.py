"""The life of a request, cell by cell: who may do what, when, and what it takes."""

from dataclasses import replace
from itertools import product

import pytest

from bihuan.rules.life import Note, Refusal
from bihuan.rules.people import Role
from bihuan.rules.request import (
    DUE_WORKDAYS,
    KINDS,
    NAMES,
    OPEN,
    ROWS,
    TURNS,
    VERBS,
    Facts,
    Kind,
    Move,
    Party,
    Status,
    checklist,
    decide,
    is_red,
    offers,
    turn,
)

READY = Facts(Status.RECEIVED, note="理由", answered=True)
"""A request with nothing missing, seen by nobody in particular."""


def at(status: Status, *parts: Role, **facts: object) -> Facts:
    return replace(READY, status=status, parts=frozenset(parts), **facts)


@pytest.mark.parametrize(("move", "status", "role"), list(product(Move, Status, Role)))
@pytest.mark.parametrize("assigned", [True, False])
def test_a_move_happens_only_where_the_table_has_a_row_for_it(move, status, role, assigned: bool) -> None:
    facts = at(status, role, assigned=assigned)
    rows = [r for r in ROWS if r.move == move and r.source == status and r.when(facts) and role in r.who]
    verdict = decide(move, facts)
    if rows:
        assert verdict == rows[0].target
    else:
        has_a_part = any(r.move == move and role in r.who for r in ROWS)
        assert isinstance(verdict, Refusal)
        assert verdict.kind == ("when" if has_a_part else "who")


@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r.move}-{r.source}-{r.target}")
def test_a_required_note_is_asked_for(row) -> None:
    choices = product((True, False), (True, False), (0, 2))
    possible = (
        replace(at(row.source, *row.who), note=" ", assigned=assigned, needs_release=release, objections=objections)
        for assigned, release, objections in choices
    )
    verdict = decide(row.move, next(facts for facts in possible if row.when(facts)))
    if row.note is Note.REQUIRED:
        assert isinstance(verdict, Refusal)
        assert (verdict.kind, str(verdict.reason)) == ("what", "请写明理由。")
    else:
        assert verdict is row.target


def test_everything_has_a_name_a_turn_and_a_proposal_of_its_due_time() -> None:
    assert (set(NAMES), set(VERBS), set(KINDS)) == (set(Status), set(Move), set(Kind))
    assert set(DUE_WORKDAYS) == set(Kind)
    assert set(TURNS) | {Status.OBJECTED} == set(Status)
    assert {status for status in Status if turn(at(status))} == set(OPEN)


def test_an_open_request_is_always_in_somebodys_hands() -> None:
    assert {status: turn(at(status)) for status in Status} == {
        Status.RECEIVED: Party.OFFICE,
        Status.ASSIGNED: Party.UNIT,
        Status.OBJECTED: Party.OFFICE,
        Status.ACCEPTED: Party.UNIT,
        Status.PREPARED: Party.OFFICE,
        Status.CHECKED: Party.LEADER,
        Status.RELEASED: Party.OFFICE,
        Status.HANDED_OVER: Party.GROUP,
        Status.RECEIPTED: Party.OFFICE,
        Status.CLOSED: None,
        Status.WITHDRAWN: None,
    }


def test_somebody_can_take_every_open_request_a_step_further() -> None:
    """Whatever the facts: no request is ever stuck."""
    choices = product(OPEN, (True, False), (True, False), (0, 1, 2, 3), (True, False))
    stuck = [
        facts
        for status, assigned, release, objections, settled in choices
        if (facts := at(status, *Role, assigned=assigned, needs_release=release, objections=objections,
                        settled_finally=settled))
        and not any(offer.refusal is None and offer.move is not Move.AMEND for offer in offers(facts))
    ]  # fmt: skip
    assert stuck == []


def test_a_kind_that_a_leader_releases_goes_through_the_leader() -> None:
    assert decide(Move.CHECK, at(Status.PREPARED, Role.OFFICE)) is Status.RELEASED
    assert decide(Move.CHECK, at(Status.PREPARED, Role.OFFICE, needs_release=True)) is Status.CHECKED
    assert decide(Move.ANSWER, at(Status.RECEIVED, Role.OFFICE, needs_release=True)) is Status.CHECKED
    assert decide(Move.RELEASE, at(Status.CHECKED, Role.LEADER)) is Status.RELEASED


def test_the_office_settles_one_objection_and_the_leader_the_second() -> None:
    once, twice = at(Status.OBJECTED, Role.OFFICE, objections=1), at(Status.OBJECTED, Role.OFFICE, objections=2)
    assert decide(Move.SETTLE, once) is Status.ASSIGNED
    assert isinstance(decide(Move.SETTLE, twice), Refusal)
    assert (turn(once), turn(twice)) == (Party.OFFICE, Party.LEADER)
    assert decide(Move.SETTLE_FINALLY, replace(twice, parts=frozenset({Role.LEADER}))) is Status.ACCEPTED
    assert is_red(once)


@pytest.mark.parametrize(("move", "role"), [(Move.OBJECT, Role.HEAD), (Move.REASSIGN, Role.OFFICE)])
def test_what_the_leader_settled_is_final(move: Move, role: Role) -> None:
    verdict = decide(move, at(Status.ASSIGNED, role, settled_finally=True))
    assert isinstance(verdict, Refusal)
    assert verdict.kind == "what"


@pytest.mark.parametrize("move", [Move.SUBMIT, Move.ANSWER])
@pytest.mark.parametrize(
    ("lack", "text"),
    [
        ({"answered": False}, "至少附一件材料或写明答复"),
        ({"early_originals": 1}, "事后制作的材料已注明是情况说明，不作原件提供"),
    ],
)
def test_an_answer_with_something_missing_is_not_handed_in(move: Move, lack: dict[str, object], text: str) -> None:
    source, role = (Status.ACCEPTED, Role.HEAD) if move is Move.SUBMIT else (Status.RECEIVED, Role.OFFICE)
    facts = at(source, role, **lack)
    verdict = decide(move, facts)
    assert isinstance(verdict, Refusal)
    assert (verdict.kind, [str(missing) for missing in verdict.missing]) == ("what", [text])
    assert [str(check.text) for check in checklist(facts) if not check.done] == [text]


@pytest.mark.parametrize(
    ("move", "source", "lack", "text"),
    [
        (Move.HAND_OVER, Status.RELEASED, {"unlisted": 1}, "材料已列入交接清单"),
        (Move.RECEIPT, Status.HANDED_OVER, {"group_signed": False}, "写明巡视组签收人"),
    ],
)
def test_what_goes_out_is_listed_and_what_arrived_is_signed(move, source, lack, text: str) -> None:
    verdict = decide(move, at(source, Role.OFFICE, **lack))
    assert isinstance(verdict, Refusal)
    assert [str(missing) for missing in verdict.missing] == [text]


def test_nobody_checks_what_they_handed_in() -> None:
    verdict = decide(Move.CHECK, at(Status.PREPARED, Role.OFFICE, own_submission=True))
    assert isinstance(verdict, Refusal)
    assert verdict.kind == "who"


@pytest.mark.parametrize(
    ("move", "source", "role"),
    [
        (Move.HOLD_BACK, Status.CHECKED, Role.LEADER),
        (Move.RETURN, Status.RELEASED, Role.OFFICE),
        (Move.SEND_BACK, Status.HANDED_OVER, Role.OFFICE),
        (Move.SEND_BACK, Status.RECEIPTED, Role.OFFICE),
        (Move.REOPEN, Status.CLOSED, Role.OFFICE),
    ],
)
def test_what_comes_back_goes_to_the_unit_or_where_there_is_none_to_the_office(move, source, role) -> None:
    assert decide(move, at(source, role)) is Status.ACCEPTED
    assert decide(move, at(source, role, assigned=False)) is Status.RECEIVED


def test_what_the_group_has_is_not_withdrawn() -> None:
    withdrawn = {s for s in Status if decide(Move.WITHDRAW, at(s, Role.OFFICE)) is Status.WITHDRAWN}
    assert withdrawn == set(OPEN) - {Status.HANDED_OVER, Status.RECEIPTED}


def test_a_stranger_is_offered_nothing_and_learns_nothing() -> None:
    for status in Status:
        assert offers(at(status)) == ()
        assert {v.kind for m in Move if isinstance(v := decide(m, at(status)), Refusal)} == {"who"}


def test_a_supporting_unit_helps_to_prepare_and_nothing_else() -> None:
    offered = {status: [o.move for o in offers(at(status, Role.SUPPORT))] for status in Status}
    assert {status: moves for status, moves in offered.items() if moves} == {Status.ACCEPTED: [Move.PREPARE]}


def test_what_went_by_a_list_comes_back_only_once_the_list_is_cancelled() -> None:
    """Nothing of it on a list, or not all of it any more; else the group has it by a list that stands."""
    sent = at(Status.HANDED_OVER, Role.OFFICE)
    assert decide(Move.TAKE_BACK_HANDOVER, sent) is Status.RELEASED
    assert decide(Move.TAKE_BACK_HANDOVER, replace(sent, listed=1, unlisted=1)) is Status.RELEASED
    refusal = decide(Move.TAKE_BACK_HANDOVER, replace(sent, listed=2))
    assert isinstance(refusal, Refusal)
    assert refusal.kind == "when"
