"""What do the stories of the desk need? A running round, papers in a folder of their own, the office as a viewer."""

from collections.abc import Callable

import pytest

from bihuan.desk.models import Request
from bihuan.people.viewer import Viewer, viewer_of
from bihuan.rounds.actions import open_round
from bihuan.rounds.models import Round, RoundKind, RoundLevel
from bihuan.rules.life import Refusal
from bihuan.rules.rounds import Dates
from bihuan.trail.queries import lines_of
from tests.cast import NOW, Cast
from tests.desk.walk import Walk

DATES = Dates(notice=NOW.date().replace(day=1), entry=NOW.date(), leaving=None, feedback=None)


def done(outcome):
    """What an action gave; a refusal fails the test with its reason."""
    assert not isinstance(outcome, Refusal), (str(outcome.reason), [str(text) for text in outcome.missing])
    return outcome


def reason(outcome) -> str:
    """Why an action refused, in Chinese; anything else fails the test."""
    assert isinstance(outcome, Refusal), outcome
    return str(outcome.reason)


@pytest.fixture(autouse=True)
def _papers_in_a_folder_of_their_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def office(cast: Cast) -> Viewer:
    return viewer_of(cast.office)


@pytest.fixture
def head(cast: Cast) -> Viewer:
    return viewer_of(cast.head)


@pytest.fixture
def round(cast: Cast, office: Viewer) -> Round:
    return done(
        open_round(
            cast.county,
            title="省委巡视",
            kind=RoundKind.INSPECTION,
            level=RoundLevel.PROVINCE,
            group="省委第三巡视组",
            dates=DATES,
            ruleset="province-6-months",
            by=office,
            at=NOW,
        )
    )


@pytest.fixture
def walk(cast: Cast, round: Round) -> Walk:
    return Walk(cast, round)


@pytest.fixture
def events(cast: Cast) -> Callable[[Request], list[str]]:
    """The events of a request, oldest first."""
    return lambda request: [line.event for line in reversed(lines_of(cast.county.code, request.ref))]
