"""What has to be true before a command may use the database? Django is loaded and the tables are up to date."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

import click

from bihuan.site import terminal
from bihuan.site.terminal import BadInput, Fault, _


def load() -> None:
    """Load Django with this installation's settings, speaking the language of the terminal."""
    import django
    from django.utils import translation

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bihuan.site.settings")
    try:
        import_module(os.environ["DJANGO_SETTINGS_MODULE"])
    except (OSError, ValueError) as error:
        raise BadInput(_("设置不能使用，请检查环境变量：{error}").format(error=error)) from error
    django.setup()
    translation.activate(terminal.language())


def migrate() -> None:
    """Bring the tables up to date, saying so when there is something to do. Raises Fault when that fails."""
    from django.core.management import call_command

    if tables_are_old():
        click.echo(_("正在更新数据库……"))
        with database_faults():
            call_command("migrate", verbosity=0, interactive=False)


def tidy() -> None:
    """Forget what is over: ended sessions, the tokens of forms sent a week ago, the names of interviews whose group has
    left long ago. What was half read waits again.
    """
    from datetime import timedelta

    from django.core.management import call_command
    from django.utils import timezone

    from bihuan.desk.actions.erasure import erase_overdue
    from bihuan.dispatch.actions import archiving, making
    from bihuan.ledger.actions import arrivals
    from bihuan.trail.actions import forget_sent

    call_command("clearsessions")
    forget_sent(timezone.now() - timedelta(days=7))
    erase_overdue(timezone.now())
    arrivals.put_back()
    making.put_back()
    archiving.put_back()


def require_tables() -> None:
    """Raises BadInput unless the tables are up to date: reading commands change nothing."""
    if tables_are_old():
        raise BadInput(_("数据库还没有建立或不是最新，请先运行 bihuan serve 或 bihuan manage migrate。"))


def tables_are_old() -> bool:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    with database_faults():
        executor = MigrationExecutor(connection)
        return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


@contextmanager
def database_faults() -> Iterator[None]:
    """A database that cannot be used is one line, not a traceback."""
    from django.db import DatabaseError

    try:
        yield
    except DatabaseError as error:
        first = str(error).strip().splitlines()[0]
        raise Fault(_("数据库不能使用：{error}").format(error=first)) from error
