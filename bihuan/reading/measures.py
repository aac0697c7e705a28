"""Which measures does one cell or one result text hold? One per line, per number, or per semicolon."""

from functools import lru_cache

from bihuan.reading.blocks import Passage, Span
from bihuan.reading.lines import lines_of
from bihuan.reading.numbering import number_of, series
from bihuan.reading.sentences import plain, split


@lru_cache(maxsize=4096)
def measures(text: str) -> tuple[str, ...]:
    """`measures("1.修订制度。2.开展培训。")` is ("修订制度", "开展培训")."""
    found: list[str] = []
    for line in lines_of(Passage(text, Span(0, 0, len(text)))):
        lead, items = series(line)
        if items:
            found += _continued(lead, bool(found))
            found += [plain(item.wording.text) for item in items]
        else:
            found += _line(line, bool(found))
    return tuple(m for m in found if m)


def _continued(lead: Passage, more: bool) -> list[str]:
    """Words before a series: a heading (`整改措施：`) is none, a sentence is a measure of its own."""
    text = lead.text.rstrip()
    return [] if not text or text.endswith(("：", ":")) or (len(text) < 12 and not more) else [plain(text)]


def _line(line: Passage, more: bool) -> list[str]:
    number = number_of(line.text)
    wording = line.text[number.end :] if number else line.text
    pieces = [] if number else [plain(piece.text) for piece in split(line, ";")]
    if len(pieces) > 1 and all(len(piece) >= 4 for piece in pieces):
        return pieces
    return [plain(wording)]
