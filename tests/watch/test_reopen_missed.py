"""A standing measure that nobody proves: it is told by colour, comes to higher ears, and is opened again once."""

import pytest

from bihuan.ledger.actions import standing as actions
from bihuan.ledger.models import Finding, Pass
from bihuan.ledger.queries.standing import missed_by
from bihuan.people.viewer import System, viewer_of
from bihuan.trail.queries import lines_of
from bihuan.watch.queries.inbox import entries, notices_for
from tests.ledger.conftest import Walk
from tests.watch.conftest import Heard, Sweeping, moment

NEAR, LATE, GRACE_OVER = "2026-05-28 09:00", "2026-06-03 09:00", "2026-06-17 09:00"
"""Of a finding that was closed on 2 March 2026: proof is due on 2 June, and its grace ends on 16 June."""


@pytest.fixture
def standing(walk: Walk) -> Finding:
    finding = walk.closed(standing=True, handler=walk.cast.handler.username)
    Finding.objects.update(deadline=None, due=None)
    return finding


def test_more_people_hear_from_colour_to_colour(standing, sweeping: Sweeping, heard: Heard):
    told = []
    for at in (NEAR, LATE):
        sweeping(at)
        told.append(heard(key=at[:10]))

    assert told == [
        {"handler": ["F-001 yellow"], "leader": ["F-001 yellow"]},
        {"first": ["F-001 red"], "handler": ["F-001 red"], "head": ["F-001 red"], "leader": ["F-001 red"]},
    ]


def test_what_is_missed_is_opened_again_at_most_once(standing, sweeping: Sweeping, walk: Walk):
    swept = [sweeping(at).reopened for at in (LATE, "2026-06-16 09:00", GRACE_OVER, "2026-06-17 15:00")]

    events = [line.event for line in lines_of("yunling", standing.ref)]
    assert (swept, events.count("finding.reopened")) == ([0, 0, 1, 0], 1)
    line = next(line for line in lines_of("yunling", standing.ref) if line.event == "finding.reopened")
    assert (line.actor, line.note) == (
        "system",
        "长期坚持的佐证应于 2026-06-02 报送，宽限到 2026-06-16 仍未报送，按规则重新整改。",
    )
    assert walk.fresh(standing).status == "rectifying"


def test_whoever_comes_second_opens_nothing(standing, walk: Walk, monkeypatch: pytest.MonkeyPatch):
    """The second sweep begins and ends between what the first has read and what it writes."""
    county, at, second = walk.cast.county, moment(GRACE_OVER), []

    def slowly(organisation, *, today):
        rows = missed_by(organisation, today=today)
        monkeypatch.setattr(actions, "missed_by", missed_by)
        second.append(actions.reopen_missed(county, by=System(), at=at))
        return rows

    monkeypatch.setattr(actions, "missed_by", slowly)
    first = actions.reopen_missed(county, by=System(), at=at)

    assert (first, second) == (0, [1])
    assert Pass.objects.filter(finding=standing, by=None).count() == 1


def test_the_page_says_what_it_is_about_and_that_it_is_over(standing, sweeping: Sweeping, walk: Walk):
    sweeping(LATE)
    handler = viewer_of(walk.cast.handler)
    lines = [entries(handler, notices_for(handler))[0].lines[0]]
    sweeping(GRACE_OVER)
    lines.append(entries(handler, notices_for(handler).filter(key=LATE[:10]))[0].lines[0])

    assert [(str(line.kind), line.url, line.is_over) for line in lines] == [
        ("长期坚持佐证", "/ledger/F-001/#standing", False),
        ("长期坚持佐证", "/ledger/F-001/#standing", True),
    ]
