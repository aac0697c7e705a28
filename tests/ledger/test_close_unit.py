"""A unit that still leads an open finding is not closed."""

from bihuan.ledger.models import Finding
from bihuan.people.actions import close_unit
from bihuan.people.viewer import viewer_of
from bihuan.rules.finding import Status
from bihuan.rules.life import Refusal
from tests.ledger.conftest import Walk, done


def test_it_stays_open_until_its_findings_are_closed(walk: Walk) -> None:
    office = viewer_of(walk.cast.office)
    walk.assign(walk.raised(), lead_unit=walk.cast.village.number)
    outcome = close_unit(walk.cast.village, by=office, at=walk.later())
    assert isinstance(outcome, Refusal)
    assert str(outcome.reason) == "还有 1 个由它牵头的问题没有销号，请先改派或销号。"
    Finding.objects.update(status=Status.CLOSED.value)
    assert done(close_unit(walk.cast.village, by=office, at=walk.later())).closed_on == walk.at.date()
