"""What does a paragraph get from its style: the name, the outline level, the list, hidden or not?"""

import re
from dataclasses import dataclass, replace

from bihuan.reading.formats.docx_names import W, switched_on, value
from bihuan.reading.formats.markup import Element, whole

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])$", re.IGNORECASE)


@dataclass(frozen=True)
class Style:
    """A style with everything that it takes over from the styles it is based on."""

    key: str = ""
    """The id of the style that brings the list, which is what a list's level is tied to."""
    name: str = ""
    level: int = 0
    list_id: str = ""
    list_level: int | None = None
    hidden: bool = False


PLAIN = Style()


def outline_level(properties: Element | None) -> int | None:
    """1 to 9 for headings, 0 for body text, `None` where the paragraph leaves it to its style."""
    written = None if properties is None else value(properties, "outlineLvl")
    if written is None:
        return None
    level = whole(written, 9)
    return level + 1 if 0 <= level < 9 else 0


class Styles:
    """The styles of one document by their id."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._found: dict[str, Style] = {"": PLAIN}
        self.paragraph_default = PLAIN
        default = ""
        for element in () if root is None else root.iterchildren(W + "style"):
            name = element.get(W + "styleId", "")
            self._elements.setdefault(name, element)
            if element.get(W + "type") == "paragraph" and element.get(W + "default") in ("1", "true", "on"):
                default = name
        self.paragraph_default = self.style(default)

    def style(self, key: str | None) -> Style:
        """The style with this id; one that is missing is plain."""
        line: dict[str, None] = {}
        while key and key not in self._found and key in self._elements and key not in line:
            line[key] = None
            key = value(self._elements[key], "basedOn")
        style = self._found.get(key or "", PLAIN)
        for derived in reversed(line):
            style = self._found[derived] = _derive(style, derived, self._elements[derived])
        return style


def _derive(base: Style, key: str, element: Element) -> Style:
    name = (value(element, "name") or "")[:100]
    properties = element.find(W + "pPr")
    level = outline_level(properties)
    heading = _HEADING.match(name)
    if level is None:
        level = int(heading[1]) if heading and not base.level else base.level
    numbering = None if properties is None else properties.find(W + "numPr")
    list_id = None if numbering is None else value(numbering, "numId")
    list_level = None if numbering is None else value(numbering, "ilvl")
    hidden = switched_on(element.find(W + "rPr"), "vanish")
    return replace(
        base,
        key=key if list_id else base.key,
        name=name,
        level=level,
        list_id=base.list_id if list_id is None else list_id,
        list_level=base.list_level if list_level is None else whole(list_level),
        hidden=base.hidden if hidden is None else hidden,
    )
