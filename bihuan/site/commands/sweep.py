"""What is due, who has to hear of it, and what waits to go outside? The same sweep that the server runs by itself."""

import click

from bihuan.site.terminal import _


@click.command(
    help=_("检查到期事项并发出提醒，再发送待发的邮件和消息。可由 cron 或 systemd 定时运行，重复运行不会重复提醒。"),
    epilog="\b\n" + _("例如：") + "\n  bihuan sweep",
)
def command() -> None:
    from bihuan.site import start

    start.load()
    start.require_tables()

    from django.utils import timezone

    from bihuan.watch.actions.delivery import deliver_all
    from bihuan.watch.actions.sweep import sweep_all

    told = _("{organisation}：当日提醒 {people} 人、{items} 项，紧急提醒 {urgent} 条，升级 {risen} 项")
    opened = _("{organisation}：长期坚持佐证逾期未报，重新整改 {reopened} 项")
    for each in sweep_all(at=timezone.now()):
        values = vars(each) | {"organisation": each.organisation.name}
        click.echo(told.format(**values))
        if each.reopened:
            click.echo(opened.format(**values))
    sent = deliver_all()
    click.echo(_("发出 {sent} 条，待重发 {waiting} 条，失败 {failed} 条").format(**sent._asdict()))
