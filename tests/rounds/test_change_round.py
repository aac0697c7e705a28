"""Can what is written of a round be put right, while it runs, by the office, with a line in the trail?"""

from dataclasses import replace
from datetime import date

import pytest

from bihuan.people.viewer import viewer_of
from bihuan.rounds.actions import change_dates, describe_round
from bihuan.rounds.models import Round
from bihuan.trail.queries import lines_of
from tests.cast import NOW
from tests.rounds.conftest import DATES

FORM = {"notice": "2025-08-20", "entry": "2025-09-01", "leaving": "2025-11-14", "feedback": "2026-02-10"}
DESCRIPTION = {
    "title": "省委第三轮常规巡视",
    "group": "省委第六巡视组",
    "kind": "inspection",
    "level": "province",
    "ruleset": "legacy-2-months",
}


def test_new_dates_move_what_follows_and_leave_one_line(round, as_office):
    answer = as_office.post("/rounds/R1/dates/", FORM)

    line = lines_of("yunling", "R1").first()
    assert (answer.status_code, answer.headers["Location"]) == (302, "/rounds/R1/")
    assert (line.event, line.before, line.after) == (
        "round.dates_changed", {"feedback_on": "2026-01-15"}, {"feedback_on": "2026-02-10"}
    )  # fmt: skip
    assert "2026-03-10" in as_office.get("/rounds/R1/").content.decode()


def test_a_form_sent_without_a_change_leaves_no_line(round, office):
    assert change_dates(round, dates=DATES, by=office, at=NOW) == round
    assert lines_of("yunling", "R1").count() == 1


def test_a_date_may_be_taken_away_again(round, office):
    changed = change_dates(round, dates=replace(DATES, feedback=None), by=office, at=NOW)

    assert changed.feedback_on is None


@pytest.mark.parametrize(
    ("dates", "reason"),
    [
        ({"leaving": date(2025, 8, 31)}, "离驻日期 2025-08-31 早于进驻日期 2025-09-01，请改正其中一个。"),
        ({"feedback": date(2025, 11, 13)}, "反馈日期 2025-11-13 早于离驻日期 2025-11-14，请改正其中一个。"),
        (
            {"leaving": None, "feedback": date(2025, 8, 1)},
            "反馈日期 2025-08-01 早于进驻日期 2025-09-01，请改正其中一个。",
        ),
        ({"notice": date(205, 8, 20)}, "通知日期 0205-08-20 的年份不对，请核对。"),
    ],
)
def test_impossible_dates_are_refused(round, office, dates, reason):
    refusal = change_dates(round, dates=replace(DATES, **dates), by=office, at=NOW)

    assert (refusal.kind, [str(each) for each in refusal.missing]) == ("what", [reason])
    assert Round.objects.get().feedback_on == date(2026, 1, 15)


def test_a_refused_form_comes_back_as_it_was_typed(round, as_office):
    answer = as_office.post("/rounds/R1/dates/", {**FORM, "feedback": "2025-11-01"})

    assert answer.status_code == 422
    assert 'value="2025-11-01"' in answer.content.decode()


def test_the_description_can_be_put_right(round, as_office):
    as_office.post("/rounds/R1/edit/", DESCRIPTION)

    line = lines_of("yunling", "R1").first()
    assert (line.event, line.before, line.after) == (
        "round.described",
        {"title": "省委第三轮巡视", "ruleset": "province-6-months"},
        {"title": "省委第三轮常规巡视", "ruleset": "legacy-2-months"},
    )


@pytest.mark.parametrize("person", ["first", "head", "supervisor", "outsider"])
def test_nobody_else_changes_a_round(cast, round, person):
    by = viewer_of(getattr(cast, person))

    assert change_dates(round, dates=DATES, by=by, at=NOW).kind == "who"
    assert describe_round(round, **DESCRIPTION, by=by, at=NOW).kind == "who"


@pytest.mark.parametrize("page", ["edit", "dates", "rules/plan_due", "finish", "resume"])
def test_others_get_403_and_another_organisation_404(round, as_head, as_outsider, page):
    assert as_head.post(f"/rounds/R1/{page}/", FORM).status_code == 403
    assert as_outsider.get(f"/rounds/R1/{page}/").status_code == 404
    assert as_outsider.post(f"/rounds/R1/{page}/", FORM).status_code == 404
