"""Which command was typed? Finds its module in `commands/`, loads only that one, and turns faults into exit codes.

0 done · 1 fault · 2 bad input. `bihuan read` needs no database and never loads Django.
"""

import sys
from importlib import import_module

import click

from bihuan.site import terminal
from bihuan.site.terminal import _

COMMANDS = {
    "serve": "serve",
    "demo": "demo",
    "organisation": "organisation",
    "read": "read",
    "due": "due",
    "import": "imports",
    "export": "export",
    "archive": "archive",
    "verify": "verify",
    "sweep": "sweep",
    "manage": "manage",
}


class Commands(click.Group):
    """Commands by name, in the order of COMMANDS, each imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command = import_module(f"bihuan.site.commands.{COMMANDS[name]}").command
        command.name = name
        return command


@click.command(
    cls=Commands,
    help=_("闭环：被巡视（巡察、审计）单位的整改台账。"),
    epilog="\b\n"
    + _("例如：")
    + "\n  bihuan serve --demo\n  bihuan read 反馈意见.docx\n  bihuan export ledger --round R2 -o ledger.xlsx",
)
@click.version_option(package_name="bihuan", message="bihuan %(version)s", help=_("显示版本。"))
def bihuan() -> None: ...


def main() -> None:
    """The entry point of the command `bihuan`."""
    terminal.speak()
    try:
        status = bihuan.main(prog_name="bihuan", standalone_mode=False)
    except click.ClickException as error:
        terminal.complain(error)
        sys.exit(error.exit_code)
    except click.Abort:
        sys.exit(130)
    except BrokenPipeError:  # the reader of our output, such as `head`, has had enough
        sys.stderr.close()
        sys.exit(0)
    sys.exit(status if isinstance(status, int) else 0)
