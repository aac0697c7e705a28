"""The dry run of a list: what it would add and change, and every cell that is wrong."""

import pytest

from bihuan.people.actions import plan_import
from bihuan.people.models import Account, Unit
from bihuan.reading.formats import read_blocks
from bihuan.reading.kinds.people import read
from tests.people.lists import spreadsheet


@pytest.fixture
def plan(cast):
    def made(units=(), people=()):
        return plan_import(cast.county, read(read_blocks(spreadsheet(units, people).read())))

    return made


@pytest.fixture
def faults(plan):
    def found(units=(), people=()):
        return [(f.sheet, f.row, f.letter, str(f.reason)) for f in plan(units, people).faults]

    return found


def test_each_row_is_new_changed_or_unchanged(plan):
    made = plan(
        [["松河镇", "", "松河", "5"], ["县农业农村局"], ["红岩村", "松河镇"]],
        [
            ["林一", "lin.yi", "红岩村", "支书", "单位负责人"],
            ["赵启", "head", "松河", "书记", "单位负责人", "", "139"],
            ["吴敏", "handler", "松河镇", "", "经办人"],
            ["何青", "stranger", "县委办公室", "", "office"],
        ],
    )
    assert made.faults == []
    assert [(s.verdict, s.draft.name, s.parent, [str(c) for c in s.changes]) for s in made.units] == [
        ("changed", "松河镇", "云岭县", ["简称：— → 松河", "排序：0 → 5"]),
        ("unchanged", "县农业农村局", "云岭县", []),
        ("added", "红岩村", "松河镇", []),
    ]
    assert [(s.verdict, s.draft.username, s.unit, [str(c) for c in s.changes]) for s in made.people[1:]] == [
        ("changed", "head", "松河镇", ["手机：— → 139", "职务：镇党委书记 → 书记"]),
        ("unchanged", "handler", "松河镇", []),
        ("changed", "stranger", "县委办公室", ["新岗位：县委办公室 整改办"]),
    ]
    assert (made.people[0].verdict, made.people[0].unit, made.changes_nothing) == ("added", "红岩村", False)


def test_a_parent_may_stand_below_its_children_in_the_list(plan):
    made = plan([["一组", "红岩村"], ["红岩村", "红岩片区"], ["红岩片区", "松河镇"]])
    assert [step.draft.name for step in made.units] == ["红岩片区", "红岩村", "一组"]


def test_an_unknown_unit_is_a_fault_with_near_names(faults):
    people = [["林一", "lin", "农业农村局", "", "经办人"], ["吴二", "wu", "某某", "", "经办人"]]
    assert faults([["红岩村", "松和镇"]], people) == [
        ("单位", 2, "B", "没有单位“松和镇”，是不是“松河镇”？请改正，或先在单位表中加上它。"),
        ("人员", 2, "C", "没有单位“农业农村局”，是不是“县农业农村局”？请改正，或先在单位表中加上它。"),
        ("人员", 3, "C", "没有单位“某某”，请改正，或先在单位表中加上它。"),
    ]


def test_parents_in_a_circle_are_faults_also_through_units_that_exist(faults):
    assert [fault[:3] for fault in faults([["甲", "乙"], ["乙", "甲"]])] == [("单位", 2, "B"), ("单位", 3, "B")]
    assert faults([["松河镇", "青石村"]]) == [("单位", 2, "B", "“松河镇”的上级绕了一圈又回到它自己，请改正上级单位。")]


def test_what_stands_twice_is_named_with_the_other_row(faults):
    lin = ["林一", "lin", "松河镇", "", "经办人"]
    assert faults([["甲"], ["甲"]], [lin, lin, ["林二", "lin", "青石村", "", "经办人"]]) == [
        ("单位", 3, "A", "单位“甲”在第 2 行已有，请删去一行。"),
        ("人员", 3, "C", "这个岗位在第 2 行已有，请删去一行。"),
        ("人员", 4, "B", "登录名“lin”在第 2 行是“林一”，一个登录名只能给一个人。"),
    ]


def test_a_username_of_another_county_a_role_and_a_charge_that_cannot_be_are_faults(faults):
    rows = [
        ["郑一", "outsider", "松河镇", "", "经办人"],
        ["林一", "lin", "松河镇", "", "处长"],
        ["吴二", "wu", "松河镇", "", "经办人", "青石村"],
        ["孙三", "sun", "松河镇", "", "责任领导", "青石村、白石村"],
    ]
    assert [(row, column) for _, row, column, _ in faults((), rows)] == [(2, "B"), (3, "E"), (4, "F"), (5, "F")]


def test_a_closed_unit_and_a_deactivated_account_are_faults(faults, cast):
    Unit.objects.filter(name="青石村").update(closed_on="2026-01-01")
    Account.objects.filter(username="head").update(is_active=False)
    found = faults([["青石村", "松河镇"]], [["赵启", "head", "松河镇", "", "单位负责人"]])
    assert [(sheet, row, column) for sheet, row, column, _ in found] == [("单位", 2, "A"), ("人员", 2, "B")]


def test_the_top_keeps_its_place(faults, plan):
    assert [fault[:3] for fault in faults([["云岭县", "松河镇"]])] == [("单位", 2, "B")]
    assert plan([["云岭县", "", "云岭"]]).units[0].verdict == "changed"
