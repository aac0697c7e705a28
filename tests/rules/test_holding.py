"""Who had the ball: the stretches of a request add up to its whole time, to the second."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as some

from bihuan.rules.holding import (
    Held,
    Pass,
    Span,
    held_since,
    per_party,
    shares,
    spans,
    total,
    within,
)
from bihuan.rules.request import Party
from bihuan.rules.workdays import official, working_seconds

TOWN, FARMING = "1/4/", "1/3/"


def at(clock: str, day: int = 2) -> datetime:
    return datetime.fromisoformat(f"2026-03-{day:02d} {clock}")


STORY = (
    Pass(Party.OFFICE, at("09:00"), status="received"),
    Pass(Party.UNIT, at("09:20"), FARMING, "assigned"),
    Pass(Party.OFFICE, at("10:00"), status="objected"),
    Pass(Party.UNIT, at("10:30"), TOWN, "assigned"),
    Pass(Party.UNIT, at("11:00"), TOWN, "accepted"),
    Pass(Party.UNIT, at("11:30"), TOWN, "accepted"),
    Pass(Party.OFFICE, at("09:30", 3), status="prepared"),
    Pass(Party.GROUP, at("10:00", 3), status="handed_over"),
    Pass(None, at("10:15", 3), status="closed"),
)


def test_every_stretch_has_its_hand_and_its_time() -> None:
    found = spans(STORY, at("18:00", 9), official())
    assert [(s.party, s.unit, s.status, s.elapsed, s.working) for s in found] == [
        (Party.OFFICE, "", "received", 1200, 1200),
        (Party.UNIT, FARMING, "assigned", 2400, 2400),
        (Party.OFFICE, "", "objected", 1800, 1800),
        (Party.UNIT, TOWN, "assigned", 1800, 1800),
        (Party.UNIT, TOWN, "accepted", 81000, 18000),
        (Party.OFFICE, "", "prepared", 1800, 1800),
        (Party.GROUP, "", "handed_over", 900, 900),
    ]


def test_times_are_summed_by_party_by_unit_and_by_status() -> None:
    found = spans(STORY, at("18:00", 9), official())
    assert per_party(found) == {
        Party.OFFICE: Held(4800, 4800),
        Party.UNIT: Held(85200, 22200),
        Party.GROUP: Held(900, 900),
    }
    assert total(found) == Held(90900, 27900)


def test_the_shares_of_a_bar_add_up_to_a_thousand_and_come_in_order() -> None:
    found = shares(spans(STORY, at("18:00", 9), official()), tuple(Party))
    assert [(each.party, each.unit, each.held.elapsed) for each in found] == [
        (Party.OFFICE, "", 4800),
        (Party.UNIT, FARMING, 2400),
        (Party.UNIT, TOWN, 82800),
        (Party.GROUP, "", 900),
    ]
    assert [each.start + each.width for each in found] == [*[each.start for each in found[1:]], 1000]


def test_an_open_request_is_held_up_to_now() -> None:
    found = spans(STORY[:2], at("09:50"), official())
    assert found[-1] == Span(Party.UNIT, FARMING, "assigned", at("09:20"), at("09:50"), 1800, 1800)
    assert held_since(STORY[:6]) == at("10:30")


def test_the_rest_between_closing_and_reopening_is_nobodys() -> None:
    passes = (*STORY, Pass(Party.UNIT, at("10:30", 4), TOWN, "accepted"))
    found = spans(passes, at("11:00", 4), official())
    assert [(s.party, s.elapsed) for s in found[-2:]] == [(None, 87300), (Party.UNIT, 1800)]
    assert held_since(STORY) is None
    assert held_since(()) is None
    assert spans((), at("11:00"), official()) == ()


def test_a_clock_that_was_put_back_makes_no_time_negative() -> None:
    passes = (Pass(Party.OFFICE, at("09:00")), Pass(Party.UNIT, at("08:00"), TOWN), Pass(Party.GROUP, at("09:10")))
    assert [s.elapsed for s in spans(passes, at("08:00"), official())] == [0, 600, 0]


MOMENTS = some.datetimes(datetime.fromisoformat("2026-01-01"), datetime.fromisoformat("2026-06-30"))
PASSES = some.lists(
    some.builds(
        Pass,
        some.sampled_from([None, *Party]),
        MOMENTS,
        some.sampled_from(["", TOWN, FARMING]),
        some.sampled_from(["assigned", "accepted"]),
    ),
    min_size=1,
    max_size=12,
)


@given(PASSES, MOMENTS, some.booleans())
def test_the_sums_are_the_whole_exactly(passes: list[Pass], until: datetime, ordered: bool) -> None:
    if ordered:
        passes = sorted(passes, key=lambda each: each.at)
    found = spans(passes, until, official())
    if not found:
        assert all(each.party is None for each in passes)
        return
    start, end = found[0].start, found[-1].end
    whole = Held(int((end - start) / timedelta(seconds=1)), working_seconds(start, end, official()))
    assert start == passes[0].at.replace(microsecond=0)
    assert total(found) == whole
    assert sum(per_party(found).values(), Held()) == whole
    assert all(span.elapsed >= 0 and 0 <= span.working <= span.elapsed for span in found)


def test_a_period_cuts_a_stretch_and_leaves_out_what_lies_outside() -> None:
    found = spans(STORY, at("18:00", 9), official())
    assert [(s.status, s.elapsed) for s in within(found, at("09:10"), at("10:15"), official())] == [
        ("received", 600), ("assigned", 2400), ("objected", 900),
    ]  # fmt: skip
    assert within(found, None, None, official()) == found
    assert within(found, at("12:00", 4), None, official()) == ()


@given(some.integers(0, 8 * 86_400))
def test_two_periods_that_meet_hold_what_the_whole_holds(cut: int) -> None:
    found, when = spans(STORY, at("18:00", 9), official()), at("00:00") + timedelta(seconds=cut)
    before, after = within(found, None, when, official()), within(found, when, None, official())
    assert total(before) + total(after) == total(found)
