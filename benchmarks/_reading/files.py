"""Which bytes would an office send for this document? Text, Word, spreadsheets, pages of 22 lines by 28 letters."""

from collections.abc import Callable, Sequence

from benchmarks._reading.marks import Labelling, Line, Part
from benchmarks._reading.words import word
from benchmarks._reading.workbooks import ods, text_table, xls, xlsx
from tests.reading.formats import made_ofd, made_pdf

LETTERS, LINES = 28, 22
INDENT = "　　"


def made(document: Labelling) -> bytes:
    return BUILDERS[document.format](document.parts, document.options)


def plain(parts: Sequence[Part], options: dict[str, str]) -> bytes:
    encoding = options.get("encoding", "utf-8")
    end = "\r\n" if encoding == "gb18030" else "\n"
    return end.join(part.text for part in parts if isinstance(part, Line)).encode(encoding)


def pages(parts: Sequence[Part]) -> list[list[tuple[float, str]]]:
    """The lines of each page and how many letters each one stands in: the title in the middle, paragraphs indented."""
    lines: list[tuple[float, str]] = []
    for number, text in enumerate(part.text for part in parts if isinstance(part, Line)):
        whole = text if number == 0 else INDENT + text
        cut = [whole[at : at + LETTERS] for at in range(0, len(whole), LETTERS)]
        lines += [((LETTERS - len(line)) / 2 if number == 0 else _start(line), line.lstrip("　")) for line in cut]
    return [lines[at : at + LINES] for at in range(0, len(lines), LINES)]


def _start(line: str) -> float:
    return len(line) - len(line.lstrip("　"))


def pdf(parts: Sequence[Part], options: dict[str, str]) -> bytes:
    """A4 as GB/T 9704 has it: 105 points above, 79 at the left, lines 29 points apart, the page number below."""
    drawn = []
    for number, lines in enumerate(pages(parts), 1):
        texts = [made_pdf.line(text, 79 + left * 16, 121 + at * 29) for at, (left, text) in enumerate(lines)]
        drawn.append(b"".join(texts) + made_pdf.line(f"— {number} —", 270, 790, 14))
    return made_pdf.pdf(*drawn)


def ofd(parts: Sequence[Part], options: dict[str, str]) -> bytes:
    """The same page in millimetres."""
    drawn = []
    for number, lines in enumerate(pages(parts), 1):
        texts = [made_ofd.line(text, 28 + left * 5.6, 43 + at * 10.2) for at, (left, text) in enumerate(lines)]
        drawn.append("".join(texts) + made_ofd.line(f"— {number} —", 95, 278, 4.9))
    return made_ofd.ofd(*drawn)


BUILDERS: dict[str, Callable[[Sequence[Part], dict[str, str]], bytes]] = {
    "txt": plain,
    "docx": word,
    "xlsx": xlsx,
    "xls": xls,
    "ods": ods,
    "csv": text_table,
    "pdf": pdf,
    "ofd": ofd,
}
