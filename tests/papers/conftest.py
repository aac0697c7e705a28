"""What do these stories need? A folder of their own, the office and the head as viewers, and a quick way to send in."""

import pytest

from bihuan.papers.actions import keep
from bihuan.people.viewer import viewer_of
from tests.cast import NOW


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "papers"
    return settings.MEDIA_ROOT


@pytest.fixture
def send(cast):
    """`send(cast.head, "会议纪要.txt", "…")` keeps a file for the town, as that person."""

    def send_in(account, name, data, unit=cast.town):
        content = data.encode() if isinstance(data, str) else data
        return keep(account.organisation, name=name, data=content, unit=unit, by=viewer_of(account), at=NOW)

    return send_in
