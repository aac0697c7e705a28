"""Does each date stand beside the organisation's colour for it, with its shape and word, on whichever page?"""

import re
from datetime import date

import pytest
from django.test import Client

from bihuan.ledger.models import Finding
from bihuan.watch.models import OwnScheme
from tests.cast import NOW, Cast, signed_in
from tests.desk.walk import Walk as DeskWalk
from tests.ledger.conftest import Walk, round, walk  # noqa: F401
from tests.overview.test_query_budget import copied, cost

MARK = re.compile(r'<span class="warning warning-(\w+)"><svg[^>]*><use href="[^"#]*#([\w-]+)"></use></svg>(\w+)</span>')


@pytest.fixture(autouse=True)
def _in_august(monkeypatch):
    """The finding is due on the last day of the month."""
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *given: date(2026, 8, 24))


def marks(client: Client, path: str) -> list[tuple[str, str, str]]:
    return MARK.findall(client.get(path).text)


def test_the_ledger_and_the_card_show_the_shipped_colour(walk: Walk, as_head):  # noqa: F811
    finding = walk.claimed()

    assert marks(as_head, "/ledger/") == [("yellow", "diamond-fill", "预警")]
    assert set(marks(as_head, f"/ledger/{finding.ref}/")) == {("yellow", "diamond-fill", "预警")}
    assert marks(as_head, "/") == [("yellow", "diamond-fill", "预警")]


def test_an_organisation_that_goes_by_state_shows_that(walk: Walk, cast: Cast, as_head, as_outsider):  # noqa: F811
    OwnScheme.objects.create(organisation=cast.county, preset="by-state")
    finding = walk.claimed()

    assert marks(as_head, "/ledger/") == [("yellow", "circle-fill", "进行中")]
    Finding.objects.filter(pk=finding.pk).update(status="closed", holder="")
    assert marks(as_head, "/ledger/") == [("blue", "square-fill", "已完成")]
    assert marks(as_outsider, "/ledger/") == []


def test_the_board_shows_the_colour_of_the_day_on_which_a_request_is_due(walk: Walk, cast: Cast, as_head):  # noqa: F811
    DeskWalk(cast, walk.round, NOW).assigned()

    assert marks(as_head, "/desk/") == [("red", "triangle-fill", "逾期")]


@pytest.mark.parametrize("path", ["/", "/ledger/"])
def test_the_colours_of_fifty_rows_cost_what_those_of_one_cost(walk: Walk, cast: Cast, path: str):  # noqa: F811
    client, finding = signed_in(cast.office), walk.applied()
    at_one = cost(client, path)
    copied(finding, 49)

    assert (cost(client, path), len(marks(client, "/ledger/"))) == (at_one, 50)
