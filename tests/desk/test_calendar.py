"""One calendar of everything, to each what he or she may see; of interviews only times, only for the arrangers."""

from datetime import date, datetime, timedelta
from itertools import chain

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bihuan.desk.actions.meetings import MeetingText, plan_meeting
from bihuan.desk.actions.request import Asked, take_down
from bihuan.desk.actions.visits import VisitText, plan_visit
from bihuan.desk.models import Arranger, Duty, Errand, Interview, Meeting, Request, Room, Visit
from bihuan.desk.queries.calendar import by_day, entries
from bihuan.people.viewer import Viewer, viewer_of
from tests.cast import NOW, Cast, signed_in
from tests.desk.conftest import done

MARCH = (date(2026, 3, 1), date(2026, 3, 31))


def moment(text: str) -> datetime:
    return timezone.make_aware(datetime.fromisoformat(f"2026-03-{text}"))


@pytest.fixture
def month(cast: Cast, round, office: Viewer) -> None:
    """One of each in March: a visit over two days, a meeting, a request due, an errand, a duty, three interviews."""
    by = {"by": office, "at": NOW}
    done(plan_visit(round, VisitText(cast.town, moment("10 09:00"), moment("11 12:00")), **by))
    text = MeetingText("县委常委会", cast.farming, "三楼会议室", moment("12 09:00"), moment("12 11:00"))
    done(plan_meeting(round, text, **by))
    done(take_down(round, Asked("党委会议记录", moment("10 17:30"), unit=cast.town), **by))
    Errand.objects.create(
        organisation=cast.county, round=round, number=1, kind="meal", title="工作餐", due_at=moment("10 11:30")
    )
    Duty.objects.create(round=round, on=date(2026, 3, 10), shift="day", account=cast.handler)
    room = Room.objects.create(round=round, name="谈话室一")
    for number, (start, end) in enumerate([("09:00", "10:00"), ("09:00", "10:00"), ("15:00", "16:00")], start=1):
        slot = {"starts_at": moment(f"10 {start}"), "ends_at": moment(f"10 {end}")}
        Interview.objects.create(round=round, number=number, room=room, **slot)
    Arranger.objects.create(round=round, account=cast.office, seat=1)


def seen(viewer: Viewer) -> list[tuple[str, str, str, str]]:
    return [(f"{e.start:%d %H:%M}", str(e.kind), e.ref, str(e.title)) for e in entries(viewer, *MARCH)]


def test_the_office_that_arranges_sees_everything_by_time(office: Viewer, month) -> None:
    assert seen(office) == [
        ("10 00:00", "duty", "day-handler", "吴敏（白班）"),
        ("10 09:00", "interview", "", "2 场"),
        ("10 09:00", "visit", "V-001", "松河镇"),
        ("10 11:30", "errand", "E-001", "工作餐"),
        ("10 15:00", "interview", "", "1 场"),
        ("10 17:30", "due", "R-001", "党委会议记录"),
        ("12 09:00", "meeting", "C-001", "县委常委会"),
    ]


def test_each_sees_what_is_his_or_hers(cast: Cast, month) -> None:
    kinds = {
        name: [kind for _time, kind, _ref, _title in seen(viewer_of(getattr(cast, name)))]
        for name in ("first", "supervisor", "leader", "head", "handler", "stranger", "outsider")
    }
    assert kinds == {
        "first": ["duty", "visit", "errand", "due", "meeting"],
        "supervisor": ["duty", "visit", "errand", "due", "meeting"],
        "leader": ["visit", "due"],
        "head": ["visit", "due"],
        "handler": ["duty", "visit", "due"],
        "stranger": ["meeting"],
        "outsider": [],
    }


def test_an_office_that_does_not_arrange_sees_no_interview(cast: Cast, office: Viewer, month) -> None:
    Arranger.objects.update(account=cast.handler)
    assert "interview" not in {kind for _time, kind, _ref, _title in seen(office)}
    assert "interview" in {kind for _time, kind, _ref, _title in seen(viewer_of(cast.handler))}


def test_a_thing_over_days_stands_on_each_and_a_days_interviews_in_one_line(office: Viewer, month) -> None:
    days = tuple(date(2026, 3, day) for day in (9, 10, 11, 12))
    table = by_day(entries(office, days[0], days[-1]), days, together=True)
    assert {day.day: [f"{e.kind} {e.count}" for e in rows] for day, rows in table.items()} == {
        9: [],
        10: ["duty 1", "interview 3", "visit 1", "errand 1", "due 1"],
        11: ["visit 1"],
        12: ["meeting 1"],
    }


def test_what_is_called_off_or_withdrawn_is_not_in_it(office: Viewer, month) -> None:
    Visit.objects.update(status="cancelled")
    Meeting.objects.update(cancelled=True)
    Errand.objects.update(cancelled=True)
    Request.objects.update(status="withdrawn")
    Interview.objects.update(status="cancelled")
    assert [kind for _time, kind, _ref, _title in seen(office)] == ["duty"]


def test_a_moved_due_time_moves_the_entry(office: Viewer, month) -> None:
    Request.objects.update(moved_due_at=moment("13 12:00"))
    assert ("13 12:00", "due", "R-001", "党委会议记录") in seen(office)


@pytest.mark.parametrize("view", ["month", "week", "day", "list", "nonsense"])
def test_every_page_shows_the_day(as_office: Client, month, view: str) -> None:
    page = as_office.get(f"/desk/calendar/?view={view}&on=2026-03-10").text
    assert "/desk/visits/V-001/" in page
    assert 'data-key="n"' in page
    assert ("3 场" in page) is (view in ("month", "nonsense"))


def test_an_empty_page_and_a_day_that_is_none_are_pages(as_stranger: Client, round) -> None:
    assert "这段时间没有日程" in as_stranger.get("/desk/calendar/?view=list&on=2026-02-30").text
    assert "暂按周末推算" in as_stranger.get("/desk/calendar/?on=2031-03-01").text
    assert ">休</i>" in as_stranger.get("/desk/calendar/?on=2026-10-01").text


@pytest.mark.parametrize("who", ["office", "leader", "handler"])
def test_a_page_costs_the_same_at_one_row_and_at_fifty(cast: Cast, month, who: str) -> None:
    client = signed_in(getattr(cast, who))

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/desk/calendar/?on=2026-03-10").status_code == 200
        return len(queries)

    at_one = cost()
    for row in chain(Visit.objects.all(), Meeting.objects.all(), Request.objects.all(), Errand.objects.all()):
        for number in range(2, 50):
            row.pk, row.number = None, number
            row.save()
    duty = Duty.objects.get()
    for day in range(1, 29):
        duty.pk, duty.on = None, date(2026, 4, 1) - timedelta(days=day + 30)
        duty.save()
    assert cost() == at_one <= 12
