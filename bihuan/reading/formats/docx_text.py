"""Which words of a Word paragraph does a reader see? The final text: insertions yes, deletions and hidden words no."""

from dataclasses import dataclass, field

from bihuan.reading.formats.docx_names import W, switched_on, value
from bihuan.reading.formats.docx_styles import Styles
from bihuan.reading.formats.markup import Element

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DELETED = {W + "del", W + "moveFrom"}
_INSERTED = {W + "ins", W + "moveTo"}
_UNSEEN = {W + name for name in ("pPr", "rPr", "instrText", "delText", "delInstrText", "rt", "sdtPr", "sdtEndPr")}
_LETTERS = {W + "t", _M + "t"}
_SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-"}
_TICKS = {"fe": "☑", "fc": "√", "a8": "□", "6f": "□", "52": "☑", "a3": "□", "fd": "☒", "6c": "●"}
"""The boxes and ticks of the Wingdings fonts, which forms are filled in with."""


@dataclass
class Seen:
    """What was met while reading: text boxes that wait for their turn, and what a person should be told."""

    boxes: list[Element] = field(default_factory=list)
    tracked: bool = False
    hidden: bool = False


class Words:
    """Takes the text out of paragraphs; one for a whole document, so that `seen` gathers over all of it."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self.seen = Seen()

    def text(self, paragraph: Element, hidden: bool = False) -> str:
        """The visible text; `hidden` is what the paragraph's style says where a run says nothing."""
        pieces: list[str] = []
        self._gather(paragraph, pieces, hidden)
        return "".join(pieces)

    def mark_is_deleted(self, properties: Element | None) -> bool:
        """Whether the end of the paragraph was deleted, so that the next one joins it."""
        run = None if properties is None else properties.find(W + "rPr")
        deleted = run is not None and any(run.find(name) is not None for name in _DELETED)
        self.seen.tracked |= deleted
        return deleted

    def _gather(self, parent: Element, pieces: list[str], hidden: bool) -> None:
        for child in parent:
            tag = child.tag
            if tag in _LETTERS:
                self._letters(child, pieces, hidden)
            elif tag == W + "r":
                self._gather(child, pieces, self._is_hidden(child, hidden))
            elif tag in _SIGNS:
                pieces.append("" if hidden else _SIGNS[tag])
            elif tag == W + "br":
                pieces.append("\n" if child.get(W + "type", "textWrapping") == "textWrapping" else "")
            elif tag == W + "sym":
                pieces.append("" if hidden else _sign(child))
            elif tag == W + "txbxContent":
                self.seen.boxes.append(child)
            elif tag == _MC + "AlternateContent":
                self._gather(preferred(child), pieces, hidden)
            elif tag in _DELETED:
                self.seen.tracked = True
            elif tag not in _UNSEEN:
                self.seen.tracked |= tag in _INSERTED
                self._gather(child, pieces, hidden)

    def _letters(self, element: Element, pieces: list[str], hidden: bool) -> None:
        text = element.text or ""
        if not hidden:
            pieces.append(text)
        elif text.strip():
            self.seen.hidden = True

    def _is_hidden(self, run: Element, inherited: bool) -> bool:
        properties = run.find(W + "rPr")
        if properties is None:
            return inherited
        own = switched_on(properties, "vanish")
        if own is not None:
            return own
        return inherited or self._styles.style(value(properties, "rStyle")).hidden


def preferred(alternatives: Element) -> Element:
    """One of several renderings of the same thing: the newest that carries text, else the old one."""
    choices = list(alternatives)
    for choice in choices:
        if next(choice.iter(W + "t", W + "txbxContent"), None) is not None:
            return choice
    return choices[-1] if choices else alternatives


def _sign(symbol: Element) -> str:
    """A sign from a symbol font, where its meaning is known; elsewhere a plain dot."""
    known = symbol.get(W + "font", "").startswith("Wingdings")
    return _TICKS.get(symbol.get(W + "char", "").lower()[-2:], "•") if known else "•"
