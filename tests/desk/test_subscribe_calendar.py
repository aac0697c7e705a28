"""The private calendar address: shown once, kept as a digest, and answered by what its owner may see at that moment."""

import re
from hashlib import sha256

import icalendar
import pytest
from django.test import Client
from django.utils import timezone

from bihuan.desk.actions.meetings import MeetingText, plan_meeting
from bihuan.desk.actions.visits import VisitText, plan_visit
from bihuan.desk.models import Arranger, Interview, Room, Subscription
from bihuan.people.models import Post
from bihuan.people.viewer import Viewer
from bihuan.trail.models import Line
from tests.cast import Cast
from tests.desk.conftest import done

ADDRESS = re.compile(r'value="http://testserver(/calendar/[\w-]+\.ics)"')


@pytest.fixture
def plans(cast: Cast, round, office: Viewer) -> None:
    """A visit to the town, a meeting of the bureau, and two interviews, all tomorrow."""
    at = timezone.now()
    start = (timezone.localtime() + timezone.timedelta(days=1)).replace(hour=9, minute=0, second=0, microsecond=0)
    end = start.replace(hour=11)
    done(plan_visit(round, VisitText(cast.town, start, end, led_by="高组长"), by=office, at=at))
    meeting = MeetingText("局党组会", cast.farming, "二楼", start, end)
    done(plan_meeting(round, meeting, by=office, at=at))
    room = Room.objects.create(round=round, name="谈话室一")
    for number in (1, 2):
        Interview.objects.create(round=round, number=number, room=room, starts_at=start, ends_at=end, sealed=b"sealed")
    Arranger.objects.create(round=round, account=cast.office, seat=1)


def subscribed(browser: Client) -> str:
    answer = browser.post("/desk/calendar/address/")
    assert answer.headers["Cache-Control"] == "no-store"
    [address] = ADDRESS.findall(answer.text)
    return address


def summaries(address: str) -> list[str]:
    answer = Client().get(address)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    return sorted(str(event["summary"]) for event in icalendar.Calendar.from_ical(answer.content).walk("VEVENT"))


def test_everybody_gets_what_he_or_she_may_see(as_office: Client, as_head: Client, as_stranger: Client, plans) -> None:
    assert summaries(subscribed(as_office)) == ["个别谈话 2 场", "列席会议 C-001 局党组会", "延伸巡视 V-001 松河镇"]
    assert summaries(subscribed(as_head)) == ["延伸巡视 V-001 松河镇"]
    assert summaries(subscribed(as_stranger)) == ["列席会议 C-001 局党组会"]


def test_it_follows_the_posts_of_its_owner(cast: Cast, as_head: Client, plans) -> None:
    address = subscribed(as_head)
    Post.objects.filter(account=cast.head).update(ended_on=timezone.localdate())
    assert summaries(address) == []


def test_the_secret_is_shown_once_and_only_its_digest_is_kept(cast: Cast, as_head: Client) -> None:
    address = subscribed(as_head)
    token = address.removeprefix("/calendar/").removesuffix(".ics")
    row = Subscription.objects.get()
    assert (row.account, row.digest) == (cast.head, sha256(token.encode()).hexdigest())
    assert token not in as_head.get("/desk/calendar/address/").text
    assert token not in "".join(f"{line.before}{line.after}{line.note}" for line in Line.objects.all())


def test_a_renewed_address_closes_the_one_before(as_head: Client, plans) -> None:
    first, second = subscribed(as_head), subscribed(as_head)
    assert first != second
    assert Client().get(first).status_code == 404
    assert summaries(second) == ["延伸巡视 V-001 松河镇"]
    assert list(
        Line.objects.filter(event__startswith="subscription").order_by("number").values_list("event", "subject")
    ) == [
        ("subscription.made", "head"),
        ("subscription.renewed", "head"),
    ]


def test_a_revoked_address_opens_nothing(as_head: Client) -> None:
    address = subscribed(as_head)
    assert as_head.post("/desk/calendar/address/revoke/").url == "/desk/calendar/address/"
    assert Client().get(address).status_code == 404
    assert as_head.get("/desk/calendar/address/").text.count("开通订阅") == 1
    as_head.post("/desk/calendar/address/revoke/")
    assert Line.objects.filter(event="subscription.revoked").count() == 1


def test_a_closed_account_has_no_calendar(cast: Cast, as_head: Client) -> None:
    address = subscribed(as_head)
    cast.head.is_active = False
    cast.head.save()
    assert Client().get(address).status_code == 404
    assert Client().get("/calendar/nobody.ics").status_code == 404
    assert Client().post(address).status_code == 405


def test_an_event_keeps_its_name_while_it_moves(as_office: Client, plans) -> None:
    content = Client().get(subscribed(as_office)).content
    uids = sorted(str(event["uid"]) for event in icalendar.Calendar.from_ical(content).walk("VEVENT"))
    assert uids[1:] == ["meeting-C-001@yunling.bihuan", "visit-V-001@yunling.bihuan"]
    assert b"sealed" not in content
