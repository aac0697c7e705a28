"""How alike are two wordings, and which of many are nearly the same?

The share of two-character pieces in common (Dice): 1.0 is the same wording, below 0.5 hardly alike.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from math import ceil

PUNCTUATION = re.compile(r"[\W_]+")
CROWD = 100
"""Of the texts that share a rare piece, only so many of the nearest before are compared."""


def pieces(text: str) -> frozenset[str]:
    """The two-character pieces of a text without its punctuation."""
    bare = PUNCTUATION.sub("", text)
    return frozenset(bare[i : i + 2] for i in range(max(1, len(bare) - 1)) if bare)


def likeness(one: str, other: str) -> float:
    """From 0.0 to 1.0; two empty texts are not alike."""
    return _dice(pieces(one), pieces(other))


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0


def duplicates(texts: Sequence[str], least: float = 0.85) -> list[tuple[int, int, float]]:
    """Pairs of places whose texts are at least `least` alike, each with its likeness, in order.

    An index from pieces to texts finds the candidates. Two texts that are alike to such a degree share one of
    their rarest pieces: there are more of them than could all differ.
    """
    cut = [pieces(text) for text in texts]
    spread = Counter(piece for one in cut for piece in one)
    index: dict[str, list[int]] = defaultdict(list)
    found: list[tuple[int, int, float]] = []
    for place, one in enumerate(cut):
        rare = sorted(one, key=lambda piece: (spread[piece], piece))
        looked_up = rare[: len(rare) - ceil(len(rare) * least / (2 - least)) + 1]
        candidates = {other for piece in looked_up for other in index[piece][-CROWD:]}
        for other in candidates:
            if (alike := _dice(cut[other], one)) >= least:
                found.append((other, place, alike))
        for piece in looked_up:
            index[piece].append(place)
    return sorted(found)
