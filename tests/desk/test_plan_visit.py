"""The office plans extended visits; what is in the way is said before anything is saved."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from bihuan.desk.actions.visits import VisitText, ask_to_prepare, change_visit, move_visit, plan_visit
from bihuan.desk.models import Request, Visit
from bihuan.desk.queries.visits import batches, visits_for
from bihuan.people.viewer import Viewer, viewer_of
from bihuan.rules.life import Refusal
from bihuan.rules.visit import Move
from bihuan.trail.models import Line
from tests.cast import NOW, Cast
from tests.desk.conftest import done, reason


def moment(text: str) -> datetime:
    return timezone.make_aware(datetime.fromisoformat(f"2026-03-{text}"))


@pytest.fixture
def to_town(cast: Cast) -> VisitText:
    return VisitText(
        cast.town,
        moment("10 09:00"),
        moment("10 11:30"),
        led_by="高组长",
        contact=cast.handler,
        transport="云A·10086",
        prepare="2023年以来党委会议记录\n\n会议室一间\n",
    )


@pytest.fixture
def visit(round, office: Viewer, to_town: VisitText) -> Visit:
    return done(plan_visit(round, to_town, by=office, at=NOW))


def test_a_visit_is_planned_under_the_next_number_and_told(round, office: Viewer, visit: Visit, to_town) -> None:
    later = replace(to_town, starts_at=moment("11 09:00"), ends_at=moment("11 11:00"), batch=2)
    assert (visit.ref, done(plan_visit(round, later, by=office, at=NOW)).ref) == ("V-001", "V-002")
    line = Line.objects.get(event="visit.planned", subject="V-001")
    assert (line.unit_path, line.after["unit"], line.after["starts_at"]) == (
        visit.unit.path,
        "松河镇",
        "2026-03-10 09:00",
    )


def test_only_the_office_plans(round, head: Viewer, to_town) -> None:
    refusal = plan_visit(round, to_town, by=head, at=NOW)
    assert (refusal.kind, reason(refusal)) == ("who", "行程由联络组安排，请与联络组联系。")


def test_one_vehicle_in_two_places_is_never_saved(cast: Cast, round, office: Viewer, visit: Visit, to_town) -> None:
    other = replace(to_town, unit=cast.farming, led_by="刘副组长", transport="云A10086")
    refusal = plan_visit(round, other, by=office, at=NOW, confirmed=True)
    assert [str(text) for text in refusal.missing] == [
        "本次安排 与 V-001 松河镇 的车辆“云A10086”相同，时间重叠，请调整其中一个。"
    ]
    assert Visit.objects.count() == 1


def test_what_may_be_meant_is_saved_once_it_is_confirmed(cast: Cast, round, office: Viewer, visit: Visit, to_town):
    other = replace(to_town, unit=cast.farming, transport="", starts_at=moment("10 11:40"), ends_at=moment("10 12:30"))
    refusal = plan_visit(round, other, by=office, at=NOW)
    assert [str(text) for text in refusal.missing] == [
        "V-001 松河镇 与 本次安排 的巡视组人员“高组长”相同，中间只隔 10 分钟，不足 30 分钟。"
    ]
    assert done(plan_visit(round, other, by=office, at=NOW, confirmed=True)).ref == "V-002"


def test_a_visit_in_the_past_is_only_entered_afterwards(round, office: Viewer, to_town) -> None:
    past = replace(to_town, starts_at=NOW - timedelta(days=1), ends_at=NOW - timedelta(hours=22))
    refusal = plan_visit(round, past, by=office, at=NOW)
    assert [str(text) for text in refusal.missing] == ["开始时间已经过去，只用于补登记。"]
    done(plan_visit(round, past, by=office, at=NOW, confirmed=True))


def test_a_unit_that_was_merged_away_and_an_end_before_the_start_are_refused(cast, round, office, to_town) -> None:
    assert reason(plan_visit(round, replace(to_town, ends_at=to_town.starts_at), by=office, at=NOW)) == (
        "结束时间应晚于开始时间，请改正。"
    )
    cast.town.closed_on = NOW.date()
    cast.town.save()
    assert reason(plan_visit(round, to_town, by=office, at=NOW)) == "“松河镇”已于 2026-03-02 撤销，请选择现在的单位。"


def test_a_changed_time_and_batch_stay_in_the_record(office: Viewer, visit: Visit, to_town) -> None:
    later = replace(to_town, starts_at=moment("12 09:00"), ends_at=moment("12 11:30"), batch=2)
    done(change_visit(visit, later, by=office, at=NOW))
    line = Line.objects.get(event="visit.changed")
    assert line.before == {"batch": 1, "starts_at": "2026-03-10 09:00", "ends_at": "2026-03-10 11:30"}
    assert line.after == {"batch": 2, "starts_at": "2026-03-12 09:00", "ends_at": "2026-03-12 11:30"}
    done(change_visit(visit, later, by=office, at=NOW))
    assert Line.objects.filter(event="visit.changed").count() == 1


def test_a_visit_moves_along_its_life(cast: Cast, round, office: Viewer, visit: Visit, to_town) -> None:
    done(move_visit(visit, Move.CONFIRM, by=office, at=NOW))
    assert move_visit(visit, Move.FINISH, by=office, at=NOW).kind == "what"
    assert reason(move_visit(visit, Move.CANCEL, by=office, at=NOW)) == "请写明理由。"
    done(move_visit(visit, Move.CANCEL, by=office, at=NOW, note="巡视组改期"))
    taken = replace(to_town, unit=cast.farming, led_by="")
    done(plan_visit(round, taken, by=office, at=NOW))
    refusal = move_visit(visit, Move.RESUME, by=office, at=NOW)
    assert reason(refusal) == "这样安排行不通，请调整时间或车辆。", "its vehicle goes elsewhere by now"
    assert reason(move_visit(visit, Move.CHANGE, by=office, at=NOW)) == "这一步不能单独办理。"


def test_what_to_prepare_becomes_requests_of_the_visit_once(cast: Cast, office: Viewer, visit: Visit) -> None:
    made = done(ask_to_prepare(visit, by=office, at=NOW))
    assert [(r.text, r.kind, r.lead_unit, r.visit, timezone.localtime(r.due_at)) for r in made] == [
        ("2023年以来党委会议记录", "material", cast.town, visit, moment("09 17:30")),
        ("会议室一间", "logistics", cast.town, visit, moment("09 17:30")),
    ]
    assert isinstance(ask_to_prepare(visit, by=office, at=NOW), Refusal)
    assert Request.objects.count() == 2
    assert isinstance(ask_to_prepare(visit, by=office, at=moment("10 09:00")), Refusal)


def test_a_visit_is_seen_by_its_unit_and_by_nobody_elses(cast: Cast, round, visit: Visit) -> None:
    seen = {name: visits_for(viewer_of(getattr(cast, name))).count() for name in ("first", "leader", "head", "handler")}
    assert seen == {"first": 1, "leader": 1, "head": 1, "handler": 1}
    assert visits_for(viewer_of(cast.stranger)).count() == 0
    assert visits_for(viewer_of(cast.outsider)).count() == 0
    assert [batch.number for batch in batches(viewer_of(cast.head), round)] == [1]
