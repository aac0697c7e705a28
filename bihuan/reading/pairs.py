"""By which pairs of characters is a title found again, and how near is a title to what is asked?

Example: 松河镇2023年财务账目 and “请提供松河镇二〇二三年的财务账” share 松河, 河镇, 财务 and 务账, and the year. A pair
that stands in many titles says little, one that stands in few says much.
"""

import re
import unicodedata
from collections.abc import Mapping
from math import log2

from bihuan.reading.numerals import fold

BREAKS = re.compile(r"[\W_]+")
HAN_YEAR = re.compile(r"[一二][〇零○一二三四五六七八九]{3}(?=年|至|到|—|-|$)")
HAN_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
RANGE = re.compile(r"(?<!\d)((?:19|20)\d\d)年?(?:\d{1,2}月)?[至到—–~～-]+((?:19|20)\d\d)(?!\d)")
LONGEST_RANGE = 30
OTHER_YEARS = 0.5
"""What a title is still worth that speaks of other years than were asked for."""


def folded(text: str) -> str:
    """The text as it is compared: half-width, simplified, lower case, years in digits."""
    flat = fold(unicodedata.normalize("NFKC", text)).lower()
    return HAN_YEAR.sub(lambda year: year[0].translate(HAN_DIGITS), flat)


def pairs(*texts: str) -> dict[str, None]:
    """The pairs of neighbouring characters in the order they come; none across punctuation, no single characters."""
    runs = (run for text in texts for run in BREAKS.split(folded(text)))
    return dict.fromkeys(run[i : i + 2] for run in runs for i in range(len(run) - 1))


def years(*texts: str) -> frozenset[int]:
    """The years that are named; `2021—2023年` names three."""
    found: set[int] = set()
    for text in map(folded, texts):
        found |= {int(year) for year in YEAR.findall(text)}
        for first, last in ((int(a), int(b)) for a, b in RANGE.findall(text)):
            found |= set(range(first, last + 1)) if 0 < last - first < LONGEST_RANGE else set()
    return frozenset(found)


def weight(spread: int) -> float:
    """What a pair says that stands in `spread` titles; a pair that stands in none says nothing of any of them."""
    return 1 / (2 + log2(1 + spread)) if spread else 0.0


def nearness(
    asked: Mapping[str, int], wanted: frozenset[int], title: Mapping[str, None], covered: frozenset[int]
) -> float:
    """From 0.0 to 1.0: the weighed share of what was asked that the title has, and of the title that was asked.

    `asked`: pair → in how many titles it stands. `wanted` and `covered` are the years of either side.
    """
    total = sum(map(weight, asked.values()))
    shared = [pair for pair in title if asked.get(pair)]
    if not total or not shared:
        return 0.0
    near = 0.7 * sum(weight(asked[pair]) for pair in shared) / total + 0.3 * len(shared) / len(title)
    return near * OTHER_YEARS if wanted and covered and not wanted & covered else near
