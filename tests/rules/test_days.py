"""Which days may an office lay over the official calendar, and what is refused in one sentence?"""

from datetime import date

import pytest

from bihuan.rules.days import DayKind, OwnDay, Plan, lay, may_change_days, plan, stretch
from bihuan.rules.people import Role
from bihuan.rules.workdays import is_workday, official

SOURCE = "县政府通知"


def own(day: str, kind: str = "off", name: str = "") -> OwnDay:
    return OwnDay(date.fromisoformat(day), DayKind(kind), name, SOURCE)


LOCAL = own("2026-06-08", "off", "建县纪念日")
MADE_UP = own("2026-06-13", "work", "建县纪念日")


def test_own_days_are_laid_over_the_official_calendar_with_their_names() -> None:
    calendar = lay(official(), [LOCAL, MADE_UP])
    assert [is_workday(each.day, calendar) for each in (LOCAL, MADE_UP)] == [False, True]
    assert [str(calendar.called(date(2026, month, day))) for month, day in ((6, 8), (10, 1), (6, 9))] == [
        "建县纪念日",
        "国庆节",
        "周二",
    ]


def test_without_own_days_the_official_calendar_itself_holds() -> None:
    assert lay(official(), []) is official()


def test_a_year_is_known_once_its_national_day_is_among_the_own_days() -> None:
    first = lay(official(), [own("2027-01-01", name="元旦")])
    whole = lay(official(), [own("2027-01-01", name="元旦"), own("2027-10-01", name="国庆节")])
    assert [calendar.knows(2027) for calendar in (official(), first, whole)] == [False, False, True]


def test_what_the_calendar_says_already_is_told_apart_from_what_is_new() -> None:
    held, national = own("2026-06-15"), own("2026-10-01", name="国庆节")
    assert plan([national, LOCAL, held], [held], official()) == Plan(new=(LOCAL,), same=(held, national))


def test_the_festival_of_a_year_without_schedule_is_new_even_at_a_weekend() -> None:
    named, unnamed = own("2027-10-02", name="国庆节"), own("2027-10-03")
    assert plan([named, unnamed], [], official()) == Plan(new=(named,), same=(unnamed,))


@pytest.mark.parametrize(
    ("asked", "held", "reason"),
    [
        ([own("2026-06-08"), own("2026-06-08", "work")], [], "2026-06-08 既写了放假又写了上班，请改正其中一处。"),
        (
            [own("2026-06-08", "work")],
            [LOCAL],
            "2026-06-08 已登记为放假（建县纪念日），与上班不符，请先移除原来的登记。",
        ),
        (
            [own("2026-06-08", "off", "运动会")],
            [LOCAL],
            "2026-06-08 已登记为放假（建县纪念日），与放假（运动会）不符，请先移除原来的登记。",
        ),
        ([LOCAL], [LOCAL], "没有要登记的日子：这些天已经是这样安排的。"),
        ([own("2026-03-07")], [], "没有要登记的日子：这些天已经是这样安排的。"),
        ([], [], "没有要登记的日子：这些天已经是这样安排的。"),
        ([own("1926-06-08")], [], "1926-06-08 的年份不对，请核对。"),
    ],
)
def test_days_that_overlap_or_contradict_are_refused(asked: list[OwnDay], held: list[OwnDay], reason: str) -> None:
    refusal = plan(asked, held, official())
    assert (refusal.kind, str(refusal.reason)) == ("what", reason)


def test_a_stretch_has_every_day_and_its_ends_in_order() -> None:
    assert stretch(date(2026, 2, 28), date(2026, 3, 2)) == (date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 2))
    backwards, long = stretch(date(2026, 3, 2), date(2026, 3, 1)), stretch(date(2026, 1, 1), date(2026, 3, 2))
    assert [str(refusal.reason) for refusal in (backwards, long)] == [
        "最后一天 2026-03-01 早于第一天 2026-03-02，请改正其中一个。",
        "一次最多登记 60 天，请核对起止日期。",
    ]


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("own_county", [True, False])
def test_only_the_office_of_the_own_organisation_changes_its_calendar(role: Role, own_county: bool) -> None:
    assert (may_change_days({role}, own=own_county) is None) == (role is Role.OFFICE and own_county)
