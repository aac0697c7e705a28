"""What changed between two versions of a paper? Lines that came, that went, and the cells in which a row differs.

Example: `F-012` in both, but its 整改时限 was 2026-06-30 and is 2026-08-31: one change with one cell.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from bihuan.dispatch.content import Line, text_of

ALIKE = 0.5
"""From which likeness two paragraphs are taken for one that was reworded."""
LONGEST = 400
"""Likeness is asked of so many letters: the beginning of a paragraph tells which one it is."""


@dataclass(frozen=True)
class Change:
    """One line that differs. Cells are (title, before, after); a paragraph is a cell without a title."""

    kind: Literal["added", "removed", "changed"]
    where: str
    cells: tuple[tuple[str, str, str], ...]


def changes(old: Sequence[Line], new: Sequence[Line]) -> list[Change]:
    """Every difference, in the order of the versions."""
    matcher = SequenceMatcher(None, [_key(line) for line in old], [_key(line) for line in new], autojunk=False)
    found: list[Change] = []
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind != "equal":
            found += _between(old[i:j], list(new[k:m]))
    return found


def _key(line: Line) -> str:
    return f"{line.get('table', '')}\0{text_of(line)}"


def _between(gone: Sequence[Line], come: list[Line]) -> list[Change]:
    """A stretch that differs: lines that are the same thing are paired in their order, the rest went or came."""
    found: list[Change] = []
    for before in gone:
        place = next((place for place, line in enumerate(come) if _same(before, line)), None)
        if place is None:
            found.append(_one("removed", before))
            continue
        found += [_one("added", line) for line in come[:place]]
        found.append(Change("changed", _where(come[place]), _cells(before, come[place])))
        come = come[place + 1 :]
    return found + [_one("added", line) for line in come]


def _same(before: Line, after: Line) -> bool:
    """Rows by their table and name, paragraphs by their likeness."""
    if "row" in before and "row" in after:
        return (before["table"], before["row"]) == (after["table"], after["row"])
    if "row" in before or "row" in after:
        return False
    likeness = SequenceMatcher(None, before["text"][:LONGEST], after["text"][:LONGEST], autojunk=False)
    return likeness.quick_ratio() > ALIKE and likeness.ratio() > ALIKE


def _one(kind: Literal["added", "removed"], line: Line) -> Change:
    cells = line["cells"] if "row" in line else [["", line["text"]]]
    pairs = ((title, "", text) if kind == "added" else (title, text, "") for title, text in cells)
    return Change(kind, _where(line), tuple(pairs))


def _cells(before: Line, after: Line) -> tuple[tuple[str, str, str], ...]:
    """The cells that differ, in the order of the columns."""
    if "text" in before:
        return (("", before["text"], after["text"]),)
    old, new = dict(before["cells"]), dict(after["cells"])
    titles = dict.fromkeys([*old, *new])
    both = ((title, old.get(title, ""), new.get(title, "")) for title in titles)
    return tuple(cell for cell in both if cell[1] != cell[2])


def _where(line: Line) -> str:
    return " ".join(filter(None, (line["table"], line["row"]))) if "row" in line else ""
