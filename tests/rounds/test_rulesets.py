"""Do the shipped rule sets give the dates that the trade expects, each with its source?"""

from datetime import date

import pytest

from bihuan.rounds.queries import rulesets_shipped, shipped
from bihuan.rules.milestones import milestones
from bihuan.rules.review import DEFAULT
from bihuan.rules.ruleset import CHAIN, NUMBERS, SETTINGS, TERMS
from bihuan.rules.workdays import official


def test_four_rule_sets_are_shipped():
    assert [each.name for each in rulesets_shipped()] == [
        "province-6-months",
        "local-3-months",
        "audit",
        "legacy-2-months",
    ]


@pytest.mark.parametrize("name", [each.name for each in rulesets_shipped()])
def test_every_value_has_a_source_and_the_chain_is_the_usual_one(name):
    ruleset = shipped(name)

    assert set(ruleset.rules) == {*TERMS, *SETTINGS, *NUMBERS, CHAIN}
    assert [rule.name for rule in ruleset.rules.values() if not rule.source.strip()] == []
    assert ruleset.chain == DEFAULT


@pytest.mark.parametrize("name", [each.name for each in rulesets_shipped()])
def test_the_dates_of_every_rule_set_come_in_a_sensible_order(name):
    found = milestones(shipped(name), entry=date(2025, 9, 1), feedback=date(2026, 1, 15), calendar=official())

    order = ["liaison_list_due", "work_report_due", "plan_due", "intensive_period", "report_due", "evaluation_after"]
    on = {milestone.name: milestone.on for milestone in found}
    assert [on[name] for name in order] == sorted(on[name] for name in order)
    assert on["recheck_after"] >= on["evaluation_after"]


def test_a_name_that_nobody_ships_is_an_error():
    with pytest.raises(LookupError, match="nowhere"):
        shipped("nowhere")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("province-6-months", [date(2026, 2, 28), date(2026, 7, 31), date(2026, 8, 15)]),
        ("local-3-months", [date(2026, 2, 28), date(2026, 4, 30), date(2026, 5, 15)]),
        ("legacy-2-months", [date(2026, 2, 28), date(2026, 3, 31), date(2026, 3, 31)]),
        ("audit", [date(2026, 3, 2), date(2026, 4, 1), date(2026, 4, 1)]),
    ],
)
def test_plan_intensive_period_and_report_follow_from_the_feedback(name, expected):
    dues = milestones(shipped(name), entry=None, feedback=date(2026, 1, 31), calendar=official())

    found = {each.name: each.on for each in dues}
    assert [found[each] for each in ("plan_due", "intensive_period", "report_due")] == expected
