"""What does the page of the calendar show, to whom, and at what cost?"""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bihuan.rounds.models import DayTable
from bihuan.rounds.queries import year_of


def own(county, first: str, days: int = 1, kind: str = "off", name: str = "建县纪念日") -> None:
    start = date.fromisoformat(first)
    DayTable.objects.bulk_create(
        DayTable(organisation=county, day=start + timedelta(n), kind=kind, name=name, source="县政府通知")
        for n in range(days)
    )


def test_a_year_has_its_festivals_its_makeup_days_and_the_own_ones(cast):
    own(cast.county, "2026-06-08")
    year = year_of(cast.county, 2026)
    cells = {cell.day: cell for month in year.months for week in month for cell in week if cell}

    assert (len(cells), year.is_known, year.workdays) == (365, True, 247)
    national, saturday, local = (cells[date(2026, *day)] for day in ((10, 1), (10, 10), (6, 8)))
    assert (national.is_festival, saturday.makes_up, local.is_own, str(local.name)) == (True, True, True, "建县纪念日")


def test_the_page_shows_the_year_that_is_asked_for_and_says_when_it_is_not_known(cast, as_office):
    own(cast.county, "2027-06-08", 2)
    known, unknown = (as_office.get(f"/people/days/?year={year}").content.decode() for year in (2026, 2027))

    assert [words in known for words in ("2026 年", "这一年没有登记，全部按国家安排。", "暂按周末推算")] == [
        True,
        True,
        False,
    ]
    assert [words in unknown for words in ("2027-06-08 – 2027-06-09", "放假（建县纪念日）", "暂按周末推算")] == [
        True
    ] * 3


@pytest.mark.parametrize("year", ["", "1812", "soon", "99999999999"])
def test_anything_else_than_a_year_shows_the_present_one(as_office, year):
    assert as_office.get(f"/people/days/?year={year}").status_code == 200


def test_only_the_office_opens_the_page(as_head, as_supervisor, as_first):
    assert [each.get("/people/days/").status_code for each in (as_head, as_supervisor, as_first)] == [403] * 3


@pytest.mark.parametrize("day", ["2026-06-09", "2026-06-10", "soon"])
def test_a_day_on_which_nothing_of_the_own_begins_is_not_found(cast, as_office, day):
    own(cast.county, "2026-06-08", 2)

    assert as_office.post(f"/people/days/{day}/remove/").status_code == 404


def test_the_page_costs_the_same_for_one_day_and_for_fifty(cast, as_office):
    own(cast.county, "2026-06-08")
    with CaptureQueriesContext(connection) as one:
        as_office.get("/people/days/?year=2026")
    own(cast.county, "2026-07-01", 50)
    with CaptureQueriesContext(connection) as fifty:
        as_office.get("/people/days/?year=2026")

    assert len(fifty) == len(one) <= 12
