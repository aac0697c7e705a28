"""Which paper should be written to which file? From the record, as the named account may see it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
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


def register(
    viewer: "Viewer", round: "Round", out: IO[bytes], counted: Callable[[Iterable[Any]], Iterator[Any]]
) -> None:
    """The running register of what the group asked to read and was given."""
    from django.utils import timezone

    from bihuan.desk.queries.register import everything, heading
    from bihuan.trail.answers import words
    from bihuan.writing.register import write_register

    rows = list(counted(everything(viewer, round)))
    write_register(out, rows, heading=heading(viewer, round, at=timezone.now()), speak=words)


def brief(viewer: "Viewer", round: "Round", out: IO[bytes], counted: Callable[[Iterable[Any]], Iterator[Any]]) -> None:
    """The newest brief that was sent; for the office today's figures as they stand, where it was not sent yet."""
    from django.utils import timezone

    from bihuan.desk.queries.brief import briefs_for, figures
    from bihuan.desk.queries.brief_paper import paper_of, paper_of_brief
    from bihuan.trail.answers import words
    from bihuan.writing.brief import write_brief

    now = timezone.now()
    today, sent = timezone.localdate(now), briefs_for(viewer).filter(round=round).first()
    if viewer.is_office and (sent is None or sent.on != today):
        paper = paper_of(round, today, figures(viewer, round, today, now=now), sender=viewer.name)
    elif sent is not None:
        paper = paper_of_brief(sent)
    else:
        raise BadInput(_("没有这个账号可以看的日报。"))
    out.write(write_brief(paper, speak=words))


@dataclass(frozen=True)
class Paper:
    """How a paper is written, and how the name of its file ends."""

    write: Callable[..., None]
    suffix: str = ".xlsx"
    program: str = "Excel"


PAPERS = {"ledger": Paper(ledger), "register": Paper(register), "brief": Paper(brief, ".docx", "Word")}


@click.command(
    help=_(
        "把一轮巡视的文书写成文件。NAME 是文书的名称：ledger（整改台账和问题、任务、责任三张清单）、"
        "register（资料调阅登记表）、brief（联络日报）。"
    ),
    epilog="\b\n"
    + _("例如：")
    + "\n  bihuan export ledger --round R2 -o ledger.xlsx\n  bihuan export brief --round R3 -o brief.docx",
)
@click.argument("name", type=click.Choice(list(PAPERS)))
@click.option("--round", "ref", required=True, metavar="REF", help=_("轮次，如 R2。"))
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False), help=_("写到哪个文件。")
)
@click.option("--as", "username", help=_("以哪个账号的名义；不写则为整改办。"))
def command(name: str, ref: str, output: Path, username: str | None) -> None:
    paper = PAPERS[name]
    if output.suffix.lower() != paper.suffix:
        told = {"name": name, "program": paper.program, "suffix": paper.suffix}
        raise BadInput(_("{name} 写成 {program} 文件，请让文件名以 {suffix} 结尾。").format(**told))
    if not output.parent.is_dir():
        raise BadInput(_("没有目录 {folder}，请先建立。").format(folder=output.parent))

    from bihuan.site import acting, start

    start.load()
    start.require_tables()
    viewer = acting.viewer(username)
    round = acting.round_named(ref, viewer)
    with replacing(output) as out, counting() as counted:
        paper.write(viewer, round, out, counted)
    click.echo(_("已写入 {file}。").format(file=output))


@contextmanager
def counting() -> Iterator[Callable[[Iterable[Any]], Iterator[Any]]]:
    """Wraps rows so that standard error shows how many have passed."""
    from rich.console import Console

    with Console(stderr=True).status(_("正在读取记录")) as status:

        def counted(rows: Iterable[Any]) -> Iterator[Any]:
            for count, row in enumerate(rows, 1):
                if count % 100 == 0:
                    status.update(_("已写 {count} 条").format(count=count))
                yield row

        yield counted
