"""Terms added to dates."""

from datetime import date

import pytest

from bihuan.rules.deadlines import Term, add, add_months


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
    assert Term.parse("six months") is None
    assert Term.parse("6 weeks") is None


def test_days_before_a_date_are_written_with_a_minus() -> None:
    assert add(date(2026, 3, 1), Term(-2, "days")) == date(2026, 2, 27)


def test_a_term_says_itself_in_words() -> None:
    assert [str(Term(1, "months").words), str(Term(15, "days").words)] == ["1 个月", "15 天"]
