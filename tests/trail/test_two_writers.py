"""Two writers at once never fork a chain."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

from django.db import connection, transaction

from bihuan.people.viewer import System
from bihuan.trail.actions import record
from bihuan.trail.models import Line
from bihuan.trail.queries import Verdict, verify

AT = datetime(2026, 3, 1, tzinfo=UTC)


def write(name: str, count: int = 12) -> None:
    try:
        for number in range(count):
            with transaction.atomic():
                record("unit.added", f"{name}-{number}", organisation="yunling", by=System(), at=AT)
    finally:
        connection.close()


def test_four_writers_make_one_unbroken_chain(committing) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, "abcd"))
    verdict = list(verify("yunling"))[-1]
    assert isinstance(verdict, Verdict)
    assert (verdict.lines, verdict.broken_at) == (48, None)
    assert sorted(Line.objects.values_list("number", flat=True)) == list(range(1, 49))
