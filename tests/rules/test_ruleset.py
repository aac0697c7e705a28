"""Rule sets as data: read, checked and changed."""

import pytest

from bihuan.rules.deadlines import Counting, CountsFrom, OnDayOff
from bihuan.rules.extension import Limits
from bihuan.rules.pauses import Pauses
from bihuan.rules.people import Role
from bihuan.rules.review import Level
from bihuan.rules.ruleset import BadRule, Rule, change, check, parse

TEXT = """
name = "sample"
title = "样例"
[rules]
liaison_list_due = {value = "-2 days", source = "对接方案"}
work_report_due = {value = "3 days", source = "对接方案"}
plan_due = {value = "1 months", source = "反馈会要求"}
intensive_period = {value = "6 months", source = "巡视工作条例"}
report_due = {value = "15 days", source = "惯例"}
evaluation_after = {value = "7 months", source = "惯例"}
recheck_after = {value = "9 months", source = "惯例"}
review_chain = {value = "leader, office, first:key", source = "惯例"}
"""


def test_a_file_gives_terms_and_a_chain() -> None:
    rules = parse(TEXT.encode())
    assert str(rules.term("plan_due")) == "1 months"
    assert rules.chain == (Level(Role.LEADER), Level(Role.OFFICE), Level(Role.FIRST, key_only=True))


def test_a_missing_value_is_named() -> None:
    text = "\n".join(line for line in TEXT.splitlines() if not line.startswith("plan_due"))
    with pytest.raises(BadRule, match="plan_due"):
        parse(text.encode())


@pytest.mark.parametrize(
    "rule",
    [
        Rule("plan_due", "一个月", ""),
        Rule("review_chain", "leader, mayor", ""),
        Rule("review_chain", "leader:always", ""),
        Rule("review_chain", "", ""),
        Rule("no_such_rule", "1 days", ""),
        Rule("counts_from", "tomorrow", ""),
        Rule("on_day_off", "", ""),
        Rule("pauses", "handler", ""),
        Rule("extensions_most", "-1", ""),
        Rule("extensions_most", "10", ""),
        Rule("extensions_days", "三十", ""),
    ],
)
def test_a_value_that_cannot_be_used_is_refused(rule: Rule) -> None:
    with pytest.raises(BadRule):
        check(rule)


def test_a_round_changes_a_value_and_the_shipped_one_stays() -> None:
    shipped = parse(TEXT.encode())
    changed = change(shipped, (Rule("plan_due", "20 days", "省委巡视办通知"),))
    assert (str(changed.term("plan_due")), str(shipped.term("plan_due"))) == ("20 days", "1 months")
    assert changed.changed == {"plan_due"}


def test_a_setting_that_a_file_leaves_out_has_its_default_and_says_so() -> None:
    rules = parse(TEXT.encode())
    assert rules.counting == Counting(CountsFrom.NEXT_DAY, OnDayOff.STAY)
    assert rules.rules["on_day_off"].source == "默认值，待确认：到期日不因休息日移动"


def test_a_file_and_a_round_may_count_in_another_way() -> None:
    written = parse((TEXT + 'on_day_off = {value = "back", source = "省委巡视办通知"}\n').encode())
    changed = change(written, (Rule("counts_from", "same day", "反馈会要求"),))
    assert written.counting == Counting(CountsFrom.NEXT_DAY, OnDayOff.BACK)
    assert changed.counting == Counting(CountsFrom.SAME_DAY, OnDayOff.BACK)
    assert changed.changed == {"counts_from"}


def test_a_way_of_counting_that_nobody_knows_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(BadRule) as fault:
        check(Rule("on_day_off", "later", ""))
    assert str(fault.value) == "规则“on_day_off”的值“later”不能用，请从 stay、forward、back 中选择。"


def test_the_clock_runs_on_and_extensions_are_limited_unless_a_round_has_it_otherwise() -> None:
    rules = parse(TEXT.encode())
    own = ("pauses", "approver, group"), ("extensions_most", "1"), ("extensions_days", "30")
    changed = change(rules, tuple(Rule(name, value, "县委规定") for name, value in own))
    assert (rules.pauses, rules.limits) == (Pauses.NONE, Limits(2, 90, 15))
    assert (changed.pauses, changed.limits) == (Pauses.BOTH, Limits(1, 30, 15))
    assert rules.rules["extensions_days"].source == "默认值，待确认：从原时限算起，延期总共不超过 90 天"


def test_a_number_that_makes_no_sense_is_refused_with_those_that_do() -> None:
    with pytest.raises(BadRule) as fault:
        check(Rule("extensions_most", "many", ""))
    assert str(fault.value) == "规则“extensions_most”的值“many”不能用，请写 0 至 9 的整数。"
