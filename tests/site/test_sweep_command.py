"""`bihuan sweep` does what the server's own timer does, and says what came of it."""

import pytest
from django.utils import timezone

from bihuan.people.models import Organisation
from bihuan.rounds.models import Round
from tests.cast import Cast
from tests.watch.conftest import moment


@pytest.fixture(autouse=True)
def _a_round_whose_plan_is_due_in_two_days(cast: Cast, monkeypatch):
    Organisation.objects.filter(pk=cast.county.pk).update(name="云岭县")
    Round.objects.create(organisation=cast.county, number=1, title="省委巡视", kind="inspection", level="province",
                         group="第三巡视组", feedback_on=moment("2026-02-20 00:00").date(),
                         ruleset="province-6-months")  # fmt: skip
    monkeypatch.setattr(timezone, "now", lambda: moment("2026-03-18 09:00"))


def test_it_says_how_many_heard_and_what_was_sent(run):
    assert run("sweep").out.splitlines() == [
        "云岭县：当日提醒 1 人、1 项，紧急提醒 0 条，升级 0 项",
        "望川县：当日提醒 0 人、0 项，紧急提醒 0 条，升级 0 项",
        "发出 0 条，待重发 0 条，失败 0 条",
    ]


def test_run_again_it_tells_nobody_again(run):
    run("sweep")

    assert run("sweep").out.splitlines()[0] == "云岭县：当日提醒 0 人、0 项，紧急提醒 0 条，升级 0 项"
