"""What does an OFD file say (GB/T 33190)? The state's layout format: letters placed on pages, in XML, in a zip."""

import posixpath
from collections.abc import Iterator

from bihuan.reading.blocks import Block, Document, Kind, Unreadable
from bihuan.reading.formats.containers import File, Parts, damaged
from bihuan.reading.formats.layout import Piece, blocks
from bihuan.reading.formats.markup import Element, parse
from bihuan.say import Say, say

TITLE = say("OFD 版式文件")
SUFFIXES = (".ofd",)

_ENTRY = "OFD.xml"
_HEAD: Kind = "header"
_NUMBERS_LIMIT = 20_000
"""How many letters one text object may place one by one."""
_FAR = 100_000.0
"""No page is a hundred metres wide; nor is a place that is no number."""


def recognises(file: File) -> bool:
    return file.parts is not None and _ENTRY in file.parts


def read(file: File) -> Document:
    """The paragraphs of all pages; what stands on a page template is told apart as its head."""
    parts = file.members()
    pieces: list[Piece] = []
    decorations: dict[str, None] = {}
    empty: list[str] = []
    for number, (page, templates) in enumerate(_pages(parts), 1):
        found = list(_pieces(page, number))
        pieces += found
        decorations |= dict.fromkeys(_decorations(page, templates))
        empty += [] if found else [str(number)]
    if not pieces and empty:
        raise Unreadable(say("这个 OFD 文件里只有图片，没有文字；请提供文字版。"))
    heads = [Block(index, text, _HEAD) for index, text in enumerate(decorations)]
    body = [block._replace(index=index) for index, block in enumerate(blocks(pieces), len(heads))]
    return Document((*heads, *body), _warnings(empty))


def _warnings(empty: list[str]) -> tuple[Say, ...]:
    if not empty:
        return ()
    return (say("第 {pages} 页没有文字，可能是图片，没有读入，请核对。", pages="、".join(empty)),)


def _pages(parts: Parts) -> Iterator[tuple[Element, list[Element]]]:
    """Each page, and with the first page that is printed on a template also the template."""
    entry = parse(parts.read(_ENTRY))
    if next(entry.iter("{*}Encryptions"), None) is not None:
        raise Unreadable(say("文件是加密的 OFD，请先解密，另存一份再上传。"))
    seen: set[str] = set()
    for root in entry.iterfind("{*}DocBody/{*}DocRoot"):
        path = _path("", root.text)
        document, folder = parse(parts.read(path)), posixpath.dirname(path)
        listed = document.iter("{*}TemplatePage")
        templates = {each.get("ID"): _path(folder, each.get("BaseLoc")) for each in listed}
        for page in document.iterfind("{*}Pages/{*}Page"):
            name = _path(folder, page.get("BaseLoc"))
            if name in seen:
                raise damaged()
            content = parse(parts.read(name))
            used = {templates.get(each.get("TemplateID"), "") for each in content.iterchildren("{*}Template")}
            new = sorted(template for template in used - seen if template in parts)
            seen |= {name, *new}
            yield content, [parse(parts.read(template)) for template in new]


def _path(folder: str, written: str | None) -> str:
    if not written:
        raise damaged()
    written = written.strip()
    return posixpath.normpath(written if written.startswith("/") else posixpath.join("/", folder, written)).lstrip("/")


def _decorations(page: Element, templates: list[Element]) -> Iterator[str]:
    """The words of templates and of background layers."""
    layers = [layer for layer in page.iterfind("{*}Content/{*}Layer") if not _is_body(layer)]
    for root in (*templates, *layers):
        for piece in _objects(root, 1):
            yield piece.text.strip()


def _pieces(page: Element, number: int) -> Iterator[Piece]:
    for layer in page.iterfind("{*}Content/{*}Layer"):
        if _is_body(layer):
            yield from _objects(layer, number)


def _is_body(layer: Element) -> bool:
    return bool(layer.get("Type", "Body") == "Body")


def _objects(root: Element, page: int) -> Iterator[Piece]:
    for element in root.iter("{*}TextObject"):
        if element.get("Visible", "true") != "false":
            yield from _codes(element, page)


def _codes(element: Element, page: int) -> Iterator[Piece]:
    """The strings of one text object; a string without its own place goes on where the last one was."""
    box = _numbers(element.get("Boundary"))
    matrix = _numbers(element.get("CTM"))
    if len(box) != 4:
        return
    across, down = (abs(matrix[0]) or 1.0, abs(matrix[3]) or 1.0) if len(matrix) == 6 else (1.0, 1.0)
    size = next(iter(_numbers(element.get("Size"))), box[3])
    x = y = 0.0
    for code in element.iterchildren("{*}TextCode"):
        text = (code.text or "").replace("\n", "")
        x, y = (next(iter(_numbers(code.get(name))), before) for name, before in (("X", x), ("Y", y)))
        steps = _steps(code.get("DeltaX"))
        left, base = box[0] + x * across, box[1] + y * down
        width = (sum(steps[: len(text) - 1]) + size if steps else len(text) * size) * across
        yield Piece(page, text, left, base - size * down, left + width, base, max(size * down, 0.01))


def _numbers(written: str | None) -> list[float]:
    try:
        found = [float(number) for number in (written or "").split()[:_NUMBERS_LIMIT]]
    except ValueError:
        return []
    return found if all(abs(number) < _FAR for number in found) else []


def _steps(written: str | None) -> list[float]:
    """How far each letter stands from the one before; `g 3 5` is 5 5 5."""
    words = (written or "").split()[:_NUMBERS_LIMIT]
    found: list[float] = []
    place = 0
    while place < len(words):
        repeated = words[place] == "g" and place + 2 < len(words)
        times = _numbers(words[place + 1])[:1] if repeated else [1.0]
        step = _numbers(words[place + 2] if repeated else words[place])[:1]
        count = int(times[0]) if times else 0
        found += step * min(count, _NUMBERS_LIMIT - len(found))
        place += 3 if repeated else 1
    return found
