"""Terms added to dates: months to the month's end, working days, day one, and due dates on days off."""

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bihuan.rules.deadlines import Counting, CountsFrom, OnDayOff, Term, add, add_months, fill
from bihuan.rules.workdays import between, is_workday, official

TEN_YEARS = some.dates(date(2019, 1, 1), date(2028, 12, 31))
WAYS = some.builds(Counting, some.sampled_from(CountsFrom), some.sampled_from(OnDayOff))
SAME_DAY = Counting(CountsFrom.SAME_DAY)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 11, 15), 2, date(2027, 1, 15)),
    ],
)
def test_months_are_clamped_to_the_months_end(start: date, months: int, end: date) -> None:
    assert add_months(start, months) == end


def test_a_term_is_read_as_it_is_written() -> None:
    assert Term.parse(" 6 months ") == Term(6, "months")
    assert str(Term(-2, "days")) == "-2 days"
    assert Term.parse("5 workdays") == Term(5, "workdays")
    assert Term.parse("six months") is None
    assert Term.parse("6 weeks") is None


def test_days_before_a_date_are_written_with_a_minus() -> None:
    assert add(date(2026, 3, 1), Term(-2, "days"), official()) == date(2026, 2, 27)


def test_a_term_says_itself_in_words() -> None:
    terms = (Term(1, "months"), Term(15, "days"), Term(1, "workdays"), Term(5, "workdays"))
    assert [str(term.words) for term in terms] == ["1 个月", "15 天", "1 个工作日", "5 个工作日"]


@pytest.mark.parametrize(
    ("start", "term", "next_day", "same_day"),
    [
        ("2026-03-01", Term(15, "days"), "2026-03-16", "2026-03-15"),
        ("2026-03-01", Term(1, "months"), "2026-04-01", "2026-03-31"),
        ("2026-08-31", Term(6, "months"), "2027-02-28", "2027-02-28"),
        ("2026-03-02", Term(5, "workdays"), "2026-03-09", "2026-03-06"),
        ("2026-03-01", Term(5, "workdays"), "2026-03-06", "2026-03-06"),
        ("2026-03-10", Term(-2, "days"), "2026-03-08", "2026-03-08"),
        ("2026-03-10", Term(0, "days"), "2026-03-10", "2026-03-10"),
    ],
)
def test_day_one_is_the_next_day_or_the_start_itself(start: str, term: Term, next_day: str, same_day: str) -> None:
    day = date.fromisoformat(start)
    assert [str(add(day, term, official(), way)) for way in (Counting(), SAME_DAY)] == [next_day, same_day]


@pytest.mark.parametrize(
    ("start", "term", "dues"),
    [
        ("2026-09-01", Term(1, "months"), {"stay": "2026-10-01", "forward": "2026-10-08", "back": "2026-09-30"}),
        ("2026-09-20", Term(20, "days"), {"stay": "2026-10-10", "forward": "2026-10-10", "back": "2026-10-10"}),
        ("2026-03-10", Term(-2, "days"), {"stay": "2026-03-08", "forward": "2026-03-06", "back": "2026-03-06"}),
    ],
)
def test_a_due_date_on_a_day_off_goes_where_the_rule_says(start: str, term: Term, dues: dict[str, str]) -> None:
    """A make-up day is none, and what is due before an entry never becomes due later."""
    day = date.fromisoformat(start)
    found = {str(way): str(add(day, term, official(), Counting(on_day_off=way))) for way in OnDayOff}
    assert found == dues


@given(TEN_YEARS, some.integers(1, 300), WAYS)
def test_working_days_that_are_added_are_counted_again_by_every_rule(day: date, n: int, way: Counting) -> None:
    counts_start = way.counts_from is CountsFrom.SAME_DAY and is_workday(day, official())
    found = add(day, Term(n, "workdays"), official(), way)
    assert between(day, found, official()) == n - counts_start
    assert is_workday(found, official())


@pytest.mark.parametrize(("counts_from", "on_day_off"), list(product(CountsFrom, OnDayOff)))
def test_every_day_of_ten_years_gives_the_number_back(counts_from: CountsFrom, on_day_off: OnDayOff) -> None:
    calendar, way = official(), Counting(counts_from, on_day_off)
    for day in (date(2019, 1, 1) + timedelta(days=number) for number in range(3653)):
        first = counts_from is CountsFrom.SAME_DAY and is_workday(day, calendar)
        for n in (1, 5, 15, -2):
            found = add(day, Term(n, "workdays"), calendar, way)
            assert between(day, found, calendar) == n - (first and n > 0)


@given(TEN_YEARS, some.integers(-400, 400), some.sampled_from(["days", "workdays", "months"]), WAYS)
def test_what_may_not_stay_on_a_day_off_ends_on_the_nearest_working_day(day, amount, unit, way) -> None:
    term = Term(amount, unit)
    full, found = fill(day, term, official(), way), add(day, term, official(), way)
    if way.on_day_off is OnDayOff.STAY or is_workday(full, official()):
        assert found == full
    else:
        assert is_workday(found, official())
        assert abs(between(full, found, official())) == 1
        assert (found > full) == (way.on_day_off is OnDayOff.FORWARD and amount >= 0)
