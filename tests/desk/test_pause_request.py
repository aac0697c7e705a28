"""The clock of a request stands still while the group has it, where the rules of the round say so."""

from datetime import datetime

import pytest

from bihuan.desk.models import DueChange, Request
from bihuan.people.viewer import Viewer
from bihuan.rounds.actions import change_rule
from bihuan.rules.request import Move
from tests.cast import NOW
from tests.desk.conftest import done
from tests.desk.walk import Walk


@pytest.fixture
def pausing(walk: Walk, office: Viewer) -> Walk:
    done(change_rule(walk.round, name="pauses", value="group", source="巡视组要求", by=office, at=NOW))
    return walk


def at(walk: Walk, day: str) -> None:
    walk.at = datetime.fromisoformat(f"{day} 09:00").replace(tzinfo=NOW.tzinfo)


def sent_back(walk: Walk, handed: str, back: str, *, receipted: bool = False) -> Request:
    """Due on Wednesday 4 March 2026, a day after it was asked for."""
    at(walk, "2026-03-03")
    request = walk.released()
    at(walk, handed)
    request = done(walk.move(request, Move.HAND_OVER, walk.cast.office))
    if receipted:
        request = done(walk.move(request, Move.RECEIPT, walk.cast.office, received_by="孙组长"))
    at(walk, back)
    return done(walk.move(request, Move.SEND_BACK, walk.cast.office, note="缺少附件"))


def moved(request: Request) -> list[tuple[str, str]]:
    rows = DueChange.objects.filter(request=request)
    return [(row.due_at.astimezone(NOW.tzinfo).date().isoformat(), row.reason) for row in rows]


@pytest.mark.parametrize("receipted", [False, True])
def test_the_days_with_the_group_come_on_top_and_say_why(pausing: Walk, receipted: bool) -> None:
    request = sent_back(pausing, "2026-03-03", "2026-03-06", receipted=receipted)
    original = request.due_at
    assert moved(request) == [("2026-03-09", "2026-03-03 至 2026-03-06 在巡视组手里，停止计时 3 个工作日。")]
    assert (request.due - original).days == 5
    assert pausing.fresh(request).due_at == original


def test_a_rule_that_does_not_say_so_moves_nothing(walk: Walk) -> None:
    request = sent_back(walk, "2026-03-03", "2026-03-06")
    assert (moved(request), request.moved_due_at) == ([], None)


def test_what_came_to_the_group_late_stays_late(pausing: Walk) -> None:
    request = sent_back(pausing, "2026-03-05", "2026-03-09")
    assert (moved(request), request.moved_due_at) == ([], None)


def test_the_page_tells_the_time_that_was_moved(pausing: Walk, as_office) -> None:
    request = sent_back(pausing, "2026-03-03", "2026-03-06")
    page = as_office.get(f"/desk/{request.ref}/").content.decode()
    assert "在巡视组手里，停止计时 3 个工作日。" in page
