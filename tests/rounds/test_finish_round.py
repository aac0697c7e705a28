"""When does a round end, what is fixed from then on, and how is a mistaken end taken back?"""

from datetime import date

import pytest

from bihuan.people.viewer import viewer_of
from bihuan.rounds.actions import change_dates, change_rule, finish_round, resume_round
from bihuan.rules.rounds import Dates
from bihuan.trail.queries import lines_of
from tests.cast import NOW
from tests.rounds.conftest import DATES

END = date(2026, 3, 1)


def test_the_office_finishes_a_round(round, as_office):
    answer = as_office.post("/rounds/R1/finish/", {"on": "2026-03-01", "note": "省委巡视办已出具结论"})

    line = lines_of("yunling", "R1").first()
    assert (answer.status_code, answer.headers["Location"]) == (302, "/rounds/R1/")
    assert (line.event, line.before, line.after, line.note) == (
        "round.finished", {"finished_on": None}, {"finished_on": "2026-03-01"}, "省委巡视办已出具结论"
    )  # fmt: skip
    assert "已结束" in as_office.get("/rounds/R1/").content.decode()


@pytest.mark.parametrize(
    ("on", "reason"),
    [
        (date(2026, 1, 14), "结束日期早于反馈日期 2026-01-15，请改正。"),
        (date(2026, 3, 3), "结束日期不能晚于今天。"),
    ],
)
def test_a_round_ends_after_its_feedback_and_not_in_the_future(round, office, on, reason):
    refusal = finish_round(round, on=on, by=office, at=NOW)

    assert (refusal.kind, str(refusal.reason)) == ("what", reason)


def test_a_round_without_feedback_cannot_end(round, office):
    change_dates(round, dates=Dates(), by=office, at=NOW)

    assert str(finish_round(round, on=END, by=office, at=NOW).reason) == "还没有填写反馈日期，本轮不能结束。"


def test_a_finished_round_is_fixed(round, office, as_office):
    finish_round(round, on=END, by=office, at=NOW)
    refusals = [
        change_dates(round, dates=DATES, by=office, at=NOW),
        change_rule(round, name="plan_due", value="45 days", source="依据", by=office, at=NOW),
        finish_round(round, on=END, by=office, at=NOW),
    ]

    assert [each.kind for each in refusals] == ["when"] * 3
    assert str(refusals[0].reason) == "本轮已于 2026-03-01 结束，不能再改；确需改动请先恢复本轮。"
    assert as_office.post("/rounds/R1/dates/", {"feedback": "2026-01-16"}).status_code == 409


def test_a_mistaken_end_is_taken_back_with_a_reason(round, office, as_office):
    finish_round(round, on=END, by=office, at=NOW)
    without = as_office.post("/rounds/R1/resume/", {"note": ""})
    answer = as_office.post("/rounds/R1/resume/", {"note": "结论尚未下达"})

    line = lines_of("yunling", "R1").first()
    assert (without.status_code, answer.status_code) == (422, 302)
    assert (line.event, line.before, line.after, line.note) == (
        "round.resumed", {"finished_on": "2026-03-01"}, {"finished_on": None}, "结论尚未下达"
    )  # fmt: skip


def test_a_running_round_cannot_be_resumed(round, office):
    assert resume_round(round, note="理由", by=office, at=NOW).kind == "when"


@pytest.mark.parametrize("person", ["first", "head", "supervisor", "outsider"])
def test_nobody_else_ends_or_resumes_a_round(cast, round, person):
    by = viewer_of(getattr(cast, person))

    assert finish_round(round, on=END, by=by, at=NOW).kind == "who"
    assert resume_round(round, note="理由", by=by, at=NOW).kind == "who"
