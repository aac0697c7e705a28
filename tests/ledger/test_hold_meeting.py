"""Rectification meetings: planned by the office, held on the record, counted against the plan."""

from datetime import date, timedelta

import pytest
from django.core.files.base import ContentFile

from bihuan.ledger.actions.meetings import (
    MeetingPlan,
    MeetingRecord,
    change_meeting,
    hold_meeting,
    move_meeting,
    plan_meeting,
)
from bihuan.ledger.models import Meeting
from bihuan.ledger.queries.meetings import meetings_for, meetings_page, plan_and_held
from bihuan.people.viewer import viewer_of
from bihuan.rounds.models import Round
from bihuan.rules.life import Refusal
from bihuan.rules.meeting import Held, Kind, Month, Move
from bihuan.trail.queries import lines_of
from tests.cast import NOW
from tests.ledger.conftest import Walk, done

TODAY = date(2026, 3, 2)
PLAN = MeetingPlan(Kind.TOPIC, "第一季度整改专题会议", date(2026, 2, 26))


@pytest.fixture
def planned(walk: Walk) -> Meeting:
    return done(plan_meeting(walk.round, PLAN, by=walk.by(walk.cast.office), at=NOW))


def record(walk: Walk, **values: object) -> MeetingRecord:
    said = {"held_at": NOW - timedelta(hours=1), "place": "县委常委会议室", "attendees": "县委常委，各责任单位负责人",
            "chaired_by": walk.cast.first} | values  # fmt: skip
    return MeetingRecord(**said)


def hold(walk: Walk, meeting: Meeting, **values: object) -> Meeting | Refusal:
    return hold_meeting(meeting, record(walk, **values), by=walk.by(walk.cast.office), at=NOW)


def test_a_planned_meeting_is_held_with_time_place_chair_and_people(walk: Walk, planned: Meeting):
    finding = walk.raised()
    minutes = ContentFile("会议听取整改进展汇报。".encode(), "会议纪要.txt")
    outcome = hold_meeting(
        planned, record(walk, findings=(finding,)), minutes=minutes, by=walk.by(walk.cast.office), at=NOW
    )

    row = done(outcome)
    assert (row.ref, row.status, row.planned_on, row.held_at) == (
        "Z-01", "held", date(2026, 2, 26), NOW - timedelta(hours=1)
    )  # fmt: skip
    assert (row.minutes.name, list(row.findings.all())) == ("会议纪要.txt", [finding])
    assert [line.event for line in lines_of("yunling", "Z-01")] == [
        "rectification_meeting.held",
        "rectification_meeting.planned",
    ]


@pytest.mark.parametrize(
    ("lack", "missing"),
    [
        ({"place": " "}, "写明地点"),
        ({"attendees": ""}, "写明参会人员"),
        ({"chaired_by": None}, "写明主持人"),
        ({"held_at": NOW + timedelta(hours=1)}, "召开时间不晚于现在"),
    ],
)
def test_a_meeting_that_lacks_one_of_them_was_not_held(walk: Walk, planned: Meeting, lack, missing):
    outcome = hold(walk, planned, **lack)

    assert isinstance(outcome, Refusal)
    assert [str(each) for each in outcome.missing] == [missing]
    assert Meeting.objects.get().status == "planned"


def test_minutes_with_a_secrecy_mark_are_not_kept(walk: Walk, planned: Meeting):
    secret = ContentFile("机密★1年\n会议纪要".encode(), "纪要.txt")
    outcome = hold_meeting(planned, record(walk), minutes=secret, by=walk.by(walk.cast.office), at=NOW)

    assert isinstance(outcome, Refusal)
    assert Meeting.objects.get().status == "planned"


def test_a_meeting_is_cancelled_with_a_reason_and_taken_up_again(walk: Walk, planned: Meeting):
    office = walk.by(walk.cast.office)
    silent = move_meeting(planned, Move.CANCEL, by=office, at=NOW, note=" ")
    cancelled = done(move_meeting(planned, Move.CANCEL, by=office, at=NOW, note="与常委会合并召开")).status
    again = done(move_meeting(planned, Move.RESUME, by=office, at=NOW)).status

    assert (str(silent.reason), cancelled, again) == ("请写明理由。", "cancelled", "planned")


def test_a_held_meeting_is_no_longer_changed_but_made_a_plan_again(walk: Walk, planned: Meeting):
    done(hold(walk, planned))
    office = walk.by(walk.cast.office)
    changed = change_meeting(planned, PLAN, by=office, at=NOW)
    undone = done(move_meeting(planned, Move.RESUME, by=office, at=NOW, note="登记错了"))

    assert isinstance(changed, Refusal)
    assert (undone.status, undone.held_at) == ("planned", None)


@pytest.mark.parametrize("who", ["first", "leader", "head", "supervisor"])
def test_only_the_office_plans_meetings(walk: Walk, who: str):
    outcome = plan_meeting(walk.round, PLAN, by=walk.by(getattr(walk.cast, who)), at=NOW)

    assert isinstance(outcome, Refusal)
    assert outcome.kind == "who"


def test_plan_and_reality_are_counted(walk: Walk, planned: Meeting, round: Round):
    office = walk.by(walk.cast.office)
    done(hold(walk, planned))
    for day in (date(2026, 2, 28), date(2026, 4, 10), date(2026, 6, 10)):
        done(plan_meeting(round, MeetingPlan(Kind.COMMITTEE, "常委会", day), by=office, at=NOW))
    off = done(plan_meeting(round, MeetingPlan(Kind.GROUP, "领导小组会议", TODAY), by=office, at=NOW))
    done(move_meeting(off, Move.CANCEL, by=office, at=NOW, note="合并"))

    counted = Held(planned=4, held=1, late=1, next=date(2026, 4, 10))
    assert plan_and_held(office, round, today=TODAY) == counted
    page = meetings_page(office, round, today=TODAY)
    assert (page.held, len(page.cards)) == (counted, 5)
    assert page.months == (
        Month(date(2026, 2, 1), 2, 0),
        Month(date(2026, 3, 1), 0, 1),
        Month(date(2026, 4, 1), 1, 0),
        Month(date(2026, 5, 1), 0, 0),
        Month(date(2026, 6, 1), 1, 0),
    )


@pytest.mark.parametrize(
    ("who", "seen"),
    [("first", 1), ("leader", 1), ("office", 1), ("supervisor", 1), ("head", 0), ("handler", 0), ("outsider", 0)],
)
def test_those_who_lead_see_the_meetings_and_units_do_not(walk: Walk, planned: Meeting, who: str, seen: int):
    viewer = viewer_of(getattr(walk.cast, who))

    assert meetings_for(viewer).count() == seen
    assert plan_and_held(viewer, walk.round, today=TODAY).planned == seen
