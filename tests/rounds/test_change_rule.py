"""Can a round have its own rules, each with its ground, and go back to the shipped ones?"""

import pytest

from bihuan.people.viewer import viewer_of
from bihuan.rounds.actions import change_rule, open_round, reset_rule
from bihuan.rounds.queries import ruleset_of
from bihuan.rules.extension import Limits
from bihuan.rules.people import Role
from bihuan.rules.review import Level
from bihuan.trail.queries import lines_of
from tests.cast import NOW

GROUND = "省委巡视组反馈会要求"


def test_a_changed_term_holds_in_the_round_and_says_why(round, as_office):
    answer = as_office.post("/rounds/R1/rules/plan_due/", {"amount": "45", "unit": "days", "source": GROUND})

    page = as_office.get("/rounds/R1/rules/").content.decode()
    assert (answer.status_code, answer.headers["Location"]) == (302, "/rounds/R1/rules/")
    for words in ("反馈后 45 天", "2026-03-01", GROUND, "原为：反馈后 1 个月", "已修改“整改方案报送”。"):
        assert words in page


def test_the_change_is_recorded_with_both_grounds(round, office):
    change_rule(round, name="plan_due", value="45 days", source=GROUND, by=office, at=NOW)

    line = lines_of("yunling", "R1").first()
    assert (line.event, line.before, line.after) == (
        "round.rule_changed",
        {"plan_due": "1 months", "source": "市级做法：反馈后 1 个月内报送整改方案"},
        {"plan_due": "45 days", "source": GROUND},
    )


def test_the_review_chain_is_chosen_level_by_level(round, as_office):
    form = {"level_1": "office", "level_2": "supervisor:key", "level_4": "first", "source": GROUND}
    as_office.post("/rounds/R1/rules/review_chain/", form)

    assert ruleset_of(round).chain == (Level(Role.OFFICE), Level(Role.SUPERVISOR, key_only=True), Level(Role.FIRST))


def test_a_due_date_on_a_day_off_moves_where_the_round_says_so(round, as_office):
    before = as_office.get("/rounds/R1/rules/").content.decode()
    as_office.post("/rounds/R1/rules/on_day_off/", {"choice": "forward", "source": GROUND})
    after = as_office.get("/rounds/R1/rules/").content.decode()

    assert [words in before for words in ("到期日是休息日", "不移动", "2026-02-15", "2026-02-24")] == [
        True,
        True,
        True,
        False,
    ]
    assert [words in after for words in ("顺延到下一个工作日", "2026-02-15", "2026-02-24")] == [True, False, True]


def test_a_term_may_run_in_working_days(round, as_office):
    form = {"amount": "20", "unit": "workdays", "source": GROUND}
    as_office.post("/rounds/R1/rules/plan_due/", form)
    page = as_office.get("/rounds/R1/rules/").content.decode()

    assert [words in page for words in ("反馈后 20 个工作日", "2026-02-12")] == [True, True]


def test_a_way_of_counting_that_nobody_knows_is_refused(round, as_office):
    answer = as_office.post("/rounds/R1/rules/counts_from/", {"choice": "never", "source": GROUND})

    assert answer.status_code == 422
    assert ruleset_of(round).changed == frozenset()


def test_extensions_are_limited_and_the_clock_stands_still_as_the_round_has_it(round, as_office):
    before = as_office.get("/rounds/R1/rules/").content.decode()
    as_office.post("/rounds/R1/rules/extensions_days/", {"number": "30", "source": GROUND})
    as_office.post("/rounds/R1/rules/pauses/", {"choice": "approver", "source": GROUND})
    after = as_office.get("/rounds/R1/rules/").content.decode()

    defaults = ("2 次", "90 天", "15 天", "默认值，待确认：延期最多两次", "默认值，待确认：审核、查收期间照常计时")
    assert [words in before for words in defaults] == [True] * 5
    assert [words in after for words in ("30 天", "原为：90 天", "方案、销号在审核人手里时停")] == [True] * 3
    assert ruleset_of(round).limits == Limits(2, 30, 15)


def test_a_limit_that_is_too_large_is_refused_with_the_largest(round, as_office):
    answer = as_office.post("/rounds/R1/rules/extensions_most/", {"number": "99", "source": GROUND})

    assert answer.status_code == 422
    assert "请写 0 至 9 的整数。" in answer.content.decode()


def test_another_round_keeps_the_shipped_rules(opening, round, office):
    second = open_round(**opening)
    change_rule(round, name="plan_due", value="45 days", source=GROUND, by=office, at=NOW)

    assert [str(ruleset_of(each).term("plan_due")) for each in (round, second)] == ["45 days", "1 months"]


def test_a_rule_goes_back_to_the_shipped_one(round, office, as_office):
    change_rule(round, name="plan_due", value="45 days", source=GROUND, by=office, at=NOW)
    answer = as_office.post("/rounds/R1/rules/plan_due/reset/")

    line = lines_of("yunling", "R1").first()
    assert answer.status_code == 302
    assert str(ruleset_of(round).term("plan_due")) == "1 months"
    assert (line.event, line.before["plan_due"], line.after["plan_due"]) == ("round.rule_reset", "45 days", "1 months")


def test_a_rule_that_was_never_changed_cannot_be_reset(round, as_office):
    answer = as_office.post("/rounds/R1/rules/plan_due/reset/")

    assert answer.status_code == 409
    assert "这项规则没有改动过，不需要恢复。" in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "value", "source", "reason"),
    [
        ("plan_due", "soon", GROUND, "规则“plan_due”的值“soon”不是期限，请写成“1 months”、“15 days”或“5 workdays”。"),
        ("plan_due", "-1 months", GROUND, "“整改方案报送”的期限方向不对。"),
        ("liaison_list_due", "2 days", GROUND, "“联络组名单报送”的期限方向不对。"),
        ("plan_due", "2 months", " ", "请写明依据，例如文件名称或会议决定。"),
        ("plan_due", "2 months", "依" * 301, "依据不能超过 300 个字。"),
        ("review_chain", "first:key", GROUND, "审核链至少要有一级审核全部问题，不能每一级都只审重点问题。"),
        ("review_chain", "", GROUND, "审核链中的“”不是角色，请写成“leader, office, first:key”。"),
        ("nothing", "2 months", GROUND, "没有名为“nothing”的规则。"),
    ],
)
def test_a_value_that_makes_no_sense_is_refused(round, office, name, value, source, reason):
    refusal = change_rule(round, name=name, value=value, source=source, by=office, at=NOW)

    assert (refusal.kind, str(refusal.reason)) == ("what", reason)


@pytest.mark.parametrize("person", ["first", "leader", "head", "supervisor", "outsider"])
def test_nobody_else_changes_a_rule(cast, round, person):
    by = viewer_of(getattr(cast, person))

    assert change_rule(round, name="plan_due", value="45 days", source=GROUND, by=by, at=NOW).kind == "who"
    assert reset_rule(round, name="plan_due", by=by, at=NOW).kind == "who"


def test_everybody_of_the_county_may_read_the_rules_and_only_the_office_is_offered_a_change(round, as_head, as_office):
    change = "/rounds/R1/rules/plan_due/"

    assert change not in as_head.get("/rounds/R1/rules/").content.decode()
    assert change in as_office.get("/rounds/R1/rules/").content.decode()
    assert as_office.get("/rounds/R1/rules/nothing/").status_code == 404
