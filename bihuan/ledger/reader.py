"""Who reads the large files? One thread in each server process, started by `site/wsgi.py`; elsewhere nobody does.

Without it files are read at once. There is no further service: the thread ends with its process, and what it left is
put back by the next start.
"""

import logging
import threading

from django.db import close_old_connections
from django.utils import timezone

from bihuan.ledger.actions.arrivals import claim, read_claimed

PAUSE = 2.0
"""Seconds between two looks for what other processes have put down; what this one puts down wakes it at once."""
log = logging.getLogger(__name__)
_woken = threading.Event()
_thread: threading.Thread | None = None


def start() -> None:
    """Begin to read, once per process."""
    global _thread
    if _thread is None:
        _thread = threading.Thread(target=_work, name="reader", daemon=True)
        _thread.start()


def is_running() -> bool:
    return _thread is not None and _thread.is_alive()


def wake() -> None:
    _woken.set()


def read_next() -> bool:
    """Read one arrival, if one waits."""
    arrival = claim(at=timezone.now())
    if arrival:
        read_claimed(arrival)
    return arrival is not None


def _work() -> None:
    while True:
        close_old_connections()
        try:
            found = read_next()
        except Exception:
            log.exception("the reader goes on after this")
            found = False
        if not found:
            _woken.wait(PAUSE)
            _woken.clear()
