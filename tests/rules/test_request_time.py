"""By when a request is due where the group named no time."""

from datetime import datetime

import pytest

from bihuan.rules.request import Kind, Status
from bihuan.rules.request_time import due_by, is_late, settle_by
from bihuan.rules.workdays import official


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("kind", "asked", "due"),
    [
        (Kind.MATERIAL, "2026-03-02 09:00", "2026-03-03 17:30"),
        (Kind.MATERIAL, "2026-03-06 10:00", "2026-03-09 17:30"),
        (Kind.MATERIAL, "2026-03-06 18:00", "2026-03-10 17:30"),
        (Kind.MATERIAL, "2026-03-07 10:00", "2026-03-10 17:30"),
        (Kind.MATERIAL, "2026-02-13 10:00", "2026-02-14 17:30"),
        (Kind.EXPLANATION, "2026-03-02 09:00", "2026-03-04 17:30"),
        (Kind.LOGISTICS, "2026-03-02 09:00", "2026-03-02 17:30"),
        (Kind.LOGISTICS, "2026-03-07 09:00", "2026-03-09 17:30"),
        (Kind.FIX, "2026-03-02 09:00", "2026-03-09 17:30"),
    ],
)
def test_it_is_the_end_of_the_last_working_day_that_the_kind_allows(kind: Kind, asked: str, due: str) -> None:
    assert due_by(kind, moment(asked), official()) == moment(due)


def test_an_objection_is_decided_within_one_working_day() -> None:
    assert settle_by(moment("2026-03-06 16:00"), official()) == moment("2026-03-09 17:30")


def test_what_the_group_has_is_not_late() -> None:
    due, now = moment("2026-03-02 17:30"), moment("2026-03-02 17:31")
    late = {status for status in Status if is_late(status, due, now)}
    assert late == set(Status) - {Status.HANDED_OVER, Status.RECEIPTED, Status.CLOSED, Status.WITHDRAWN}
    assert not any(is_late(status, due, due) for status in Status)
