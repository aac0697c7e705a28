"""What does Bihuan look like when it is full? Builds the demonstration county, once, and prints its accounts."""

import click

from bihuan.site.terminal import Fault, _


@click.command(
    help=_("载入演示县：一个虚构的县，两轮巡视，各种状态的问题。只在还没有数据时载入，不会覆盖已有内容。"),
    epilog="\b\n" + _("例如：") + "\n  bihuan demo\n  BIHUAN_DATA=/srv/bihuan-demo bihuan demo",
)
def command() -> None:
    from bihuan.site import start

    start.load()
    start.migrate()
    if not load_once():
        raise Fault(_("这里已经有别的单位的数据，没有载入演示县。请用 BIHUAN_DATA 指定一个新的数据目录。"))


def load_once() -> bool:
    """Build the county if there is no organisation yet, and print its accounts; False where other data is."""
    from bihuan.people.models import Organisation
    from bihuan.site import demo

    if not Organisation.objects.exists():
        build()
    if not Organisation.objects.filter(is_demo=True).exists():
        return False
    click.echo(demo.accounts())
    return True


def build() -> None:
    """The whole county or nothing of it, with a bar that moves on standard error."""
    from django.db import transaction
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    from bihuan.site import demo

    columns = TextColumn(_("正在载入演示县")), BarColumn(), TextColumn("{task.description}")
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar, transaction.atomic():
        task = bar.add_task("", total=1.0)
        demo.build(lambda share, words: bar.update(task, completed=share, description=words))
