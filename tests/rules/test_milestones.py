"""Which dates follow from entry and feedback, and does each say why?"""

from datetime import date

from bihuan.rules.milestones import Milestone, milestones
from bihuan.rules.ruleset import TERMS, Rule, change, parse
from bihuan.rules.workdays import official
from tests.rules.test_ruleset import TEXT

RULES = parse(TEXT.encode())


def dues(rules=RULES, *, entry=None, feedback=None) -> dict[str, Milestone]:
    return {each.name: each for each in milestones(rules, entry=entry, feedback=feedback, calendar=official())}


def test_milestones_follow_from_entry_and_feedback_with_their_reasons() -> None:
    found = dues(entry=date(2026, 3, 10), feedback=date(2026, 8, 31))
    assert {name: str(each.on) for name, each in found.items()} == {
        "liaison_list_due": "2026-03-08",
        "work_report_due": "2026-03-13",
        "plan_due": "2026-09-30",
        "intensive_period": "2027-02-28",
        "report_due": "2027-03-15",
        "evaluation_after": "2027-03-31",
        "recheck_after": "2027-05-31",
    }
    assert str(found["intensive_period"].why) == "反馈（2026-08-31）起 6 个月"


def test_dates_that_cannot_be_known_yet_are_left_out() -> None:
    found = dues(entry=date(2026, 3, 10))
    assert set(found) == {"liaison_list_due", "work_report_due"}
    assert set(TERMS) > set(found)


def test_a_date_is_explained_from_the_rule_to_the_day() -> None:
    assert [str(line) for line in dues(feedback=date(2026, 8, 31))["intensive_period"].lines] == [
        "规则：反馈（2026-08-31）起 6 个月。",
        "依据：巡视工作条例",
        "2026-08-31（周一）当天不算，第一天是 2026-09-01（周二）。",
        "2027 年 2 月没有 31 日，取当月最后一天。",
        "数满 6 个月，是 2027-02-28（周日）。",
        "2027-02-28 是休息日（周日），按规则不移动。",
        "2027 年的放假安排还没有收录，只按周末推算，收录后请再核对。",
    ]


def test_what_runs_from_the_end_of_a_period_never_counts_its_last_day_twice() -> None:
    same_day = change(RULES, (Rule("counts_from", "same day", "反馈会要求"),))
    found = dues(same_day, feedback=date(2026, 1, 15))
    assert [str(found[name].on) for name in ("plan_due", "intensive_period", "report_due")] == [
        "2026-02-14",
        "2026-07-14",
        "2026-07-29",
    ]


def test_what_follows_a_period_runs_from_the_day_to_which_its_end_was_moved() -> None:
    forward = change(RULES, (Rule("on_day_off", "forward", "反馈会要求"),))
    found = dues(forward, feedback=date(2026, 2, 15))
    assert [str(found[name].on) for name in ("intensive_period", "report_due")] == ["2026-08-17", "2026-09-01"]
