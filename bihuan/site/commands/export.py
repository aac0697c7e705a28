"""Which paper should be written to which file? From the record, as the named account may see it."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bihuan.dispatch.kinds import NAMES
from bihuan.site.files import replacing
from bihuan.site.terminal import BadInput, Fault, _, render

if TYPE_CHECKING:
    from bihuan.dispatch.kinds import Kind
    from bihuan.people.viewer import Viewer
    from bihuan.rounds.models import Round

PROGRAMS = {"docx": "Word", "xlsx": "Excel", "pdf": "PDF", "txt": "TXT"}


@click.command(
    help=_(
        "把一轮巡视的文书写成文件，文件名的结尾决定写成 Word（.docx）、Excel（.xlsx）、PDF（.pdf）还是文本（.txt）。"
        "网页“发文”列出各种文书的中文名称；NAME 可以是：{names}。"
    ).format(names=_("、").join(NAMES)),
    epilog="\b\n"
    + _("例如：")
    + "\n  bihuan export ledger --round R2 -o ledger.xlsx"
    + "\n  bihuan export brief --round R3 -o brief.docx"
    + "\n  bihuan export handover --round R3 --choose ref=H-003 -o handover.pdf",
)
@click.argument("name", type=click.Choice(NAMES), metavar="NAME")
@click.option("--round", "ref", required=True, metavar="REF", help=_("轮次，如 R2。"))
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False), help=_("写到哪个文件。")
)
@click.option("--choose", multiple=True, metavar="WHAT=VALUE", help=_("文书要选的内容，如 ref=H-003；不写则取第一项。"))
@click.option("--as", "username", help=_("以哪个账号的名义；不写则为整改办。"))
def command(name: str, ref: str, output: Path, choose: tuple[str, ...], username: str | None) -> None:
    if not output.parent.is_dir():
        raise BadInput(_("没有目录 {folder}，请先建立。").format(folder=output.parent))

    from bihuan.site import acting, start

    start.load()
    start.require_tables()
    kind, ending = _named(name, output)
    viewer = acting.viewer(username)
    round = acting.round_named(ref, viewer)
    _save(output, kind, ending, viewer, round, _asked(kind, viewer, round, choose))
    click.echo(_("已写入 {file}。").format(file=output))


def _named(name: str, output: Path) -> "tuple[Kind, str]":
    """The kind, and the ending as which it is to be written. Raises BadInput naming the endings there are."""
    from bihuan.dispatch.endings import endings
    from bihuan.dispatch.kinds import kinds

    kind, ending = kinds()[name], output.suffix.lower().removeprefix(".")
    there = endings(kind)
    if ending not in there:
        told = {"programs": _("、").join(map(PROGRAMS.__getitem__, there)), "endings": _joined(there)}
        raise BadInput(_("{name} 可以写成 {programs} 文件，请让文件名以 {endings} 结尾。").format(name=name, **told))
    return kind, ending


def _joined(endings: Iterable[str]) -> str:
    return _(" 或 ").join(f".{ending}" for ending in endings)


def _asked(kind: "Kind", viewer: "Viewer", round: "Round", choose: Iterable[str]) -> Mapping[str, str]:
    """What was chosen, else the first of what is offered. Raises BadInput for what is not offered."""
    given = dict(each.partition("=")[::2] for each in choose)
    names = [ask.name for ask in kind.asks]
    if strange := next((name for name in given if name not in names), None):
        there = _("、").join(names) or _("无")
        raise BadInput(_("{name} 没有“{what}”这一项，可以选的项目：{there}。").format(
            name=kind.name, what=strange, there=there))  # fmt: skip
    asked = {}
    for ask in kind.asks:
        offered = [value for value, _words in ask.choices(viewer, round)]
        if ask.name in given and given[ask.name] not in offered:
            there = _("、").join(offered[:10]) or _("无")
            raise BadInput(_("“{what}”里没有 {value}。现有：{there}。").format(
                what=render(ask.title), value=given[ask.name], there=there))  # fmt: skip
        if offered:
            asked[ask.name] = given.get(ask.name, offered[0])
    return asked


def _save(output: Path, kind: "Kind", ending: str, viewer: "Viewer", round: "Round", asked: Mapping[str, str]) -> None:
    """Row by row where the kind can, so that memory does not grow with a long list."""
    from django.utils import timezone

    from bihuan.trail.answers import words

    if stream := kind.stream.get(ending):
        with replacing(output) as out:
            stream(out, viewer, round, timezone.now(), speak=words)
        return
    content = _content(kind, ending, viewer, round, asked)
    with replacing(output) as out:
        out.write(content)


def _content(kind: "Kind", ending: str, viewer: "Viewer", round: "Round", asked: Mapping[str, str]) -> bytes:
    from django.utils import timezone

    from bihuan.dispatch.endings import written_as
    from bihuan.dispatch.kinds import NothingYet
    from bihuan.dispatch.queries.own_templates import dressed
    from bihuan.papers.office import NotPrinted
    from bihuan.trail.answers import words

    try:
        kind, _template = dressed(kind, round)
        return written_as(kind, kind.values(viewer, round, timezone.now(), **asked), ending, speak=words)
    except NothingYet as nothing:
        raise BadInput(words(nothing.reason)) from nothing
    except NotPrinted as fault:
        raise Fault(words(fault.reason)) from fault
