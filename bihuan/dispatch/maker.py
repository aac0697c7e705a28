"""Who makes the papers? One thread in each server process, started by `site/wsgi.py`; elsewhere they are made at once.

A second thread makes archives, so that no paper waits for one. There is no further service: the threads end with their
process, and what they left is put back by the next start.
"""

import logging
import threading
import time
from collections.abc import Callable
from datetime import datetime

from django.db import close_old_connections
from django.utils import timezone

from bihuan.dispatch.actions import archiving
from bihuan.dispatch.actions.making import claim, make_claimed
from bihuan.dispatch.models import Version
from bihuan.dispatch.queries.outgoing import is_at_work

PAUSE = 2.0
"""Seconds between two looks for what other processes have put down; what this one puts down wakes it at once."""
PATIENCE, LOOK = 1.0, 0.05
"""Seconds that a person waits for a short paper, and between two looks whether it is there."""
log = logging.getLogger(__name__)
_woken = threading.Event()
_thread: threading.Thread | None = None


def start() -> None:
    """Begin to make, once per process."""
    global _thread
    if _thread is None:
        _thread = threading.Thread(target=_work, args=(make_next,), name="maker", daemon=True)
        _thread.start()
        threading.Thread(target=_work, args=(make_next_archive,), name="archiver", daemon=True).start()


def is_running() -> bool:
    return _thread is not None and _thread.is_alive()


def put_to_work(version: Version) -> None:
    """Have a version made: a short one is there when this returns, a long one is on its way."""
    if not is_running():
        while make_next():
            pass
        return
    _woken.set()
    end = time.monotonic() + PATIENCE
    while is_at_work(version) and time.monotonic() < end:
        time.sleep(LOOK)


def make_next(*, at: datetime | None = None) -> bool:
    """Make one version, if one waits; by the clock, or as of `at` where a past is told."""
    version = claim(at=at or timezone.now())
    if version:
        make_claimed(version, at=at)
    return version is not None


def archive_soon() -> None:
    """Have the archives made that wait; with a maker at hand nobody waits for them."""
    if is_running():
        _woken.set()
        return
    while make_next_archive():
        pass


def make_next_archive() -> bool:
    """Make one archive, if one waits."""
    row = archiving.claim(at=timezone.now())
    if row:
        archiving.make_claimed(row)
    return row is not None


def _work(make: Callable[[], bool]) -> None:
    while True:
        close_old_connections()
        try:
            found = make()
        except Exception:
            log.exception("the maker goes on after this")
            found = False
        if not found:
            _woken.wait(PAUSE)
            _woken.clear()
