"""An interview is planned, moved, told and held; no two get in each other's way."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bihuan.desk.actions.interview import describe, place, plan, step
from bihuan.desk.models import Interview
from bihuan.desk.queries.interviewees import Person, person_of
from bihuan.desk.queries.interviews import told_now
from bihuan.people.viewer import viewer_of
from bihuan.rules.interview import BUFFER, Move
from bihuan.rules.life import Refusal
from bihuan.trail.queries import lines_of
from tests.desk.conftest import done, reason
from tests.desk.interviews.conftest import BAI, HAN, Arranging


def test_an_interview_is_planned_told_confirmed_and_held(arranging: Arranging):
    row = arranging.planned()
    assert person_of(row) == HAN
    assert (row.number, row.room, row.status) == (1, arranging.first, "planned")

    later = row.starts_at + timedelta(hours=1)
    for which, status in ((Move.NOTIFY, "notified"), (Move.CONFIRM, "confirmed"), (Move.FINISH, "done")):
        row = done(step(row, which, by=arranging.viewer, at=later))
        assert row.status == status


def test_it_is_not_over_before_it_has_begun(arranging: Arranging):
    outcome = step(arranging.planned(), Move.FINISH, by=arranging.viewer, at=arranging.at)

    assert isinstance(outcome, Refusal)
    assert [str(text) for text in outcome.missing] == ["已到开始时间"]


def test_one_room_is_not_given_twice_and_the_buffer_is_kept(arranging: Arranging):
    arranging.planned(HAN, "09:00")
    day = arranging.tomorrow().strftime("%m-%d")

    assert reason(plan(arranging.round, [arranging.want(BAI, "09:30")], by=arranging.viewer, at=arranging.at)) == (
        f"1 号谈话（一号谈话室 {day} 09:00） 与 新排的谈话（一号谈话室 {day} 09:30） 的房间“一号谈话室”相同，"
        "时间重叠，请调整其中一个。"
    )
    assert "中间只隔 10 分钟，不足 15 分钟" in reason(
        plan(arranging.round, [arranging.want(BAI, "09:55")], by=arranging.viewer, at=arranging.at)
    )
    assert arranging.planned(BAI, "10:00").number == 2


def test_one_person_is_not_in_two_rooms(arranging: Arranging):
    arranging.planned(HAN, "09:00")
    twice = arranging.want(Person("韩 立秋", "松河镇"), "09:30", arranging.second)

    sentence = reason(plan(arranging.round, [twice], by=arranging.viewer, at=arranging.at))

    assert "谈话对象相同，时间重叠" in sentence
    assert "韩" not in sentence


def test_a_slot_in_the_past_is_refused(arranging: Arranging):
    past = arranging.want(HAN)
    at = past.start + timedelta(minutes=1)

    assert reason(plan(arranging.round, [past], by=arranging.viewer, at=at)) == (
        f"{past.start:%Y-%m-%d %H:%M} 已经过去，请选以后的时间。"
    )


def test_of_a_list_all_are_planned_or_none(arranging: Arranging):
    wanted = [arranging.want(HAN, "09:00", line=3), arranging.want(BAI, "09:10", line=5)]

    assert reason(plan(arranging.round, wanted, by=arranging.viewer, at=arranging.at)).startswith("第 5 行：第 3 行（")
    assert Interview.objects.count() == 0


def test_who_was_told_is_told_again_after_a_move_but_not_after_its_undo(arranging: Arranging):
    row = done(step(arranging.planned(), Move.NOTIFY, by=arranging.viewer, at=arranging.at))

    moved = done(place(row, arranging.second, arranging.tomorrow("10:15"), by=arranging.viewer, at=arranging.at))
    assert not told_now(moved)
    outcome = step(moved, Move.CONFIRM, by=arranging.viewer, at=arranging.at)
    assert [str(text) for text in outcome.missing] == ["改动后的时间和房间已重新通知"]

    back = done(place(moved, arranging.first, arranging.tomorrow("09:00"), by=arranging.viewer, at=arranging.at))
    assert told_now(back)
    assert done(step(back, Move.CONFIRM, by=arranging.viewer, at=arranging.at)).status == "confirmed"


def test_a_cancelled_one_comes_back_only_into_a_free_place(arranging: Arranging):
    row = done(step(arranging.planned(), Move.CANCEL, by=arranging.viewer, at=arranging.at))
    other = arranging.planned(BAI)

    outcome = step(row, Move.RESUME, by=arranging.viewer, at=arranging.at)
    assert [str(text) for text in outcome.missing] == ["原来的时间和房间仍空着，且没有过去"]
    done(place(other, arranging.second, other.starts_at, by=arranging.viewer, at=arranging.at))
    assert done(step(row, Move.RESUME, by=arranging.viewer, at=arranging.at)).status == "planned"


@pytest.mark.parametrize(
    ("remark", "said"),
    [("反映了低保的事", "请删去“反映”"), ("白云舟先来", "请删去姓名"), ("太" * 31, "最多 30 个字")],
)
def test_a_remark_that_tells_of_contents_or_names_anybody_is_refused(arranging: Arranging, remark: str, said: str):
    arranging.planned(BAI, "14:30")
    row = arranging.planned()

    outcome = describe(row, HAN, notifier=None, remark=remark, by=arranging.viewer, at=arranging.at)

    assert said in reason(outcome)


def test_only_the_two_may_write_and_the_office_that_seated_them_may_not(arranging: Arranging):
    row = arranging.planned()
    for account in (arranging.cast.office, arranging.cast.first, arranging.cast.head):
        by = viewer_of(account)
        outcomes = (
            plan(arranging.round, [arranging.want(BAI, "14:30")], by=by, at=arranging.at),
            place(row, arranging.second, row.starts_at, by=by, at=arranging.at),
            describe(row, BAI, notifier=None, remark="", by=by, at=arranging.at),
            step(row, Move.NOTIFY, by=by, at=arranging.at),
        )
        assert [outcome.kind for outcome in outcomes] == ["who"] * 4


def test_the_trail_tells_of_times_and_rooms_alone(arranging: Arranging):
    row = arranging.planned()
    done(place(row, arranging.second, row.starts_at, by=arranging.viewer, at=arranging.at))
    line = lines_of(arranging.cast.county.code, arranging.round.ref)[0]
    when = f"{timezone.localtime(row.starts_at):%Y-%m-%d} 09:00–09:45"

    assert (line.event, line.unit_path) == ("interview.moved", "")
    assert line.before == {"which": 1, "room": "一号谈话室", "time": when}
    assert line.after == {"which": 1, "room": "二号谈话室", "time": when}


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    moves=st.lists(
        st.tuples(st.integers(0, 3), st.integers(0, 1), st.integers(0, 40), st.integers(1, 12)),
        min_size=4,
        max_size=14,
    )
)
def test_whatever_is_planned_and_moved_nothing_ever_overlaps(arranging: Arranging, moves):
    """Planned or moved by hand, refused or not: every pair in a room, and of a person, keeps the buffer."""
    Interview.objects.all().delete()
    rooms, people = (arranging.first, arranging.second), [Person(f"甲{n}", "松河镇") for n in range(4)]
    for who, room, start, length in moves:
        begin, lasts = arranging.tomorrow() + start * timedelta(minutes=10), length * timedelta(minutes=10)
        row = Interview.objects.filter(number=who + 1).first()
        if row:
            place(row, rooms[room], begin, length=lasts, by=arranging.viewer, at=arranging.at)
        else:
            want = arranging.want(people[who], room=rooms[room])
            plan(arranging.round, [type(want)(want.person, want.room, begin, lasts)], by=arranging.viewer,
                 at=arranging.at)  # fmt: skip
    rows = list(Interview.objects.order_by("starts_at"))
    for at, one in enumerate(rows):
        for other in rows[at + 1 :]:
            if one.room_id == other.room_id or one.likeness == other.likeness:
                assert other.starts_at - one.ends_at >= BUFFER
