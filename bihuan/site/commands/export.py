"""Which paper should be written to which file? From the record, as the named account may see it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from bihuan.site.files import replacing
from bihuan.site.terminal import BadInput, _

if TYPE_CHECKING:
    from bihuan.people.viewer import Viewer
    from bihuan.rounds.models import Round


def ledger(viewer: "Viewer", round: "Round", out: IO[bytes], counted: Callable[[Iterable[Any]], Iterator[Any]]) -> None:
    """The ledger and the three lists, streamed: memory does not grow with the rows."""
    from django.utils import timezone

    from bihuan.ledger.queries.papers import heading, ledger_rows
    from bihuan.ledger.queries.table import Wanted, table_for
    from bihuan.trail.answers import words
    from bihuan.writing.ledger import write_ledger

    findings = table_for(viewer, Wanted(round=round.ref), today=timezone.localdate())
    about = heading(viewer, round, at=timezone.now())
    write_ledger(out, counted(ledger_rows(findings)), heading=about, speak=words)


PAPERS = {"ledger": ledger}


@click.command(
    help=_("把一轮巡视的文书写成文件。NAME 是文书的名称：ledger（整改台账和问题、任务、责任三张清单）。"),
    epilog="\b\n" + _("例如：") + "\n  bihuan export ledger --round R2 -o ledger.xlsx",
)
@click.argument("name", type=click.Choice(list(PAPERS)))
@click.option("--round", "ref", required=True, metavar="REF", help=_("轮次，如 R2。"))
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False), help=_("写到哪个文件。")
)
@click.option("--as", "username", help=_("以哪个账号的名义；不写则为整改办。"))
def command(name: str, ref: str, output: Path, username: str | None) -> None:
    if output.suffix.lower() != ".xlsx":
        raise BadInput(_("{name} 写成 Excel 文件，请让文件名以 .xlsx 结尾。").format(name=name))
    if not output.parent.is_dir():
        raise BadInput(_("没有目录 {folder}，请先建立。").format(folder=output.parent))

    from bihuan.site import acting, start

    start.load()
    start.require_tables()
    viewer = acting.viewer(username)
    round = acting.round_named(ref, viewer)
    with replacing(output) as out, counting() as counted:
        PAPERS[name](viewer, round, out, counted)
    click.echo(_("已写入 {file}。").format(file=output))


@contextmanager
def counting() -> Iterator[Callable[[Iterable[Any]], Iterator[Any]]]:
    """Wraps rows so that standard error shows how many have passed."""
    from rich.console import Console

    with Console(stderr=True).status(_("正在读取台账")) as status:

        def counted(rows: Iterable[Any]) -> Iterator[Any]:
            for count, row in enumerate(rows, 1):
                if count % 100 == 0:
                    status.update(_("已写 {count} 个问题").format(count=count))
                yield row

        yield counted
