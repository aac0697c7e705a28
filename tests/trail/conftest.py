"""Writers that really commit, for what only shows between transactions."""

import os
from collections.abc import Iterator
from importlib import import_module

import pytest
from django.db import connection

from bihuan.trail.models import Chain, Line

collect_ignore = [] if os.environ.get("BIHUAN_TESTS_DATABASE") else ["test_chains_do_not_wait.py"]
"""SQLite has one writer in all; that organisations do not wait for each other is PostgreSQL's to show."""


@pytest.fixture
def committing(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The database without a transaction around the test; the lines written are taken out again afterwards."""
    triggers = import_module("bihuan.trail.migrations.0002_append_only")
    with django_db_blocker.unblock():
        yield
        with connection.schema_editor() as editor:
            triggers.allow(None, editor)
        Line.objects.all()._raw_delete(connection.alias)
        Chain.objects.all().delete()
        with connection.schema_editor() as editor:
            triggers.forbid(None, editor)
        connection.close()
