"""The trail: chained, append-only, one chain per organisation, never forked."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from django.db import DatabaseError, connection, transaction

from bihuan.people.viewer import System
from bihuan.trail.actions import record
from bihuan.trail.models import Chain, Line
from bihuan.trail.queries import Verdict, head_of, verify

AT = datetime(2026, 3, 1, 1, 2, 3, 456789, tzinfo=UTC)


def write(count: int = 3, organisation: str = "yunling") -> list[Line]:
    return [
        record(
            "unit.added", f"U-{n:03d}", organisation=organisation, by=System(), at=AT, after={"name": "青石村", "n": n}
        )
        for n in range(1, count + 1)
    ]


def verdict(organisation: str = "yunling") -> Verdict:
    return [step for step in verify(organisation) if isinstance(step, Verdict)][-1]


def tamper(statement: str, *values: object) -> None:
    """What somebody with a query console and the rights of the owner could do: the trigger is taken away first."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER trail_line_no_update")
            cursor.execute("DROP TRIGGER trail_line_no_delete")
        else:
            cursor.execute("ALTER TABLE trail_line DISABLE TRIGGER USER")
        cursor.execute(statement, values)


@pytest.mark.django_db
def test_each_line_carries_the_hash_of_the_one_before() -> None:
    lines = write()
    assert [line.previous for line in lines] == ["", lines[0].hash, lines[1].hash]
    assert head_of("yunling") == (3, lines[2].hash)
    assert verdict() == Verdict("yunling", 3, lines[2].hash)


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "length"), [("sm3", 64), ("sha256", 64)])
def test_the_hash_is_chosen_and_old_lines_keep_theirs(settings, name: str, length: int) -> None:
    write(1)
    settings.TRAIL_HASH = name
    line = write(1)[0]
    assert (line.algorithm, len(line.hash)) == (name, length)
    assert verdict().broken_at is None


@pytest.mark.django_db
@pytest.mark.parametrize("statement", ["UPDATE trail_line SET note = 'x'", "DELETE FROM trail_line"])
def test_the_database_refuses_to_change_or_remove_a_line(statement: str) -> None:
    write(1)
    with pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute(statement)
    assert Line.objects.count() == 1


@pytest.mark.django_db
def test_a_changed_line_is_named() -> None:
    write()
    tamper("UPDATE trail_line SET note = %s WHERE number = 2", "改过")
    assert (verdict().broken_at, verdict().fault) == (2, "content")


@pytest.mark.django_db
def test_a_removed_line_is_named() -> None:
    write()
    tamper("DELETE FROM trail_line WHERE number = 2")
    assert (verdict().broken_at, verdict().fault) == (2, "gap")


@pytest.mark.django_db
def test_an_end_that_was_cut_off_shows_against_the_head() -> None:
    write()
    tamper("DELETE FROM trail_line WHERE number = 3")
    assert (verdict().broken_at, verdict().fault) == (3, "end")


@pytest.mark.django_db
def test_each_organisation_has_a_chain_of_its_own() -> None:
    write(2)
    other = write(1, "wangchuan")[0]
    assert (other.number, other.previous) == (1, "")
    assert sorted(Chain.objects.values_list("organisation", "length")) == [("wangchuan", 1), ("yunling", 2)]


@pytest.mark.django_db
def test_a_line_needs_the_transaction_of_its_write(monkeypatch) -> None:
    monkeypatch.setattr(transaction, "get_connection", lambda: SimpleNamespace(in_atomic_block=False))
    with pytest.raises(RuntimeError, match="transaction"):
        record("unit.added", "U-001", organisation="yunling", by=System(), at=AT)
