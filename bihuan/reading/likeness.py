"""How alike are two wordings, and which of many are nearly the same?

The share of two-character pieces in common (Dice): 1.0 is the same wording, below 0.5 hardly alike.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

PUNCTUATION = re.compile(r"[\W_]+")
COMMON = 200
"""A piece that occurs in more texts than this tells nothing about likeness and is not looked up."""


def pieces(text: str) -> Counter[str]:
    """The two-character pieces of a text without its punctuation."""
    bare = PUNCTUATION.sub("", text)
    return Counter(bare[i : i + 2] for i in range(max(1, len(bare) - 1)) if bare)


def likeness(one: str, other: str) -> float:
    """From 0.0 to 1.0; two empty texts are not alike."""
    return _dice(pieces(one), pieces(other))


def _dice(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def duplicates(texts: Sequence[str], least: float = 0.85) -> list[tuple[int, int, float]]:
    """Pairs of places whose texts are at least `least` alike, each with its likeness, in order.

    An index from pieces to texts finds the candidates. Two texts alike to such a degree share even their
    rarest pieces, so only as many rare ones are looked up as could all differ, and one more.
    """
    counted = [pieces(text) for text in texts]
    spread = Counter(piece for count in counted for piece in count)
    index: dict[str, list[int]] = defaultdict(list)
    found: list[tuple[int, int, float]] = []
    for place, count in enumerate(counted):
        rare = sorted(count, key=lambda piece: (spread[piece], piece))
        looked_up = rare[: int(len(rare) * 2 * (1 - least)) + 2]
        candidates = {other for piece in looked_up for other in index[piece][-COMMON:]}
        for other in sorted(candidates):
            if (alike := _dice(counted[other], count)) >= least:
                found.append((other, place, alike))
        for piece in looked_up:
            index[piece].append(place)
    return sorted(found)
