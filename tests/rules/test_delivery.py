"""How far is a unit with a text, and which meeting about it can be right?"""

from datetime import date

import pytest

from bihuan.rules.delivery import NAMES, VERBS, Stage, bad_meeting, stage

SENT, TODAY = date(2026, 3, 2), date(2026, 3, 9)


def test_the_furthest_that_was_reached_counts() -> None:
    assert stage(received=False, read=False, met=False) is Stage.SENT
    assert stage(received=True, read=False, met=False) is Stage.RECEIVED
    assert stage(received=True, read=True, met=False) is Stage.READ
    assert stage(received=False, read=False, met=True) is Stage.MET


@pytest.mark.parametrize(
    ("on", "attended", "reason"),
    [
        (date(2026, 3, 5), 40, ""),
        (SENT, 1, ""),
        (TODAY, 1, ""),
        (None, 40, "请填写会议日期和参会人数。"),
        (date(2026, 3, 5), 0, "请填写会议日期和参会人数。"),
        (date(2026, 3, 1), 40, "会议日期 2026-03-01 早于下发日期 2026-03-02，请改正。"),
        (date(2026, 3, 10), 40, "会议日期 2026-03-10 还没有到，开过会后再登记。"),
    ],
)
def test_a_meeting_lies_between_the_sending_and_today(on: date | None, attended: int | None, reason: str) -> None:
    refusal = bad_meeting(on, attended, sent_on=SENT, today=TODAY)
    assert (str(refusal.reason) if refusal else "") == reason


def test_every_stage_has_words_and_every_step_a_verb() -> None:
    assert (set(NAMES), set(VERBS)) == (set(Stage), set(Stage) - {Stage.SENT})
