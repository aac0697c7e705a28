"""What does Bihuan look like when it is full? Builds the demonstration county, once, and prints its accounts."""

from typing import TYPE_CHECKING

import click

from bihuan.site.terminal import Fault, _, render

if TYPE_CHECKING:
    from bihuan.site.demo import DemoAccount


@click.command(
    help=_(
        "载入演示县：一个虚构的县，三轮巡视巡察，各种状态的问题，一个正在运转的联络台。只在还没有数据时载入，不会覆盖已有内容。"
    ),
    epilog="\b\n" + _("例如：") + "\n  bihuan demo\n  BIHUAN_DATA=/srv/bihuan-demo bihuan demo",
)
def command() -> None:
    from bihuan.site import start

    start.load()
    start.migrate()

    from bihuan.site import demo

    if demo.accounts():
        click.echo(_("演示县已经载入过，没有改动任何内容。"))
    if not load_once():
        raise Fault(_("这里已经有别的单位的数据，没有载入演示县。请用 BIHUAN_DATA 指定一个新的数据目录。"))


def load_once() -> bool:
    """Build the county if there is no organisation yet, and print its accounts; False where other data is."""
    from bihuan.people.models import Organisation
    from bihuan.site import demo

    if not Organisation.objects.exists():
        build()
    there = demo.accounts()
    if there:
        show(there)
    return bool(there)


def build() -> None:
    """The whole county or nothing of it, with a bar that moves on standard error."""
    from django.utils import timezone
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    from bihuan.site import demo

    columns = TextColumn(_("正在载入演示县")), BarColumn(), TextColumn("{task.description}")
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("")
        demo.build(
            lambda count, total, month: bar.update(task, completed=count, total=total, description=month),
            now=timezone.localtime(),
        )


def show(accounts: "list[DemoAccount]") -> None:
    """The accounts as a table, and the password that all of them had at the start."""
    from bihuan.site.demo import PASSWORD

    click.echo(_("演示账号（初始密码都是 {password}）：").format(password=PASSWORD))
    for each in accounts:
        click.echo(f"  {each.username:<12}{render(each.role)} · {each.name} · {each.post}")
