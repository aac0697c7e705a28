"""What should be brought in? A letter or ledger for a round, or units and people."""

import click

from bihuan.site.commands import import_letter, import_people
from bihuan.site.terminal import _


@click.group(
    help=_("导入反馈意见、台账，或单位和人员名单。"),
    epilog="\b\n"
    + _("例如：")
    + "\n  bihuan import letter 反馈意见.docx --round R2"
    + "\n  bihuan import people 单位和人员.xlsx --dry-run",
)
def command() -> None: ...


command.add_command(import_letter.command, "letter")
command.add_command(import_people.command, "people")
