"""A page about announcements, texts, errands, duties and self-checks costs the same at one row and at fifty."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bihuan.desk.actions.announcements import AnnouncementText, post, write_announcement
from bihuan.desk.actions.distributions import Sent, distribute
from bihuan.desk.actions.duties import put_on_duty
from bihuan.desk.actions.errands import ErrandText, take_down_errand
from bihuan.desk.actions.selfchecks import Given, give_selfcheck, give_to_more
from bihuan.desk.actions.sheets import answer_point
from bihuan.desk.models import Announcement, CheckSheet, Distribution, SelfCheck
from bihuan.people.actions import add_unit
from bihuan.people.viewer import System, Viewer, viewer_of
from bihuan.rules.errand import Kind
from tests.cast import NOW, Cast, signed_in
from tests.desk.clock import a_clock  # noqa: F401
from tests.desk.conftest import done

BUDGET = 12
PAGES = (
    "/desk/announcements/",
    "/desk/distributions/",
    "/desk/distributions/D-001/",
    "/desk/distributions/D-001/reminder/",
    "/desk/errands/",
    "/desk/duties/?month=2026-03",
    "/desk/selfchecks/",
    "/desk/selfchecks/S-001/",
    "/desk/selfchecks/S-001/found/",
)


def cost(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


@pytest.fixture
def begun(round, office: Viewer, cast: Cast) -> Announcement:
    text = AnnouncementText(NOW.date(), NOW.date() + timedelta(days=60))
    announcement = done(write_announcement(round, Announcement.Kind.ENTRY, text, by=office, at=NOW))
    add(announcement, 1, office, cast)
    return announcement


def add(announcement: Announcement, count: int, office: Viewer, cast: Cast) -> None:
    """So many of everything, all to be seen by the head of the town."""
    round, units = announcement.round, [cast.town]
    for n in range(count):
        done(post(announcement, cast.town, f"公示栏{count}-{n}", NOW, by=office, at=NOW))
        done(take_down_errand(round, ErrandText("工作餐", NOW, Kind.MEAL, done_by=cast.head), by=office, at=NOW))
        if count > 1:
            units.append(add_unit(cast.county, f"第{n}村", parent=cast.town, by=System(), at=NOW))
        done(distribute(round, Sent(f"讲话{n}", units), by=office, at=NOW))
        given = Given(f"自查{n}", NOW.date(), [("廉洁", f"要点{m}") for m in range(3)], units)
        done(give_selfcheck(round, given, by=office, at=NOW))
    done(put_on_duty(round, [cast.head, cast.office], ["day", "night"], NOW.date(), NOW.date(), by=office, at=NOW))
    first, text = SelfCheck.objects.get(number=1), Distribution.objects.get(number=1)
    if count > 1:
        done(give_to_more(first, units, by=office, at=NOW))
        text.deliveries.bulk_create(type(text.deliveries.get())(distribution=text, unit=unit) for unit in units[1:])
    for sheet in first.sheets.exclude(status="signed"):
        for point in first.points.all():
            done(answer_point(sheet, point, "no", "查出", by=viewer_of(cast.head), at=NOW))
    CheckSheet.objects.filter(selfcheck=first).update(status="signed")


@pytest.mark.parametrize("who", ["office", "head"])
def test_a_page_costs_the_same_at_one_row_and_at_many(begun, office: Viewer, cast: Cast, who: str):
    client = signed_in(getattr(cast, who))
    at_one = {page: cost(client, page) for page in PAGES}
    add(begun, 12, office, cast)
    at_many = {page: cost(client, page) for page in PAGES}
    assert at_many == at_one
    assert {page: n for page, n in at_many.items() if n > BUDGET} == {}
