"""Where should the archive of a round be written? One zip with everything of it and a checker that needs no network."""

from pathlib import Path

import click

from bihuan.site.files import replacing
from bihuan.site.terminal import BadInput, Fault, _, render


@click.command(
    help=_(
        "把一轮的全部文书、佐证材料、台账、清单和留痕写成一个压缩包，里面带有离线核验程序 check.py。"
        "由整改办或监督人员制作。"
    ),
    epilog="\b\n" + _("例如：") + "\n  bihuan archive --round R2 -o R2.zip\n  python3 check.py R2.zip",
)
@click.option("--round", "ref", required=True, metavar="REF", help=_("轮次，如 R2。"))
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False), help=_("写到哪个文件。")
)
@click.option("--as", "username", help=_("以哪个账号的名义；不写则为整改办。"))
def command(ref: str, output: Path, username: str | None) -> None:
    if output.suffix.lower() != ".zip":
        raise BadInput(_("归档包是压缩包，请让文件名以 .zip 结尾。"))
    if not output.parent.is_dir():
        raise BadInput(_("没有目录 {folder}，请先建立。").format(folder=output.parent))

    from bihuan.site import acting, start

    start.load()
    start.require_tables()

    from django.utils import timezone
    from rich.console import Console

    from bihuan.dispatch.actions.archive import write_out
    from bihuan.rules.archive import may_archive
    from bihuan.rules.life import Refusal

    viewer = acting.viewer(username)
    round = acting.round_named(ref, viewer)
    if refusal := may_archive(viewer.roles):
        raise BadInput(render(refusal.reason))
    with Console(stderr=True).status(round.title) as status, replacing(output) as out:

        def step(done: int, steps: int) -> None:
            status.update(
                _("{title}：已装入 {done} / {steps} 个文件").format(title=round.title, done=done, steps=steps)
            )

        outcome = write_out(round, out, by=viewer, at=timezone.now(), step=step)
    if isinstance(outcome, Refusal):
        raise BadInput(render(outcome.reason))
    click.echo(_("已写入 {file}：{count} 个文件。").format(file=output, count=outcome.files))
    click.echo(_("清单校验值 {hash}").format(hash=outcome.manifest))
    if outcome.lost:
        listed = _("、").join(outcome.lost[:10])
        raise Fault(_("有 {count} 个文件缺失或被改动：{files}。").format(count=len(outcome.lost), files=listed))
