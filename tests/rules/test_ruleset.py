"""Rule sets as data: read, checked, changed, and turned into dates."""

from datetime import date

import pytest

from bihuan.rules.people import Role
from bihuan.rules.review import Level
from bihuan.rules.ruleset import TERMS, BadRule, Rule, change, check, milestones, parse

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


def test_milestones_follow_from_entry_and_feedback_with_their_reasons() -> None:
    found = milestones(parse(TEXT.encode()), entry=date(2026, 3, 10), feedback=date(2026, 8, 31))
    assert [(m.name, m.on) for m in found] == [
        ("liaison_list_due", date(2026, 3, 8)),
        ("work_report_due", date(2026, 3, 13)),
        ("plan_due", date(2026, 9, 30)),
        ("intensive_period", date(2027, 2, 28)),
        ("report_due", date(2027, 3, 15)),
        ("evaluation_after", date(2027, 3, 31)),
        ("recheck_after", date(2027, 5, 31)),
    ]
    assert str(found[3].why.text.format(**{k: str(v) for k, v in found[3].why.values.items()})) == (
        "反馈（2026-08-31）起 6 个月"
    )


def test_dates_that_cannot_be_known_yet_are_left_out() -> None:
    found = milestones(parse(TEXT.encode()), entry=date(2026, 3, 10), feedback=None)
    assert {m.name for m in found} == {"liaison_list_due", "work_report_due"}
    assert set(TERMS) > {m.name for m in found}
