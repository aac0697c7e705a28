"""Do people without a time get the earliest slots that are free?"""

from datetime import date, datetime, timedelta
from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from bihuan.rules.laying import Slot, free_slots
from bihuan.rules.workdays import OFFICE_HOURS, Calendar, is_workday

MONDAY = datetime.fromisoformat("2026-03-02T08:00")
CALENDAR = Calendar()
BUFFER = timedelta(minutes=15)


def lay(count, busy=(), rooms=(1, 2), since=MONDAY, minutes=45):
    slots = free_slots(busy, rooms, since=since, length=timedelta(minutes=minutes), buffer=BUFFER, calendar=CALENDAR)
    return list(islice(slots, count))


def clocks(slots):
    return [(slot.room, f"{slot.start:%d %H:%M}") for slot in slots]


def test_rooms_are_filled_side_by_side_and_the_lunch_is_kept():
    assert clocks(lay(8)) == [
        (1, "02 08:30"), (2, "02 08:30"), (1, "02 09:30"), (2, "02 09:30"),
        (1, "02 10:30"), (2, "02 10:30"), (1, "02 14:30"), (2, "02 14:30"),
    ]  # fmt: skip


def test_what_is_taken_is_passed_with_its_buffer():
    taken = Slot(MONDAY + timedelta(hours=1), 1, MONDAY + timedelta(hours=1, minutes=50))

    assert clocks(lay(4, [taken], rooms=(1,))) == [(1, "02 10:05"), (1, "02 11:05"), (1, "02 14:30"), (1, "02 15:30")]


def test_a_day_that_has_begun_and_a_weekend_are_passed():
    friday = datetime.fromisoformat("2026-03-06T16:41")

    assert clocks(lay(2, rooms=(1,), since=friday)) == [(1, "06 16:45"), (1, "09 08:30")]


def test_without_a_room_or_with_a_length_that_fits_nowhere_there_is_nothing():
    assert lay(3, rooms=()) == []
    assert lay(3, minutes=240) == []


@given(
    busy=st.lists(st.tuples(st.integers(1, 3), st.integers(0, 900), st.integers(5, 200)), max_size=12),
    count=st.integers(1, 30),
    minutes=st.integers(10, 180),
)
def test_no_slot_meets_what_is_taken_or_another_slot(busy, count, minutes):
    midnight = datetime.fromisoformat("2026-03-02")
    taken = [
        Slot(midnight + timedelta(minutes=at), room, midnight + timedelta(minutes=at + length))
        for room, at, length in busy
    ]

    found = lay(count, taken, rooms=(1, 2, 3), minutes=minutes)

    assert len(found) == count
    assert found == sorted(found)
    for at, slot in enumerate(found):
        others = [each for each in [*taken, *found[:at]] if each.room == slot.room]
        assert all(slot.start >= each.end + BUFFER or each.start >= slot.end + BUFFER for each in others)
        assert is_workday(slot.start.date(), CALENDAR)
        assert any(opens <= slot.start.time() and slot.end.time() <= closes for opens, closes in OFFICE_HOURS)
    assert all(slot.start.date() >= date(2026, 3, 2) for slot in found)
