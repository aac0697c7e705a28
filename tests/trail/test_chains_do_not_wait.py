"""One organisation's writers do not wait for another's. Runs on PostgreSQL (see conftest)."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Event

from django.db import connection, transaction

from bihuan.people.viewer import System
from bihuan.trail.actions import record

AT = datetime(2026, 3, 1, tzinfo=UTC)


def write(organisation: str, written: Event | None = None, leave: Event | None = None) -> str:
    try:
        with transaction.atomic():
            record("unit.added", "U-001", organisation=organisation, by=System(), at=AT)
            if written and leave:
                written.set()
                assert leave.wait(20)
        return organisation
    finally:
        connection.close()


def test_another_organisation_writes_while_one_still_holds_its_chain(committing) -> None:
    written, leave = Event(), Event()
    with ThreadPoolExecutor(2) as pool:
        slow = pool.submit(write, "yunling", written, leave)
        assert written.wait(20)
        assert pool.submit(write, "wangchuan").result(timeout=10) == "wangchuan"
        assert not slow.done()
        leave.set()
        assert slow.result(timeout=20) == "yunling"
