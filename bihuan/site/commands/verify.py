"""Is the trail whole? Walks every chain from its first line and names the first line that does not hold."""

from typing import TYPE_CHECKING

import click

from bihuan.site.terminal import Fault, _

if TYPE_CHECKING:
    from bihuan.trail.queries import Verdict


@click.command(
    help=_("核验全部留痕：逐条核对，指出第一条不符的记录。完整时退出码为 0，否则为 1。"),
    epilog="\b\n" + _("例如：") + "\n  bihuan verify",
)
def command() -> None:
    from bihuan.site import start

    start.load()
    start.require_tables()

    from bihuan.trail import queries

    verdicts = [walk(organisation) for organisation in queries.organisations()]
    for verdict in verdicts:
        click.echo(sentence(verdict))
    if not verdicts:
        click.echo(_("还没有留痕记录。"))
    if broken := sum(verdict.broken_at is not None for verdict in verdicts):
        raise Fault(_("有 {count} 条留痕链不完整，请保留现场并查明原因。").format(count=broken))


def walk(organisation: str) -> "Verdict":
    """The verdict on one chain, counting on standard error while it walks."""
    from rich.console import Console

    from bihuan.trail.queries import Verdict, verify

    with Console(stderr=True).status(organisation) as status:
        for step in verify(organisation):
            if isinstance(step, Verdict):
                return step
            status.update(_("{organisation}：已核对 {count} 条").format(organisation=organisation, count=step))
    raise AssertionError("verify() ends with a verdict")


def sentence(verdict: "Verdict") -> str:
    if verdict.broken_at is None:
        whole = _("{organisation}：{lines} 条留痕完整，末条校验值 {head}")
        return whole.format(organisation=verdict.organisation, lines=verdict.lines, head=verdict.head or "-")
    return _("{organisation}：第 {number} 条{fault}。").format(
        organisation=verdict.organisation, number=verdict.broken_at, fault=faults()[verdict.fault]
    )


def faults() -> dict[str, str]:
    """The kinds of fault that `trail.queries.verify` tells apart, in words."""
    return {
        "gap": _("缺失"),
        "link": _("与上一条衔接不上"),
        "content": _("内容被改动过"),
        "end": _("起的末尾记录缺失"),
    }
