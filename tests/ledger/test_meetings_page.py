"""The page of rectification meetings: for those who lead, with the office's forms; for units it is not there."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bihuan.ledger.actions.meetings import MeetingPlan, plan_meeting
from bihuan.ledger.models import Meeting
from bihuan.rounds.models import Round
from bihuan.rules.meeting import Kind
from tests.cast import NOW
from tests.ledger.conftest import Walk, done


@pytest.fixture
def planned(walk: Walk) -> Meeting:
    plan = MeetingPlan(Kind.TOPIC, "第一季度整改专题会议", NOW.date())
    return done(plan_meeting(walk.round, plan, by=walk.by(walk.cast.office), at=NOW))


def test_the_office_plans_and_holds_a_meeting_by_its_pages(walk: Walk, round: Round, as_office, as_leader, as_head):
    finding = walk.raised()
    plan = {"kind": "committee", "title": "县委常委会", "planned_on": "2026-03-01", "findings": finding.ref}
    saved = as_office.post("/ledger/meetings/new/", plan)
    unknown = as_office.post("/ledger/meetings/new/", plan | {"findings": "F-099"})
    held = {
        "held_at": timezone.localtime(NOW).strftime("%Y-%m-%dT%H:%M"),
        "place": "常委会议室",
        "attendees": "全体常委",
        "chaired_by": "first",
        "findings": finding.ref,
        "minutes": SimpleUploadedFile("纪要.txt", "听取汇报".encode()),
    }
    noted = as_office.post("/ledger/meetings/Z-01/hold/", held)

    assert (saved.status_code, saved.url) == (302, "/ledger/meetings/?round=R1")
    assert (unknown.status_code, noted.status_code) == (422, 302)
    row = Meeting.objects.get()
    assert (row.status, row.chaired_by, row.minutes.name) == ("held", walk.cast.first, "纪要.txt")
    assert "县委常委会" in as_leader.get("/ledger/meetings/").content.decode()
    assert as_leader.get("/ledger/meetings/Z-01/minutes/").status_code == 200
    assert [as_head.get(page).status_code for page in ("/ledger/meetings/", "/ledger/meetings/Z-01/minutes/")] == [
        404,
        404,
    ]


def test_a_cancellation_without_a_reason_is_refused_on_the_page(walk: Walk, planned: Meeting, as_office, as_first):
    refused = as_office.post("/ledger/meetings/Z-01/cancel/", {"note": ""})
    forbidden = as_first.post("/ledger/meetings/Z-01/cancel/", {"note": "不开了"})
    unknown = as_office.post("/ledger/meetings/Z-01/postpone/")

    assert (refused.status_code, forbidden.status_code, unknown.status_code) == (422, 403, 404)
    assert "请写明理由" in refused.content.decode()
    assert Meeting.objects.get().status == "planned"


def test_a_leader_is_shown_only_findings_in_charge(walk: Walk, as_office, as_leader):
    mine, other = walk.assigned(), walk.raised()
    refs = f"{mine.ref}、{other.ref}"
    as_office.post(
        "/ledger/meetings/new/", {"kind": "topic", "title": "专题会", "planned_on": "2026-03-01", "findings": refs}
    )

    pages = [each.get("/ledger/meetings/").content.decode() for each in (as_office, as_leader)]
    assert [(f"/ledger/{mine.ref}/" in page, f"/ledger/{other.ref}/" in page) for page in pages] == [
        (True, True),
        (True, False),
    ]


def test_the_page_costs_the_same_with_one_meeting_and_with_twenty(walk: Walk, planned: Meeting, as_office):
    planned.findings.set([walk.raised()])
    with CaptureQueriesContext(connection) as one:
        as_office.get("/ledger/meetings/")
    for number in range(2, 21):
        copy = Meeting.objects.get(pk=planned.pk)
        copy.pk, copy.number = None, number
        copy.save()
        copy.findings.set(planned.findings.all())
    with CaptureQueriesContext(connection) as twenty:
        page = as_office.get("/ledger/meetings/").content.decode()

    assert ("Z-20" in page, len(twenty)) == (True, len(one))
    assert len(one) <= 10
