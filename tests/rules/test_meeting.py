"""What may be done to a rectification meeting, and how do plan and reality compare?"""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bihuan.rules.life import Note, Refusal
from bihuan.rules.meeting import (
    ROWS,
    Facts,
    Held,
    Move,
    Planned,
    Status,
    by_month,
    count,
    decide,
    offers,
)
from bihuan.rules.people import Role

READY = Facts(Status.PLANNED, frozenset({Role.OFFICE}), note="理由")
TODAY = date(2026, 3, 2)


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
def test_nothing_is_done_in_a_finished_round(row) -> None:
    verdict = decide(row.move, replace(READY, status=row.source, running=False))
    assert isinstance(verdict, Refusal)
    assert [str(each) for each in verdict.missing] == ["轮次尚未结束"]


def test_reasons_are_asked_for_what_is_taken_back() -> None:
    required = {(row.move, row.source) for row in ROWS if row.note is Note.REQUIRED}
    assert required == {(Move.CANCEL, Status.PLANNED), (Move.RESUME, Status.HELD)}


@pytest.mark.parametrize("lack", ["begun", "has_chair", "has_attendees", "has_place"])
def test_a_meeting_is_held_only_with_everything_known(lack: str) -> None:
    assert isinstance(decide(Move.HOLD, replace(READY, **{lack: False})), Refusal)
    assert Move.HOLD in [offer.move for offer in offers(READY)]


def test_a_cancelled_meeting_is_neither_planned_nor_late() -> None:
    meetings = [
        Planned(Status.HELD, date(2026, 1, 5), date(2026, 1, 8)),
        Planned(Status.CANCELLED, date(2026, 2, 1)),
        Planned(Status.PLANNED, date(2026, 3, 1)),
        Planned(Status.PLANNED, TODAY),
        Planned(Status.PLANNED, date(2026, 5, 1)),
    ]
    assert count(meetings, today=TODAY) == Held(planned=4, held=1, late=1, next=TODAY)
    assert count([], today=TODAY) == Held()


@st.composite
def meetings(draw: st.DrawFn) -> Planned:
    on, status = draw(st.dates(date(2020, 1, 1), date(2030, 12, 31))), draw(st.sampled_from(Status))
    held = draw(st.dates(date(2020, 1, 1), date(2030, 12, 31))) if status is Status.HELD else None
    return Planned(status, on, held)


@given(st.lists(meetings(), max_size=12))
def test_the_months_follow_one_another_and_lose_no_meeting(rows: list[Planned]) -> None:
    months, total = by_month(rows), count(rows, today=TODAY)
    assert (sum(month.planned for month in months), sum(month.held for month in months)) == (total.planned, total.held)
    steps = [month.first.year * 12 + month.first.month for month in months]
    assert steps == list(range(steps[0], steps[-1] + 1)) if steps else not total.planned
