"""How much of a work report tells of what is wrong? Characters under the headings that name problems, and all of them.

Example: `三、存在的问题和不足` and everything under it count, until the next heading of its level or above.
"""

import re
from typing import NamedTuple

from bihuan.reading.numbering import BRACKET, number_of
from bihuan.reading.numerals import fold

NAMES_PROBLEMS = re.compile(r"问题|不足|短板|差距|薄弱|短处|困难")
NAMES_CURES = re.compile(r"(?:整改|解决|化解|破解|补齐|缩小|弥补|改进)[^。]{0,14}$|打算|措施|建议")
LONGEST_HEADING = 40
NOWHERE = 99


class Characters(NamedTuple):
    """Characters without white space."""

    problems: int
    total: int


def characters(text: str) -> Characters:
    """Counted line by line; a heading counts with what it stands over."""
    problems = total = 0
    inside = NOWHERE
    for line in text.splitlines():
        size = len("".join(line.split()))
        total += size
        number = number_of(line)
        if number and number.rank <= BRACKET and number.rank <= inside:
            wording = "".join(fold(line[number.end :]).split("。")[0].split())
            inside = number.rank if _is_problems(wording) else NOWHERE
        problems += size if inside < NOWHERE else 0
    return Characters(problems, total)


def _is_problems(wording: str) -> bool:
    return len(wording) <= LONGEST_HEADING and bool(NAMES_PROBLEMS.search(wording)) and not NAMES_CURES.search(wording)
