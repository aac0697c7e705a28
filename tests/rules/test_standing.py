"""When is proof due after a close-out, and who may give it or change the rhythm? Cell by cell, and by property."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bihuan.rules.deadlines import Counting, OnDayOff, Term
from bihuan.rules.life import Note, Refusal
from bihuan.rules.people import Role
from bihuan.rules.standing import (
    RHYTHMS,
    ROWS,
    Dot,
    Facts,
    Move,
    Proof,
    Rhythm,
    Status,
    decide,
    dot,
    is_missed,
    next_turn,
    offers,
    turn,
)
from bihuan.rules.workdays import is_workday, official

QUARTERLY = Rhythm()
READY = Facts(Status.RUNNING, note="理由")
DAYS = st.dates(date(2005, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(("move", "status", "role"), list(product(Move, Status, Role)))
def test_a_move_happens_only_where_the_table_has_a_row_for_it(move: Move, status: Status, role: Role) -> None:
    verdict = decide(move, replace(READY, status=status, parts=frozenset({role})))
    rows = [row for row in ROWS if row.move == move and role in row.who]
    if any(row.source == status for row in rows):
        assert verdict == rows[0].target
    else:
        assert isinstance(verdict, Refusal)
        assert verdict.kind == ("when" if rows else "who")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.source}-{row.move}")
def test_every_move_needs_words_and_a_closed_finding(row) -> None:
    facts = replace(READY, status=row.source, parts=row.who)
    assert row.note is Note.REQUIRED
    assert [decide(row.move, replace(facts, **lack)).kind for lack in ({"note": " "}, {"closed": False})] == [
        "what"
    ] * 2


@pytest.mark.parametrize("lack", [{"papers": 0}, {"turn_begun": False}])
def test_proof_has_a_paper_and_counts_once(lack: dict[str, object]) -> None:
    assert isinstance(decide(Move.PROVE, replace(READY, parts=frozenset({Role.HANDLER}), **lack)), Refusal)


def test_the_office_is_offered_the_rhythm_and_the_unit_its_proof() -> None:
    offered = [
        [offer.move for offer in offers(replace(READY, parts=frozenset({role})))] for role in (Role.OFFICE, Role.HEAD)
    ]
    assert offered == [[Move.CHANGE, Move.END], [Move.PROVE]]


def test_months_are_counted_from_the_start_and_clamped() -> None:
    dues = [turn(date(2025, 11, 30), number, QUARTERLY, official()).due for number in (1, 2, 3)]
    assert dues == [date(2026, 2, 28), date(2026, 5, 30), date(2026, 8, 30)]


def test_a_date_on_a_day_off_moves_as_the_rule_set_says_and_grace_skips_holidays() -> None:
    forward = Rhythm(1, Term(5, "workdays"), Counting(on_day_off=OnDayOff.FORWARD))
    found = turn(date(2026, 1, 20), 1, forward, official())
    assert (found.due, found.until) == (date(2026, 2, 24), date(2026, 3, 2))


def test_dates_that_passed_unasked_are_left_out() -> None:
    found = next_turn(date(2025, 1, 31), 1, QUARTERLY, official(), today=date(2026, 2, 1))
    assert (found.number, found.due) == (5, date(2026, 4, 30))


@given(start=DAYS, every=st.sampled_from(sorted(RHYTHMS)), after=st.integers(0, 20), wait=st.integers(0, 2000))
def test_the_next_turn_is_never_past_and_the_one_before_it_is(start: date, every: int, after: int, wait: int) -> None:
    rhythm, today = replace(QUARTERLY, every=every), start + timedelta(days=wait)
    found = next_turn(start, after, rhythm, official(), today=today)
    assert found.number > after
    assert found.due >= today
    assert found.number == after + 1 or turn(start, found.number - 1, rhythm, official()).due < today
    assert found.until > found.due
    assert is_workday(found.until, official())


@pytest.mark.parametrize(
    ("proof", "days", "expected", "missed"),
    [
        (Proof.ASKED, -1, Dot.AHEAD, False),
        (Proof.ASKED, 0, Dot.AHEAD, False),
        (Proof.ASKED, 1, Dot.DUE, False),
        (Proof.ASKED, 15, Dot.DUE, True),
        (Proof.GIVEN, 15, Dot.GIVEN, False),
        (Proof.MISSED, 15, Dot.MISSED, False),
        (Proof.DROPPED, 15, Dot.DROPPED, False),
    ],
)
def test_a_date_looks_and_counts_as_what_became_of_it(proof: Proof, days: int, expected: Dot, missed: bool) -> None:
    due = date(2026, 6, 2)
    today, until = due + timedelta(days=days), due + timedelta(days=14)
    assert (dot(proof, due, today=today), is_missed(proof, until, today=today)) == (expected, missed)
