"""The server's own timer: it sweeps and sends, and what goes wrong once does not stop it."""

import logging

import pytest
from django.utils import timezone

from bihuan.watch import timer
from bihuan.watch.models import Notice
from tests.watch.conftest import moment


@pytest.fixture(autouse=True)
def _the_connection_stays(monkeypatch):
    monkeypatch.setattr(timer, "close_old_connections", lambda: None)
    monkeypatch.setattr(timezone, "now", lambda: moment("2026-06-25 09:00"))


def test_a_look_sweeps_when_it_is_time(due):
    timer.tick(sweeps=False)
    before = Notice.objects.count()
    timer.tick(sweeps=True)

    assert (before, Notice.objects.count()) == (0, 1)


def test_a_fault_is_told_to_the_log_and_the_next_look_comes_all_the_same(due, monkeypatch, caplog):
    def fault(**_values: object) -> None:
        raise OSError("the disk is full")

    with monkeypatch.context() as broken, caplog.at_level(logging.ERROR):
        broken.setattr(timer, "sweep_all", fault)
        timer.tick(sweeps=True)
    timer.tick(sweeps=True)

    assert [record.message for record in caplog.records] == ["the timer goes on after this"]
    assert Notice.objects.count() == 1
