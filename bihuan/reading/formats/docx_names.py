"""What are the parts of WordprocessingML called, and is this element switched on?"""

from bihuan.reading.formats.markup import Element, parse

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


def parse_part(content: bytes) -> Element:
    """The root of a part; the strict spelling of the namespaces is read as the usual one."""
    for strict, usual in _STRICT:
        if strict in content:
            content = content.replace(strict, usual)
    return parse(content)


def value(parent: Element, name: str) -> str | None:
    """The `w:val` of a child, or nothing when there is no such child."""
    child = parent.find(W + name)
    found: str | None = None if child is None else child.get(W + "val")
    return found


def switched_on(properties: Element | None, name: str) -> bool | None:
    """An on/off property: on when it merely stands there, `None` when it is not mentioned."""
    child = None if properties is None else properties.find(W + name)
    if child is None:
        return None
    return child.get(W + "val", "1") not in ("0", "false", "off")
