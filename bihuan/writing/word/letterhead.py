"""How does an official letter begin and end? With its organ in red above a red rule; with organ and date at the right.

Where each stands is in GB/T 9704-2012 §7.2 and §7.3.5 (trade.md §6.6).
"""

from collections.abc import Iterator
from math import ceil

from bihuan.writing.word.fonts import HEITI, XIAOBIAOSONG
from bihuan.writing.word.measures import BODY, PITCH, PORTRAIT, RED_MARK_BELOW, RED_RULE_BELOW, points, twips
from bihuan.writing.word.paragraphs import paragraph, run
from bihuan.writing.word.styles import RED, lettering, line
from bihuan.writing.word.tables import letter_widths

LARGEST, SMALLEST = 56, 26
"""Points. The standard leaves the size open, so long as it is not larger than 22 × 15 mm."""
DATE_FROM_RIGHT = 4
FLUSH = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
BLANK = paragraph("", "Body")


def red_head(organ: str, number: str, copy: str, secrecy: str, urgency: str) -> Iterator[str]:
    """份号, 密级, 紧急程度 each on its line where there is one; the organ 35 mm down; its number; the rule."""
    above = [paragraph(run(copy), "Body", rest=FLUSH)] if copy else []
    black = lettering(HEITI, BODY)
    above += [paragraph(run(mark, black), "Body", rest=FLUSH) for mark in (secrecy, urgency) if mark]
    yield from above
    size = mark_size(organ)
    yield paragraph("", "Thin", rest=line((twips(RED_MARK_BELOW) - len(above) * PITCH) / 20 - size * 0.1))
    yield paragraph(run(organ, lettering(XIAOBIAOSONG, size, colour=RED)), "Mark", rest=line(size * 1.2))
    yield BLANK * 2
    rule = f'<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="0" w:color="{RED}"/></w:pBdr>'
    yield paragraph(run(number), "Body", rest=f'{line(BODY + 2)}{FLUSH}<w:jc w:val="center"/>')
    yield paragraph("", "Thin", rest=rule + line(twips(RED_RULE_BELOW) / 20))
    yield BLANK * 2


def mark_size(organ: str) -> int:
    """So large that the name stands in one line, as far as it can be."""
    longest = max(map(letter_widths, organ.split("\n")), default=1)
    return int(max(SMALLEST, min(LARGEST, PORTRAIT.text_width / 20 / (longest + 0.5))))


def signature(organ: str, date: str) -> Iterator[str]:
    """The date four letters from the right; the organ centred above it, each of several on its line."""
    yield paragraph("", "Body", keep=True)
    for name in organ.split("\n"):
        aside = DATE_FROM_RIGHT + (letter_widths(date) - letter_widths(name)) / 2
        yield paragraph(run(name), "Body", keep=True, rest=_from_right(max(aside, 0)))
    yield paragraph(run(date), "Body", rest=_from_right(DATE_FROM_RIGHT))


def _from_right(characters: float) -> str:
    hundredths = ceil(characters * 100)
    return (
        f'<w:ind w:rightChars="{hundredths}" w:right="{points(characters * BODY)}" w:firstLineChars="0" '
        'w:firstLine="0"/><w:jc w:val="right"/>'
    )
