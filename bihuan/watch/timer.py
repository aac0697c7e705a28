"""Who looks at the clock? One thread in each server process, started by `site/wsgi.py`; there is no further service.

Every minute it sweeps, every few seconds it sends what waits to go outside. `bihuan sweep` does the same from cron;
whoever of them is first has done it.
"""

import logging
import threading
import time

from django.db import close_old_connections
from django.utils import timezone

from bihuan.watch.actions.delivery import deliver_all
from bihuan.watch.actions.sweep import sweep_all

PAUSE, BETWEEN_SWEEPS = 5.0, 60.0
"""Seconds between two looks at the outbox, and between two sweeps."""
log = logging.getLogger(__name__)
_thread: threading.Thread | None = None


def start() -> None:
    """Begin to look, once per process."""
    global _thread
    if _thread is None:
        _thread = threading.Thread(target=_work, name="timer", daemon=True)
        _thread.start()


def is_running() -> bool:
    return _thread is not None and _thread.is_alive()


def tick(*, sweeps: bool) -> None:
    """One look; what goes wrong in it is told to the log, and the next look comes all the same."""
    close_old_connections()
    try:
        if sweeps:
            sweep_all(at=timezone.now())
        deliver_all()
    except Exception:
        log.exception("the timer goes on after this")


def _work() -> None:
    swept: float | None = None
    while True:
        due = swept is None or time.monotonic() - swept >= BETWEEN_SWEEPS
        tick(sweeps=due)
        swept = time.monotonic() if due else swept
        time.sleep(PAUSE)
