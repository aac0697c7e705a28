"""The page 提醒: what I was told, what of it is still so, what I have read; nobody else's."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bihuan.ledger.models import Finding
from bihuan.trail.queries import lines_of
from bihuan.watch.models import MailAddress, Notice
from tests.cast import signed_in
from tests.ledger.conftest import Walk
from tests.watch.conftest import Sweeping

DAY = "2026-06-25 09:00"


@pytest.fixture
def told(due, sweeping: Sweeping) -> Notice:
    """The handler has been told of a finding."""
    sweeping(DAY)
    return Notice.objects.get()


def page(client, path: str = "/reminders/") -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def test_a_notice_shows_where_to_look_by_shape_and_word(told, as_handler):
    text = page(as_handler)

    assert '<a href="/ledger/F-001/">F-001</a>' in text
    assert "反馈问题 · 镇村两级资金监管不严" in text
    assert re.search(r'<span class="warning warning-green">.{0,200}circle-fill.{0,40}</svg>提醒</span>', text)


def test_every_page_says_how_many_are_unread_until_they_are_read(told, as_handler):
    unread = 'aria-label="提醒，1 条未读"'
    before = unread in page(as_handler, "/ledger/")
    answer = as_handler.post("/reminders/2026-06-25/read/")

    assert (before, answer.url, unread in page(as_handler, "/ledger/")) == (True, "/reminders/", False)


def test_all_are_read_at_once(told, as_handler):
    as_handler.post("/reminders/read/")
    first = Notice.objects.get().read_at
    as_handler.post("/reminders/read/")

    assert first is not None
    assert Notice.objects.get().read_at == first


def test_nobody_reads_what_another_was_told(told, as_head, as_office):
    assert [client.post("/reminders/2026-06-25/read/").status_code for client in (as_head, as_office)] == [404, 404]
    assert "F-001" not in page(as_office)
    assert Notice.objects.get().read_at is None


@pytest.mark.parametrize("change", [{"status": "closed"}, {"due": "2026-12-31"}, {"lead_unit": None}])
def test_what_was_closed_moved_or_given_away_is_not_held_up_again(told, as_handler, change):
    Finding.objects.update(**change)
    text = page(as_handler)

    assert "已办结、已转出或改了时限" in text
    assert "镇村两级资金监管不严" not in text
    assert '<a href="/ledger/F-001/">' not in text


def test_the_page_costs_the_same_with_one_notice_and_with_twenty(told, walk: Walk):
    client = signed_in(walk.cast.handler)
    with CaptureQueriesContext(connection) as one:
        page(client)
    for number in range(2, 21):
        told.pk, told.key = None, f"2026-06-{number:02d}x"
        told.save(force_insert=True)
    with CaptureQueriesContext(connection) as twenty:
        page(client)

    assert (len(twenty), len(one) <= 12) == (len(one), True)


def test_somebody_gives_an_address_and_takes_it_away(walk: Walk, as_handler):
    as_handler.post("/reminders/mail/", {"address": "wumin@yunling.example"})
    given = list(MailAddress.objects.values_list("account__username", "address"))
    as_handler.post("/reminders/mail/", {"address": ""})
    events = [(line.event, line.after) for line in lines_of("yunling", "handler").filter(event="mail.changed")]

    assert given == [("handler", "wumin@yunling.example")]
    assert MailAddress.objects.count() == 0
    assert events == [("mail.changed", {"address": ""}), ("mail.changed", {"address": "wumin@yunling.example"})]


def test_what_is_no_address_is_refused(as_handler):
    assert as_handler.post("/reminders/mail/", {"address": "吴敏"}).status_code == 422


def test_every_kind_of_thing_leads_to_its_page(walk: Walk, as_office):
    refs = {"finding": "F-001", "measure": "F-001-2", "request": "R-001", "prepared": "A-001", "delivery": "D-001",
            "sheet": "S-001/U-005", "milestone": "R1/plan_due"}  # fmt: skip
    items = [{"kind": kind, "ref": ref, "on": "2026-03-20", "colour": "red"} for kind, ref in refs.items()]
    Notice.objects.create(organisation=walk.cast.county, account=walk.cast.office, kind="digest", key="2026-03-20",
                          at=walk.at, claim="c", items=items, count=250)  # fmt: skip
    text = page(as_office)

    assert all(f'href="{place}"' in text for place in (
        "/desk/materials/prepared/A-001/", "/desk/distributions/D-001/", "/desk/selfchecks/S-001/U-005/", "/rounds/R1/",
    ))  # fmt: skip
    assert "另有 243 项，请到台账中查看。" in text
    assert "整改方案报送" in text
