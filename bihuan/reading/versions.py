"""What became of each wording in a new version of a document: the same, reworded, new, or gone?

Each wording finds at most one partner. `compare(["甲乙丙"], ["甲乙丙。"])` → {0: Partner(0, 1.0)}.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from bihuan.reading.likeness import PUNCTUATION, duplicates

LEAST = 0.5
"""Below this two wordings are hardly alike: one is new and the other gone."""


class Partner(NamedTuple):
    """The place of the wording before, and how alike: 1.0 is the same but for punctuation."""

    place: int
    alike: float


def compare(before: Sequence[str], after: Sequence[str], least: float = LEAST) -> dict[int, Partner]:
    """Place in `after` → its partner in `before`. What is not in it is new; a place without a partner is gone."""
    found = _same(before, after)
    taken = {partner.place for partner in found.values()}
    pairs = duplicates([*before, *after], least)
    near = [(alike, old, new - len(before)) for old, new, alike in pairs if old < len(before) <= new]
    for alike, old, new in sorted(near, key=lambda pair: (-pair[0], abs(pair[1] - pair[2]), pair[2])):
        if old not in taken and new not in found:
            found[new] = Partner(old, min(alike, 0.99))
            taken.add(old)
    return found


def _same(before: Sequence[str], after: Sequence[str]) -> dict[int, Partner]:
    """Equal wordings, the first with the first."""
    waiting: dict[str, list[int]] = defaultdict(list)
    for place in reversed(range(len(before))):
        waiting[PUNCTUATION.sub("", before[place])].append(place)
    bare = ((place, PUNCTUATION.sub("", text)) for place, text in enumerate(after))
    return {place: Partner(waiting[text].pop(), 1.0) for place, text in bare if text and waiting[text]}
