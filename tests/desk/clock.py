"""What time is it in the stories that pages tell? A moment that the story sets, and moves on."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from tests.cast import NOW


class Clock:
    def __init__(self) -> None:
        self.at: datetime = NOW + timedelta(hours=1)

    def later(self, **step: float) -> datetime:
        self.at += timedelta(**step)
        return self.at


@pytest.fixture(name="clock", autouse=True)
def a_clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """An hour after the round was opened."""
    clock = Clock()
    monkeypatch.setattr(timezone, "now", lambda: clock.at)
    return clock
