"""Which of Django's own management commands should run? They are passed through unchanged."""

import os

import click

from bihuan.site.terminal import _


@click.command(
    help=_("运行 Django 的管理命令，供开发和运维使用。"),
    context_settings={"ignore_unknown_options": True, "help_option_names": []},
    epilog="\b\n" + _("例如：") + "\n  bihuan manage migrate\n  bihuan manage help",
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def command(arguments: tuple[str, ...]) -> None:
    from django.core.management import execute_from_command_line

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bihuan.site.settings")
    execute_from_command_line(["bihuan manage", *arguments])
