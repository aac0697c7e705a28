"""Does `bihuan due` print the milestones with their reasons, without a database, and refuse what cannot be?"""

import json
import os
import subprocess
import sys

import pytest

PROVINCE = ("due", "--rules", "province-6-months")


def dues(run, *words: str) -> dict[str, str]:
    """Each milestone by its name with its date."""
    answer = run(*words, "--json")
    assert (answer.code, answer.err) == (0, "")
    return {each["name"]: each["on"] for each in json.loads(answer.out)["milestones"]}


FEEDBACKS = {"2026-08-31": "31 August", "2026-09-28": "before the October holiday", "2028-02-29": "29 February"}
EXPECTED = {
    ("province-6-months", "2026-08-31"): "2026-09-30 2027-02-28 2027-03-15 2027-03-31 2027-08-31",
    ("province-6-months", "2026-09-28"): "2026-10-28 2027-03-28 2027-04-12 2027-04-28 2027-09-28",
    ("province-6-months", "2028-02-29"): "2028-03-29 2028-08-29 2028-09-13 2028-09-29 2029-02-28",
    ("local-3-months", "2026-08-31"): "2026-09-30 2026-11-30 2026-12-15 2026-12-31 2027-05-31",
    ("local-3-months", "2026-09-28"): "2026-10-28 2026-12-28 2027-01-12 2027-01-28 2027-06-28",
    ("local-3-months", "2028-02-29"): "2028-03-29 2028-05-29 2028-06-13 2028-06-29 2028-11-29",
    ("legacy-2-months", "2026-08-31"): "2026-09-30 2026-10-31 2026-10-31 2027-04-30 2027-04-30",
    ("legacy-2-months", "2026-09-28"): "2026-10-28 2026-11-28 2026-11-28 2027-05-28 2027-05-28",
    ("legacy-2-months", "2028-02-29"): "2028-03-29 2028-04-29 2028-04-29 2028-10-29 2028-10-29",
}
"""Plan, end of the intensive period, report, evaluation, recheck."""


@pytest.mark.parametrize(
    ("rules", "feedback"), EXPECTED, ids=[f"{rules}, {FEEDBACKS[feedback]}" for rules, feedback in EXPECTED]
)
def test_the_milestones_follow_from_the_feedback(run, rules, feedback):
    plan, ends, report, evaluation, recheck = EXPECTED[rules, feedback].split()
    assert dues(run, "due", "--rules", rules, "--feedback", feedback) == {
        "plan_due": plan,
        "intensive_period": ends,
        "report_due": report,
        "evaluation_after": evaluation,
        "recheck_after": recheck,
    }


@pytest.mark.parametrize(
    ("rules", "ends"),
    [("province-6-months", "2027-02-28"), ("local-3-months", "2026-11-30"), ("legacy-2-months", "2026-10-31")],
)
def test_the_presets_have_periods_of_six_three_and_two_months(run, rules, ends):
    assert dues(run, "due", "--rules", rules, "--feedback", "2026-08-31")["intensive_period"] == ends


def test_the_entry_adds_what_is_due_before_and_after_it(run):
    found = dues(run, *PROVINCE, "--feedback", "2026-08-31", "--entry", "2026-05-11")

    assert (found["liaison_list_due"], found["work_report_due"]) == ("2026-05-09", "2026-05-14")


def test_each_date_is_followed_by_its_reasons(run):
    answer = run("due", "--rules", "legacy-2-months", "--feedback", "2026-09-01")

    assert answer.out.split("\n\n")[:2] == [
        "原规定（集中整改 2 个月）",
        "\n".join(
            (
                "2026-10-01（周四） 整改方案报送",
                "  规则：反馈（2026-09-01）起 1 个月。",
                "  依据：市级做法：反馈后 1 个月内报送整改方案",
                "  2026-09-01（周二）当天不算，第一天是 2026-09-02（周三）。",
                "  数满 1 个月，是 2026-10-01（周四）。",
                "  2026-10-01 是休息日（国庆节），按规则不移动。",
            )
        ),
    ]


def test_a_year_without_a_schedule_says_so(run):
    answer = run(*PROVINCE, "--feedback", "2026-08-31", "--json")

    known = {each["name"]: each["known"] for each in json.loads(answer.out)["milestones"]}
    last = [each["why"][-1] for each in json.loads(answer.out)["milestones"] if not each["known"]]
    assert known == {
        "plan_due": True,
        "intensive_period": False,
        "report_due": False,
        "evaluation_after": False,
        "recheck_after": False,
    }
    assert set(last) == {"2027 年的放假安排还没有收录，只按周末推算，收录后请再核对。"}


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (
            ["due", "--rules", "nowhere", "--feedback", "2026-08-31"],
            "没有名为 nowhere 的规则集，请从这些中选择：province-6-months、local-3-months、audit、legacy-2-months。",
        ),
        (
            [*PROVINCE, "--feedback", "2026-08-31", "--entry", "2026-09-01"],
            "反馈日期 2026-08-31 早于进驻日期 2026-09-01，请改正其中一个。",
        ),
        ([*PROVINCE, "--feedback", "1926-08-31"], "反馈日期 1926-08-31 的年份不对，请核对。"),
        (
            [*PROVINCE, "--feedback", "8月31日"],
            "Invalid value for '--feedback': “8月31日”不是日期，请写成 2026-03-31 的样子。（用法：bihuan due --help）",
        ),
    ],
)
def test_what_cannot_be_is_one_line_and_exit_code_2(run, words, complaint):
    answer = run(*words)

    assert (answer.code, answer.out, answer.err) == (2, "", f"bihuan: {complaint}\n")


def test_neither_django_nor_a_data_folder_is_needed(tmp_path):
    program = (
        "import sys\nfrom bihuan.site.cli import main\n"
        f"sys.argv = ['bihuan', *{PROVINCE!r}, '--feedback', '2026-08-31']\n"
        "try: main()\nfinally: assert not any(name.split('.')[0] in ('django', 'psycopg') for name in sys.modules)"
    )
    environment = {**os.environ, "BIHUAN_DATA": str(tmp_path / "none"), "LANG": "zh_CN.UTF-8"}
    run = subprocess.run(
        [sys.executable, "-c", program], env=environment, cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert (run.returncode, run.stderr, (tmp_path / "none").exists()) == (0, "", False)
