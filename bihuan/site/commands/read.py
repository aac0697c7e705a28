"""What does this file say? Reads one file without a database and prints its drafts as a table or as JSON."""

import json
from datetime import date
from pathlib import Path
from typing import Any, get_args

import click

from bihuan.reading.drafts import DocumentKind, Draft, Reading
from bihuan.reading.formats.encodings import decode
from bihuan.reading.taxonomy import SHIPPED, Taxonomy, parse
from bihuan.say import Say, say
from bihuan.site.files import contents
from bihuan.site.terminal import BadInput, Day, _, render


@click.command(
    help=_("读取反馈意见、整改公示、台账或讲话，列出其中的问题。FILE 为 - 时读取标准输入。不需要数据库。"),
    epilog="\b\n"
    + _("例如：")
    + "\n  bihuan read 反馈意见.docx\n  bihuan read 台账.xlsx --json --feedback-date 2026-03-31"
    + "\n  cat 反馈意见.txt | bihuan read -",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help=_("输出 JSON。"))
@click.option("--feedback-date", type=Day(), help=_("反馈日期，用来推算“3个月内”等相对时限。"))
@click.option("--kind", type=click.Choice(get_args(DocumentKind)), help=_("文件的种类；不写则自动判断。"))
@click.option("--taxonomy", type=click.Path(path_type=Path), help=_("方面分类的文件；不写则用自带的。"))
def command(
    file: Path, as_json: bool, feedback_date: date | None, kind: DocumentKind | None, taxonomy: Path | None
) -> None:
    aspects = taxonomy_in(taxonomy) if taxonomy else SHIPPED
    data, name = contents(file), "" if str(file) == "-" else file.name

    from bihuan.papers.office import readable
    from bihuan.reading.blocks import Unreadable
    from bihuan.reading.document import read

    try:
        reading = read(*readable(data, name), feedback_date=feedback_date, kind=kind, taxonomy=aspects)
    except Unreadable as error:
        raise BadInput(": ".join(filter(None, (name, render(error.reason))))) from error
    if as_json:
        click.echo(json.dumps(as_plain(reading), ensure_ascii=False, indent=2))
    else:
        show(reading)


def taxonomy_in(file: Path) -> Taxonomy:
    """The taxonomy of a file. Raises BadInput with the line that cannot be used."""
    text = decode(contents(file))
    found = parse(text.text) if text else say("这不是文本文件。")
    if isinstance(found, Say):
        raise BadInput(f"{file.name}: {render(found)}")
    return found


def as_plain(reading: Reading) -> dict[str, Any]:
    """The JSON that other programs rely on: its keys are promised and only grow."""
    return {
        "kind": reading.kind,
        "title": reading.title,
        "stated": {"findings": reading.stated_findings},
        "findings": [row(draft, reading) for draft in reading.findings],
        "suggestions": [passage.text for passage in reading.suggestions],
        "unassigned": [passage.text for passage in reading.unassigned],
        "warnings": [render(warning) for warning in reading.warnings],
    }


def row(draft: Draft, reading: Reading) -> dict[str, Any]:
    place = draft.spans[0]
    return {
        "aspect": draft.aspect,
        "issue": draft.issue,
        "text": draft.text,
        "measures": list(draft.measures),
        "status": draft.status,
        "deadline": draft.deadline and draft.deadline.isoformat(),
        "standing": draft.standing,
        "immediate": draft.immediate,
        "leader": draft.leader,
        "lead_unit": draft.lead_unit,
        "support_units": list(draft.support_units),
        "cause": draft.cause,
        "confidence": draft.confidence,
        "source": {"block": place.block, "quote": reading.blocks[place.block].text[place.start : place.end]},
    }


def show(reading: Reading) -> None:
    """The reading for a person: a table, then what is left over, then what to look at."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(title=reading.title or None, box=box.SIMPLE_HEAD, title_justify="left")
    for heading, fold in (
        (_("序号"), False),
        (_("问题"), True),
        (_("方面"), True),
        (_("牵头单位"), True),
        (_("时限"), True),
    ):
        table.add_column(heading, overflow="fold", no_wrap=not fold)
    for number, draft in enumerate(reading.findings, 1):
        mark = "" if draft.confidence == "high" else " ?"
        table.add_row(f"{number}{mark}", draft.text, draft.aspect, draft.lead_unit, due(draft))
    console = Console(highlight=False, markup=False)
    console.print(table)
    console.print(summary(reading))
    for passage in reading.unassigned:
        console.print(_("未归入：{text}").format(text=passage.text))
    for warning in reading.warnings:
        console.print(_("请核对：{text}").format(text=render(warning)))


def due(draft: Draft) -> str:
    flags = [word for holds, word in ((draft.immediate, _("立行立改")), (draft.standing, _("长期坚持"))) if holds]
    return " ".join([draft.deadline.isoformat() if draft.deadline else draft.deadline_text, *flags]).strip()


def summary(reading: Reading) -> str:
    """One line: how many were read, how many the document itself states, how many are in doubt."""
    line = _("读出问题 {count} 个").format(count=len(reading.findings))
    if reading.stated_findings is not None:
        line += _("，文中自称 {stated} 个").format(stated=reading.stated_findings)
    if doubtful := sum(draft.confidence == "low" for draft in reading.findings):
        line += _("，其中 {count} 个需要核对（序号后有 ?）").format(count=doubtful)
    return line + _("。意见建议 {count} 条。").format(count=len(reading.suggestions))
