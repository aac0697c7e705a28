"""Which letter or ledger should be read into a round? It becomes drafts, which a person confirms on their page."""

from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from bihuan.reading.drafts import DocumentKind
from bihuan.site.files import contents
from bihuan.site.terminal import BadInput, _, render

if TYPE_CHECKING:
    from bihuan.ledger.models import Intake
    from bihuan.rounds.models import Round


@click.command(
    help=_("读入反馈意见、公示或台账。读出的只是草稿，在页面上确认后才进入台账。"),
    epilog="\b\n" + _("例如：") + "\n  bihuan import letter 反馈意见.docx --round R2",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--round", "ref", required=True, metavar="REF", help=_("轮次，如 R2。"))
@click.option("--kind", type=click.Choice(get_args(DocumentKind)), help=_("文件的种类；不写则自动判断。"))
@click.option("--as", "username", help=_("以哪个账号的名义；不写则为整改办。"))
def command(file: Path, ref: str, kind: DocumentKind | None, username: str | None) -> None:
    data = contents(file)

    from bihuan.site import acting, start

    start.load()
    start.require_tables()

    from django.utils import timezone

    from bihuan.ledger.actions.intake import Earlier, open_intake
    from bihuan.rules.life import Refusal

    viewer = acting.viewer(username)
    round = acting.round_named(ref, viewer)
    intake = open_intake(round, name=file.name, data=data, kind=kind, by=viewer, at=timezone.now())
    if isinstance(intake, Refusal):
        raise BadInput(render(intake.reason))
    if isinstance(intake, Earlier):
        raise BadInput(_("这个文件已经读入过，见 {ref}。").format(ref=place(round, intake.intake)))
    told = _("已读入 {count} 行，请在页面 {place} 核对并确认。")
    click.echo(told.format(count=intake.rows.filter(place="row").count(), place=place(round, intake)))


def place(round: "Round", intake: "Intake") -> str:
    """Where the intake is confirmed, as the address bar shows it."""
    return f"/rounds/{round.ref}/import/{intake.ref}/"
