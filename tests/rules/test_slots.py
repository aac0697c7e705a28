"""Bookings that get in each other's way: found by one sweep, told in one sentence."""

from datetime import datetime, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as some

from bihuan.rules.slots import Booking, Need, What, conflicts, conflicts_of

BUS = Need(What.VEHICLE, "bus", "云A·10086 中巴")
ROOM = Need(What.ROOM, "1", "谈话室一")
PERSON = Need(What.PERSON, "9f86d081")
HALF_HOUR = timedelta(minutes=30)


def booking(ref: str, start: str, end: str, *needs: Need) -> Booking:
    day = "2026-03-09"
    return Booking(
        ref, datetime.fromisoformat(f"{day} {start}"), datetime.fromisoformat(f"{day} {end}"), frozenset(needs)
    )


def test_one_vehicle_in_two_places_is_told_by_both_references() -> None:
    a, b = booking("V-001", "09:00", "11:00", BUS), booking("V-002", "10:00", "12:00", BUS)
    [found] = conflicts([b, a])
    assert (found.first, found.second, found.need, found.overlaps) == (a, b, BUS, True)
    assert found.need.words.values == {"name": "云A·10086 中巴"}
    assert str(found.sentence) == ("V-001 与 V-002 的" + str(found.need.words) + "相同，时间重叠，请调整其中一个。")


def test_a_buffer_that_is_not_kept_is_told_in_minutes() -> None:
    a, b = booking("T-1", "09:00", "10:00", ROOM), booking("T-2", "10:10", "11:00", ROOM)
    [found] = conflicts([a, b], HALF_HOUR)
    assert not found.overlaps
    assert str(found.sentence) == "T-1 与 T-2 的房间“谈话室一”相同，中间只隔 10 分钟，不足 30 分钟。"
    assert conflicts([a, b], timedelta(minutes=10)) == ()


def test_one_after_the_other_is_no_conflict() -> None:
    assert conflicts([booking("A", "09:00", "10:00", BUS), booking("B", "10:00", "11:00", BUS)]) == ()


def test_two_things_at_one_time_are_two_conflicts_and_other_things_are_none() -> None:
    a, b = booking("A", "09:00", "10:00", BUS, ROOM), booking("B", "09:30", "10:30", ROOM, BUS)
    other = booking("C", "09:00", "12:00", PERSON)
    assert [each.need for each in conflicts([a, b, other])] == [ROOM, BUS]


def test_a_person_to_be_interviewed_is_never_named() -> None:
    a, b = booking("T-1", "09:00", "10:00", PERSON), booking("T-2", "09:30", "10:30", PERSON)
    [found] = conflicts([a, b])
    assert str(found.sentence) == "T-1 与 T-2 的谈话对象相同，时间重叠，请调整其中一个。"


def test_a_booking_that_moves_does_not_meet_its_own_earlier_self() -> None:
    a, moved = booking("A", "09:00", "10:00", BUS), booking("A", "09:30", "10:30", BUS)
    b, far = booking("B", "10:00", "11:00", BUS), booking("C", "10:30", "11:30", BUS)
    assert [(c.first.ref, c.second.ref) for c in conflicts_of(moved, [a, b, far])] == [("A", "B")]


def test_a_name_that_is_written_differently_is_the_same_thing() -> None:
    a = booking("A", "09:00", "10:00", Need(What.VEHICLE, "bus", "中巴"))
    assert len(conflicts([a, booking("B", "09:00", "10:00", BUS)])) == 1


START = datetime.fromisoformat("2026-03-09 08:00")
BOOKINGS = some.lists(
    some.tuples(
        some.integers(0, 600),
        some.integers(1, 120),
        some.sets(some.sampled_from([BUS, ROOM, PERSON]), max_size=3),
    ),
    max_size=25,
)


@given(BOOKINGS, some.integers(0, 45))
def test_the_sweep_finds_what_comparing_every_pair_finds(rows: list[tuple[int, int, set[Need]]], minutes: int) -> None:
    buffer = timedelta(minutes=minutes)
    booked = [
        Booking(
            f"V-{n:03d}", START + timedelta(minutes=start), START + timedelta(minutes=start + length), frozenset(needs)
        )
        for n, (start, length, needs) in enumerate(rows)
    ]
    expected = {
        (frozenset({a.ref, b.ref}), need)
        for a, b in combinations(booked, 2)
        for need in a.needs & b.needs
        if a.start < b.end + buffer and b.start < a.end + buffer
    }
    found = conflicts(booked, buffer)
    assert {(frozenset({c.first.ref, c.second.ref}), c.need) for c in found} == expected
    assert len(found) == len(expected)
    assert list(found) == sorted(found, key=lambda c: (c.first.start, c.first.end, c.first.ref, c.second.start))
    assert all(c.first.start <= c.second.start for c in found)
