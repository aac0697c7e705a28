"""What does a marked text say: which file shall be made of it, and what must be read from that file?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from benchmarks._reading.columns import Labelled, fill

HERE = Path(__file__).parent
MARK = re.compile(r"«(?P<finding>[^»]*)»|⟪(?P<issue>[^⟫]*)⟫|\{(?P<measure>[^}]*)\}|‹(?P<suggestion>[^›]*)›")
PLAIN = re.compile(r"⟪[^⟫]*⟫|[«»{}‹›]")
ROLES = ("header", "footer", "box", "deleted", "hidden")


@dataclass(frozen=True)
class Line:
    """A paragraph, or a row that is one wide cell; `number` is the level of Word's automatic number."""

    text: str
    role: str = ""
    number: int = 0
    heading: int = 0


@dataclass(frozen=True)
class Cells:
    """A row of a table or sheet, as it is marked: `^` and `<` are merged with the cell above or to the left."""

    cells: tuple[str, ...]
    hidden: bool = False


@dataclass(frozen=True)
class Sheet:
    name: str


Part = Line | Cells | Sheet


@dataclass
class Labelling:
    """One document: what it is made of, and its label."""

    name: str
    kind: str
    format: str
    options: dict[str, str]
    parts: list[Part] = field(default_factory=list)
    findings: list[Labelled] = field(default_factory=list)
    suggestions: list[str] = field(default_factory=list)

    @property
    def feedback(self) -> date | None:
        text = self.options.get("feedback")
        return date.fromisoformat(text) if text else None


def documents(part: str) -> Iterator[Labelling]:
    """All documents of `set_aside` or `tuning`."""
    for path in sorted((HERE / part).glob("*.txt")):
        for text in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
            head, _, body = text.partition("\n")
            name, kind, form, options = (piece.strip() for piece in head.split("|", 3))
            pairs = dict(pair.strip().split("=", 1) for pair in options.split(";") if pair.strip())
            yield _Reader(Labelling(name, kind, form, pairs)).read(body)


class _Reader:
    """Follows a text line by line; `aspect` and `issue` hold until they are given anew."""

    def __init__(self, document: Labelling) -> None:
        self.document, self.aspect, self.issue = document, "", ""
        self.columns: list[str] = []
        self.above: dict[str, str] = {}

    def read(self, body: str) -> Labelling:
        for line in body.rstrip("\n").split("\n"):
            if line.startswith("@"):
                self._order(*(line[1:].split(" ", 1) if " " in line else (line[1:], "")))
            elif line.startswith("|"):
                self._row(line[1:])
            else:
                self._prose(line)
        return self.document

    def _order(self, word: str, rest: str) -> None:
        parts = self.document.parts
        if word == "a":
            self.aspect, self.issue = rest, ""
        elif word == "i":
            self.issue = rest
        elif word in ("f", "f2"):
            self.document.findings[-1 if word == "f" else -2].take(
                dict(pair.strip().split("=", 1) for pair in rest.split(" ; "))
            )
        elif word == "cols":
            self.columns, self.above = rest.split(), {}
        elif word == "sheet":
            self.columns = []
            parts.append(Sheet(rest))
        elif word == "body":
            self.document.findings[-1].text += rest
            parts.append(Line(rest))
        elif word == "style":
            level, text = rest.split(" ", 1)
            parts.append(Line(text, heading=int(level)))
        elif word in ROLES:
            parts.append(Line(rest, word))
        else:
            raise ValueError(f"{self.document.name}: @{word}")

    def _row(self, line: str) -> None:
        cells = line.lstrip("!-").replace("⏎", "\n").split("|")
        shown = tuple(PLAIN.sub("", cell.split("⇒")[0]) for cell in cells)
        self.document.parts.append(Cells(shown, line.startswith("!")))
        if self.columns and not line.startswith("-"):
            row = dict(zip(self.columns, cells, strict=False))
            if len(cells) != len(self.columns):
                raise ValueError(f"{self.document.name}: {line}")
            self.above = fill(self.document.findings, row, self.above, self.aspect)

    def _prose(self, line: str) -> None:
        for mark in MARK.finditer(line):
            if mark["finding"] is not None:
                self.document.findings.append(Labelled(mark["finding"], self.aspect, self.issue))
            elif mark["issue"] is not None:
                self.issue = mark["issue"]
            elif mark["measure"] is not None:
                self.document.findings[-1].measures += [m for m in mark["measure"].split("；") if m]
            else:
                self.document.suggestions.append(mark["suggestion"])
        text = PLAIN.sub("", line)
        number = re.match(r"#(\d) ", text)
        if text.strip():
            self.document.parts.append(Line(text[3:], number=int(number[1])) if number else Line(text))
