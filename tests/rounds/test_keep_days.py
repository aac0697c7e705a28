"""Can the office lay its own days over the calendar, see beforehand what moves, and take them away again?"""

import re
from datetime import date

import pytest

from bihuan.people.viewer import viewer_of
from bihuan.rounds.actions import add_days, change_rule, finish_round, remove_days
from bihuan.rounds.models import DayTable
from bihuan.rounds.queries import calendar_of, milestones_of, own_days, preview_adding, preview_removing
from bihuan.rules.days import DayKind, OwnDay
from bihuan.rules.workdays import is_workday, official
from bihuan.trail.queries import lines_of
from tests.cast import NOW

GROUND = "县政府通知"
LOCAL = OwnDay(date(2026, 7, 15), DayKind.OFF, "建县纪念日", GROUND)
FORM = {"first": "2026-07-15", "kind": "off", "name": "建县纪念日", "source": GROUND}


@pytest.fixture
def forward(round, office):
    """The round, with due dates that move to the next working day: its intensive period ends on 15 July 2026."""
    return change_rule(round, name="on_day_off", value="forward", source=GROUND, by=office, at=NOW)


def agreed(answer) -> str:
    return re.search(r'name="agreed" value="(\w+)"', answer.content.decode())[1]


def ends(round) -> str:
    return next(str(each.on) for each in milestones_of(round) if each.name == "intensive_period")


def test_a_day_is_shown_beforehand_with_every_date_that_would_move_and_nothing_has_moved(cast, forward, as_office):
    page = as_office.post("/people/days/add/", FORM).content.decode()

    for words in ("集中整改期结束", "2026-07-15（周三）", "2026-07-16（周四）", "放假（建县纪念日）", "确认登记 1 天"):
        assert words in page
    assert (list(own_days(cast.county)), ends(forward)) == ([], "2026-07-15")


def test_what_was_agreed_to_is_done_and_recorded_for_the_calendar_and_for_the_round(cast, forward, as_office):
    preview = as_office.post("/people/days/add/", FORM)
    answer = as_office.post("/people/days/add/", {**FORM, "agreed": agreed(preview)})

    assert (answer.status_code, answer.headers["Location"]) == (302, "/people/days/?year=2026")
    assert (list(own_days(cast.county)), ends(forward)) == ([LOCAL], "2026-07-16")
    assert [(line.event, line.subject, line.before, line.after) for line in lines_of("yunling")[:2]] == [
        (
            "date.moved",
            "R1",
            {"intensive_period": "2026-07-15", "report_due": "2026-07-30"},
            {"intensive_period": "2026-07-16", "report_due": "2026-07-31"},
        ),
        ("days.added", "yunling", {}, {"2026-07-15": "放假（建县纪念日）", "source": GROUND}),
    ]


def test_a_day_is_removed_by_the_same_two_steps(cast, forward, office, as_office):
    add_days(cast.county, [LOCAL], agreed=preview_adding(cast.county, [LOCAL]).stamp, by=office, at=NOW)
    preview = as_office.post("/people/days/2026-07-15/remove/")
    assert ("2026-07-16（周四）" in preview.content.decode(), DayTable.objects.count()) == (True, 1)

    as_office.post("/people/days/2026-07-15/remove/", {"agreed": agreed(preview)})
    assert (DayTable.objects.count(), ends(forward)) == (0, "2026-07-15")
    assert [line.event for line in lines_of("yunling")[:2]] == ["date.moved", "days.removed"]


def test_where_things_have_moved_on_the_new_preview_is_shown_and_nothing_is_done(cast, forward, office, as_office):
    stamp = agreed(as_office.post("/people/days/add/", FORM))
    change_rule(forward, name="on_day_off", value="back", source=GROUND, by=office, at=NOW)
    answer = as_office.post("/people/days/add/", {**FORM, "agreed": stamp})

    assert (answer.status_code, DayTable.objects.count()) == (409, 0)
    assert "预览之后日历或轮次有了变化，请按新的预览再确认一次。" in answer.content.decode()
    assert agreed(answer) != stamp


def test_the_yearly_notice_is_read_and_shown_sentence_by_sentence(cast, as_office):
    notice = "关于2027年部分节假日安排的通知\n一、元旦：1月1日至3日放假，共3天。1月9日（周六）上班。请做好值班。"
    form = {"text": notice, "year": "2026", "source": GROUND}
    preview = as_office.post("/people/days/paste/", form)
    page = preview.content.decode()
    for words in (
        "2027-01-01 – 2027-01-03",
        "放假（元旦）",
        "上班（元旦）",
        "请做好值班。",
        "没有日期会移动。",
        "读出 3 天",
    ):
        assert words in page

    as_office.post("/people/days/paste/", {**form, "agreed": agreed(preview)})
    calendar = calendar_of(cast.county)
    assert [is_workday(date(2027, 1, day), calendar) for day in (1, 4, 9)] == [False, True, True]
    assert [line.after for line in lines_of("yunling")[:1]] == [
        {"2027-01-01 – 2027-01-03": "放假（元旦）", "2027-01-09": "上班（元旦）", "source": GROUND}
    ]


def test_what_is_not_understood_is_warned_about(as_office):
    form = {"text": "1月1日放假。2月30日放假。鼓励职工在2月9日休息。", "year": "2027", "source": GROUND}
    page = as_office.post("/people/days/paste/", form).content.decode()

    assert "“2月30日”不是日历上有的日期，请改正后再读。" in page
    assert "中的 2月9日 没有读出是放假还是上班" in page


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"kind": "work"}, "2026-07-15 已登记为放假（建县纪念日），与上班（建县纪念日）不符，请先移除原来的登记。"),
        ({}, "没有要登记的日子：这些天已经是这样安排的。"),
        ({"last": "2026-07-14"}, "最后一天 2026-07-14 早于第一天 2026-07-15，请改正其中一个。"),
        ({"last": "2027-07-14"}, "一次最多登记 60 天，请核对起止日期。"),
        ({"first": "2026-02-30"}, "不是日期，请写成 2026-03-31 的样子。"),
        ({"first": "1926-02-01"}, "1926-02-01 的年份不对，请核对。"),
    ],
)
def test_days_that_cannot_be_are_refused_in_one_sentence(cast, office, as_office, changes, reason):
    add_days(cast.county, [LOCAL], agreed=preview_adding(cast.county, [LOCAL]).stamp, by=office, at=NOW)
    answer = as_office.post("/people/days/add/", {**FORM, **changes})

    assert (answer.status_code, DayTable.objects.count()) == (422, 1)
    assert reason in answer.content.decode()


def test_the_calendar_of_one_county_is_not_that_of_another(cast, office):
    add_days(cast.county, [LOCAL], agreed=preview_adding(cast.county, [LOCAL]).stamp, by=office, at=NOW)

    calendars = calendar_of(cast.county), calendar_of(cast.elsewhere)
    assert [is_workday(LOCAL.day, calendar) for calendar in calendars] == [False, True]
    assert calendars[1] is official()
    assert calendar_of(cast.county) is calendars[0]


@pytest.mark.parametrize("person", ["first", "leader", "head", "handler", "supervisor", "outsider"])
def test_nobody_else_changes_the_calendar(cast, person, office):
    by = viewer_of(getattr(cast, person))
    stamp = preview_adding(cast.county, [LOCAL]).stamp
    refused = add_days(cast.county, [LOCAL], agreed=stamp, by=by, at=NOW)
    add_days(cast.county, [LOCAL], agreed=stamp, by=office, at=NOW)
    kept = remove_days(cast.county, [LOCAL], agreed=preview_removing(cast.county, [LOCAL]).stamp, by=by, at=NOW)

    assert [(each.kind, str(each.reason)) for each in (refused, kept)] == [
        ("who", "节假日由整改办管理，请与整改办联系。")
    ] * 2
    assert DayTable.objects.count() == 1


def test_days_that_somebody_else_has_removed_are_not_removed_twice(cast, office):
    refusal = remove_days(cast.county, [LOCAL], agreed="", by=office, at=NOW)

    assert (refusal.kind, str(refusal.reason)) == ("when", "这些日子的登记已经改动过，请回到节假日页面再看一遍。")


def test_a_round_that_is_over_is_listed_too_for_its_dates_are_worked_out_as_well(cast, forward, office):
    finish_round(forward, on=date(2026, 3, 1), by=office, at=NOW)

    shifts = preview_adding(cast.county, [LOCAL]).shifts
    assert [(each.dated.ref, each.dated.name, str(each.dated.on), str(each.to)) for each in shifts] == [
        ("R1", "intensive_period", "2026-07-15", "2026-07-16"),
        ("R1", "report_due", "2026-07-30", "2026-07-31"),
    ]
