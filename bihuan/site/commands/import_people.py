"""Who works where? A list of units and people becomes accounts and posts, after every cell of it was understood."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bihuan.site.files import contents
from bihuan.site.terminal import BadInput, _, render

if TYPE_CHECKING:
    from bihuan.people.actions.slip import Slip
    from bihuan.people.roster import Plan
    from bihuan.reading.kinds.people import Fault, Roster


@click.command(
    help=_("导入单位和人员名单（.xlsx 或 .csv）。任何一处有误都不导入；初始密码只在导入后显示这一次。"),
    epilog="\b\n" + _("例如：") + "\n  bihuan import people 单位和人员.xlsx --dry-run",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help=_("只检查并说明会有哪些变化，不导入。"))
@click.option("--as", "username", help=_("以哪个账号的名义；不写则为整改办。"))
def command(file: Path, dry_run: bool, username: str | None) -> None:
    roster = read(file)

    from bihuan.site import acting, start

    start.load()
    start.require_tables()

    from django.utils import timezone

    from bihuan.people.actions.roster import import_people, plan_import
    from bihuan.rules.life import Refusal

    viewer = acting.viewer(username)
    plan = plan_import(viewer.organisation, roster)
    refuse_faults(plan)
    click.echo(summary(plan))
    if dry_run or plan.changes_nothing:
        return
    done = import_people(viewer.organisation, roster, mark=plan.mark, by=viewer, at=timezone.now())
    if isinstance(done, Refusal):
        raise BadInput(render(done.reason))
    hand_out(done.slips)


def read(file: Path) -> "Roster":
    """The list in the file. Raises BadInput where it is no list."""
    from bihuan.reading.blocks import Unreadable
    from bihuan.reading.formats import read_blocks
    from bihuan.reading.kinds import people

    try:
        return people.read(read_blocks(contents(file), file.name))
    except Unreadable as error:
        raise BadInput(f"{file.name}: {render(error.reason)}") from error


def refuse_faults(plan: "Plan") -> None:
    """Every fault on a line of its own, with its cell. Raises BadInput if there is one."""
    for fault in plan.faults:
        click.echo(f"{cell(fault)} {render(fault.reason)}".strip(), err=True)
    if plan.faults:
        raise BadInput(_("名单有 {count} 处需要改正，没有导入。").format(count=len(plan.faults)))


def cell(fault: "Fault") -> str:
    """`人员!C7`, as a spreadsheet names a cell; a sheet, a row or nothing where that is all there is."""
    within = f"{fault.letter}{fault.row or ''}"
    return "!".join(filter(None, (fault.sheet, within)))


def summary(plan: "Plan") -> str:
    units = _("单位：新增 {units_added}，变更 {units_changed}，不变 {units_unchanged}。")
    people = _("人员：新增 {people_added}，变更 {people_changed}，不变 {people_unchanged}。")
    return f"{units}\n{people}".format(**plan.counts())


def hand_out(slips: "tuple[Slip, ...]") -> None:
    """The first passwords, shown this once; they are kept nowhere."""
    click.echo(_("已导入。"))
    if slips:
        click.echo(_("初始密码如下，只显示这一次，请分别交给本人，首次登录后须修改："))
    for slip in slips:
        click.echo(f"{slip.name}\t{slip.username}\t{slip.password}")
