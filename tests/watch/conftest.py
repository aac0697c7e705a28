"""What do the stories of the watch need? Findings and requests that come due, and a sweep at a given moment."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.utils import timezone

from bihuan.ledger.models import Finding, Measure
from bihuan.people.viewer import System
from bihuan.watch.actions.sweep import Swept, sweep
from bihuan.watch.models import Notice
from tests.cast import Cast
from tests.ledger.conftest import Walk, _papers_in_a_folder_of_their_own, round, walk  # noqa: F401
from tests.watch.letters import Post

Sweeping = Callable[[str], Swept]
Heard = Callable[..., dict[str, list[str]]]


def moment(text: str) -> datetime:
    """`2026-08-12 09:00`, local."""
    return timezone.make_aware(datetime.fromisoformat(text))


@pytest.fixture
def sweeping(cast: Cast) -> Sweeping:
    return lambda text: sweep(cast.county, by=System(), at=moment(text))


@pytest.fixture
def heard(cast: Cast) -> Heard:
    """Who was told of what, by username: each thing with the key of its colour."""

    def told(**which: object) -> dict[str, list[str]]:
        rows = Notice.objects.filter(**which).select_related("account").order_by("account__username", "pk")
        found: dict[str, list[str]] = {}
        for row in rows:
            words = [f"{item['ref']} {item['colour']}".strip() for item in row.items]
            found[row.account.username] = [*found.get(row.account.username, []), *words]
        return found

    return told


def put(finding: Finding, on: date = date(2026, 7, 15)) -> Finding:
    """The finding is due on that day, and its measures are out of the way."""
    Finding.objects.update(deadline=on, due=on)
    Measure.objects.update(deadline=date(2027, 6, 30), due=date(2027, 6, 30))
    return finding


@pytest.fixture
def due(walk: Walk) -> Finding:  # noqa: F811
    """A finding being rectified."""
    return put(walk.rectifying(handler=walk.cast.handler.username))


@pytest.fixture
def post(walk: Walk) -> Post:  # noqa: F811
    """Letters about a finding that is being rectified."""
    return Post(walk, walk.rectifying())
