"""Does the life of an interview allow exactly what the table says? Every (move × status × part) cell is walked."""

from datetime import date, datetime, timedelta

import pytest

from bihuan.rules.interview import (
    ROWS,
    Facts,
    Move,
    Status,
    bad_slot,
    decide,
    erase_on,
    is_over,
    movable,
    offers,
    unfit,
)
from bihuan.rules.life import Note, Refusal
from bihuan.rules.people import Role
from bihuan.say import say

TO = {
    (Move.NOTIFY, Status.PLANNED): Status.NOTIFIED,
    (Move.CONFIRM, Status.NOTIFIED): Status.CONFIRMED,
    (Move.FINISH, Status.PLANNED): Status.DONE,
    (Move.FINISH, Status.NOTIFIED): Status.DONE,
    (Move.FINISH, Status.CONFIRMED): Status.DONE,
    (Move.CANCEL, Status.PLANNED): Status.CANCELLED,
    (Move.CANCEL, Status.NOTIFIED): Status.CANCELLED,
    (Move.CANCEL, Status.CONFIRMED): Status.CANCELLED,
    (Move.RESUME, Status.CANCELLED): Status.PLANNED,
    (Move.RESUME, Status.DONE): Status.PLANNED,
}


def outcome(move: Move, status: Status, role: Role) -> object:
    verdict = decide(move, Facts(status, parts=frozenset({role})))
    return verdict.kind if isinstance(verdict, Refusal) else verdict


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("move", Move)
def test_every_cell(move, status, role):
    expected = TO.get((move, status), "when") if role is Role.ARRANGER else "who"

    assert outcome(move, status, role) == expected


def test_no_move_takes_a_reason():
    assert {row.note for row in ROWS} == {Note.NONE}


@pytest.mark.parametrize("status", [Status.NOTIFIED, Status.CONFIRMED])
def test_who_was_told_another_time_is_told_again(status):
    moved = Facts(status, parts=frozenset({Role.ARRANGER}), told_now=False)

    assert decide(Move.NOTIFY, moved) is Status.NOTIFIED
    assert Move.NOTIFY in [offer.move for offer in offers(moved)]


@pytest.mark.parametrize(
    ("move", "facts", "missing"),
    [
        (Move.NOTIFY, Facts(Status.PLANNED, has_notifier=False), "已定由谁通知"),
        (Move.CONFIRM, Facts(Status.NOTIFIED, told_now=False), "改动后的时间和房间已重新通知"),
        (Move.FINISH, Facts(Status.CONFIRMED, begun=False), "已到开始时间"),
        (Move.RESUME, Facts(Status.CANCELLED, free=False), "原来的时间和房间仍空着，且没有过去"),
    ],
)
def test_what_is_missing_is_said(move, facts, missing):
    verdict = decide(move, Facts(**{**vars(facts), "parts": frozenset({Role.ARRANGER})}))

    assert isinstance(verdict, Refusal)
    assert [str(text) for text in verdict.missing] == [missing]


def test_what_is_over_is_not_moved():
    assert movable(Status.CONFIRMED) is None
    assert str(movable(Status.DONE).reason) == "已结束的谈话不能再改，请先恢复安排。"


def test_a_slot_is_ahead_not_too_long_and_on_one_day():
    now, hour = datetime.fromisoformat("2026-03-02T09:00"), timedelta(hours=1)

    assert bad_slot(now, now + hour, now) is None
    assert bad_slot(now - hour, now, now).reason == say("{time} 已经过去，请选以后的时间。", time="2026-03-02 08:00")
    assert "10 分钟到 4 小时" in str(bad_slot(now, now + 5 * hour, now).reason)
    late = datetime.fromisoformat("2026-03-02T23:00")
    assert "不能跨过零点" in str(bad_slot(late, late + 2 * hour, now).reason)


def test_an_arranger_is_of_the_office_or_a_handler_and_leads_nobody():
    assert unfit([Role.OFFICE]) is None
    assert unfit([Role.HANDLER, Role.HEAD]) is None
    assert unfit([Role.OFFICE, Role.LEADER]) is not None
    assert unfit([Role.HANDLER, Role.SUPERVISOR]) is not None
    assert unfit([Role.HEAD]) is not None
    assert unfit([]) is not None


def test_names_are_kept_thirty_days_after_the_group_has_left():
    assert erase_on(None) is None
    assert erase_on(date(2026, 3, 1)) == date(2026, 3, 31)
    assert [is_over(date(2026, 3, 1), day) for day in (date(2026, 3, 30), date(2026, 3, 31))] == [False, True]
    assert not is_over(None, date(2026, 3, 31))
