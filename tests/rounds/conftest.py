"""What do these stories need? Today, a round of 云岭县 in the middle of its work, and the office as a viewer."""

from datetime import date

import pytest

from bihuan.people.viewer import viewer_of
from bihuan.rounds.actions import open_round
from bihuan.rules.rounds import Dates
from tests.cast import NOW

DATES = Dates(date(2025, 8, 20), date(2025, 9, 1), date(2025, 11, 14), date(2026, 1, 15))


@pytest.fixture
def office(cast):
    return viewer_of(cast.office)


@pytest.fixture
def opening(cast, office):
    """The words for opening a round; change what the story is about."""
    return {
        "organisation": cast.county,
        "title": "省委第三轮巡视",
        "kind": "inspection",
        "level": "province",
        "group": "省委第六巡视组",
        "ruleset": "province-6-months",
        "dates": DATES,
        "by": office,
        "at": NOW,
    }


@pytest.fixture
def round(opening):
    return open_round(**opening)
