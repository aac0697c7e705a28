"""Which parts of a paragraph have a label of their own? `整改状态：完成` and `整改措施：一是…` do.

The labels are the headers that a ledger's columns have.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bihuan.reading.blocks import Passage
from bihuan.reading.kinds.columns import EXACT, Column
from bihuan.reading.lines import cut
from bihuan.reading.numerals import HAN, fold

LABEL = re.compile(
    r"(?:^|(?<=[\s。;,、”)(\]】]))(?:[(【\[]|\d{1,2}[.、]|\(\d\))?([\u4e00-\u9fff]{2,10})\d{0,3}[】\]]?\s*[:】]\s*"
)
MORE: dict[str, Column] = {
    "采取措施": "measure",
    "采取的措施": "measure",
    "主要做法": "measure",
    "整改做法": "measure",
    "取得成效": "progress",
    "整改效果": "progress",
    "整改完成": "status",
    "长效机制": "progress",
    "下一步打算": "remark",
    "下一步工作": "remark",
    "下步打算": "remark",
    "下一步措施": "remark",
    "整改责任单位": "lead_unit",
}
LABELS: dict[str, Column] = {
    word: column
    for word, column in (EXACT | MORE).items()
    if len(word) > 1 and column not in ("aspect", "number", "category")
}

JOINED = re.compile(
    rf"(?<=[\u4e00-\u9fff])(?P<label>{'|'.join(sorted((w for w in LABELS if len(w) > 3), key=len, reverse=True))}):\s*"
)
"""A label right after a text without a full stop, as when lines ran together."""


@dataclass(frozen=True)
class Labelled:
    """A stretch, what it is about (None: no label), and its text without the label."""

    column: Column | None
    place: Passage
    wording: Passage


def label_of(word: str) -> Column | None:
    """The meaning of a label; `问题一` is a label like `问题`."""
    return LABELS.get(word) or LABELS.get(word.rstrip(HAN))


def labelled(passage: Passage) -> Iterator[Labelled]:
    """The passage cut at its labels."""
    text = fold(passage.text)
    labels = ((match, label_of(match[1])) for match in LABEL.finditer(text))
    found = [(match, column) for match, column in labels if column]
    taken = {match.end() for match, _ in found}
    joined = [(match, LABELS[match["label"]]) for match in JOINED.finditer(text) if match.end() not in taken]
    found = sorted(found + joined, key=lambda pair: pair[0].start()) if joined else found
    first = cut(passage, 0, found[0][0].start() if found else None)
    if first.text:
        yield Labelled(None, first, first)
    for n, (match, column) in enumerate(found):
        end = found[n + 1][0].start() if n + 1 < len(found) else len(passage.text)
        yield Labelled(column, cut(passage, match.start(), end), cut(passage, match.end(), end))
