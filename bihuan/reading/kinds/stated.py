"""How many findings does a document itself say it has? `共指出4个方面32个问题` says 32."""

import re
from collections.abc import Iterable

from bihuan.reading.numerals import HAN, fold, number

COUNT = rf"(?P<n>\d{{1,4}}|[{HAN}]{{1,4}})"
BEFORE = re.compile(
    rf"{COUNT}\s*(?:个|项|条|类)\s*(?P<kind>具体|突出|主要|重点|反馈|共性|个性|普遍性?|典型|存在的?|方面的?)*(?:问题"
    rf"|表现)(?!线索|整改责任|清单)"
)
AFTER = re.compile(
    rf"(?:问题|事项)(?:总数|共计|共|清单)?\s*(?:为|[:])?\s*{COUNT}\s*(?:个|项|条)(?!方面|专项|制度|月|工作)"
)
ASIDE = re.compile(r"立行立改|边巡边改|信访|线索|上轮|上一轮|此前|以往|曾")


def stated_findings(texts: Iterable[str]) -> int | None:
    """The largest number stated; one that counts 具体问题 outweighs the others, asides do not count."""
    plain: list[int] = []
    specific: list[int] = []
    for text in texts:
        folded = fold(text)
        for pattern in (BEFORE, AFTER):
            for match in pattern.finditer(folded):
                if ASIDE.search(folded[max(0, match.start() - 10) : match.end()]):
                    continue
                value = number(match["n"])
                if value:
                    (specific if "具体" in match[0] else plain).append(value)
    return max(specific or plain, default=None)
