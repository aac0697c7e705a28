"""How is a Word file made of lines and tables? With automatic numbers, headings, a text box, tracked deletions."""

import re
from collections.abc import Sequence
from html import escape

from benchmarks._reading.grid import Grid, pieces
from benchmarks._reading.marks import Line, Part
from tests.reading.formats.made_docx import docx, level, numbered, p, table, tc

LISTS = {"一、": "chineseCounting", "（一）": "chineseCounting", "1.": "decimal", "（1）": "decimal"}
HEADINGS = "".join(
    f'<w:style w:type="paragraph" w:styleId="{n}"><w:name w:val="heading {n}"/>'
    f'<w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr></w:style>'
    for n in (1, 2, 3)
)
HIDDEN = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>{}</w:t></w:r>"
DELETED = "<w:del><w:r><w:delText>{}</w:delText></w:r></w:del>"
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx>"
    "</mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)


def word(parts: Sequence[Part], options: dict[str, str]) -> bytes:
    lines = [part for part in parts if isinstance(part, Line)]
    edges = {line.role: p(escape(line.text)) for line in lines if line.role in ("header", "footer")}
    body = "".join(_grid(piece) if isinstance(piece, Grid) else _line(piece) for piece in pieces(parts))
    named = "".join(f'<w:{kind}Reference w:type="default" r:id="{kind}"/>' for kind in edges)
    if "list" in options:
        edges["numbering"] = _numbering(options["list"].split("/"))
    return docx(f"{body}<w:sectPr>{named}</w:sectPr>", styles=HEADINGS, **edges)


def _line(line: Line) -> str:
    text = escape(line.text)
    if line.role in ("header", "footer"):
        return ""
    if line.role:
        runs = {"hidden": HIDDEN, "deleted": DELETED, "box": BOX}[line.role]
        return p(runs=runs.format(p(text) if line.role == "box" else text))
    if line.number:
        return numbered(text, 1, line.number - 1)
    return p(text, f'<w:pStyle w:val="{line.heading}"/>' if line.heading else "")


def _numbering(names: list[str]) -> str:
    levels = "".join(
        level(index, LISTS[name], re.sub("[一1]", f"%{index + 1}", name)) for index, name in enumerate(names)
    )
    used = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{used}'


def _grid(grid: Grid) -> str:
    """A table; `^` becomes a cell that continues the one above, `<` is taken in by its left neighbour."""
    placed = {(cell.row, cell.column): cell for cell in grid.placed()}
    rows = []
    for number, texts in enumerate(grid.rows):
        made = []
        for column, text in enumerate(texts):
            cell = placed.get((number, column))
            if cell:
                merge = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
                made.append(_cell(cell.text, f'<w:gridSpan w:val="{cell.columns}"/>{merge}'))
            elif text == "^":
                made.append(tc("", "<w:vMerge/>"))
        rows.append("".join(made))
    return table(*rows)


def _cell(text: str, properties: str) -> str:
    first, *more = escape(text).split("\n")
    return tc(first, properties, "".join(map(p, more)))
