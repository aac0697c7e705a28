"""The life of an extended visit, cell by cell, and what cannot be planned."""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import product

import pytest

from bihuan.rules.life import Note, Refusal
from bihuan.rules.people import Role
from bihuan.rules.slots import Booking, Conflict, Need, What
from bihuan.rules.visit import ROWS, Facts, Move, Status, bars, decide, offers

BUS, TOWN, FARM = Need(What.VEHICLE, "bus"), Need(What.UNIT, "1/4/"), Need(What.UNIT, "1/3/")
NINE = datetime.fromisoformat("2026-03-09 09:00")
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(("move", "status", "role"), list(product(Move, Status, Role)))
def test_a_move_happens_only_where_the_table_has_a_row_for_it(move: Move, status: Status, role: Role) -> None:
    verdict = decide(move, Facts(status, frozenset({role}), note="理由"))
    rows = [row for row in ROWS if row.move is move and row.source is status and role in row.who]
    if rows:
        assert verdict == rows[0].target
    else:
        assert isinstance(verdict, Refusal)
        assert verdict.kind == ("when" if role is Role.OFFICE else "who")


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row.note is Note.REQUIRED], ids=lambda r: f"{r.move}-{r.source}"
)
def test_what_is_taken_back_has_a_reason(row) -> None:
    refusal = decide(row.move, Facts(row.source, row.who))
    assert isinstance(refusal, Refusal)
    assert (refusal.kind, str(refusal.reason)) == ("what", "请写明理由。")


def test_a_visit_is_not_finished_before_it_begins() -> None:
    facts = Facts(Status.CONFIRMED, frozenset({Role.OFFICE}), begun=False)
    refusal = decide(Move.FINISH, facts)
    assert isinstance(refusal, Refusal)
    assert [str(text) for text in refusal.missing] == ["到了开始时间才能标记完成"]
    assert decide(Move.FINISH, replace(facts, begun=True)) is Status.DONE


def test_a_unit_is_offered_nothing_and_the_office_what_is_possible() -> None:
    assert offers(Facts(Status.PLANNED, frozenset({Role.HEAD}))) == ()
    office = offers(Facts(Status.PLANNED, frozenset({Role.OFFICE})))
    assert [offer.move for offer in office] == [Move.CONFIRM, Move.FINISH, Move.CHANGE, Move.CANCEL]


def test_only_one_vehicle_in_two_places_at_one_time_cannot_be() -> None:
    def conflict(need: Need, later: timedelta, where: Need) -> Conflict:
        first = Booking("V-001", NINE, NINE + HOUR, frozenset({BUS, TOWN}))
        return Conflict(first, Booking("V-002", NINE + later, NINE + later + HOUR, frozenset({BUS, where})), need, HOUR)

    assert bars(conflict(BUS, HOUR / 2, FARM))
    assert not bars(conflict(BUS, HOUR / 2, TOWN)), "both visits are in the same town"
    assert not bars(conflict(BUS, HOUR, FARM)), "one drive after the other"
    assert not bars(conflict(TOWN, HOUR / 2, TOWN)), "a unit may be visited twice"
