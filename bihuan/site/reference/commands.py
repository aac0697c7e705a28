"""What can be typed? The help of every command, as the command itself prints it."""

import click

from bihuan.site.cli import bihuan
from bihuan.site.reference.markdown import whole


def page() -> str:
    top = click.Context(bihuan, info_name="bihuan", max_content_width=100, terminal_width=100)
    return whole("Commands", *(part for path in ([], *paths(bihuan, top)) for part in described(path, top)))


def paths(group: click.Group, context: click.Context) -> list[list[str]]:
    """Every command below the group, as the words that are typed."""
    found = []
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        found.append([name])
        if isinstance(command, click.Group):
            found += [[name, *below] for below in paths(command, context)]
    return found


def described(path: list[str], top: click.Context) -> tuple[str, str]:
    """The heading and the help of one command."""
    context = top
    for name in path:
        command = context.command.get_command(context, name)
        context = click.Context(command, parent=context, info_name=name)
    text = "\n".join(line.rstrip() for line in context.get_help().splitlines())
    return f"## {' '.join(['bihuan', *path])}", f"```text\n{text}\n```"
