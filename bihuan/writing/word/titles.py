"""Where does a long title break? Before a word that may begin a line, the lines about as long as each other.

Source: GB/T 9704-2012 §7.3.1: words stay whole, the lines of a title are well balanced. Example:
`云岭县党组织主要负责人组织落实省委巡视整改情况的报告` breaks before `组织落实`.
"""

from math import ceil

from bihuan.writing.word.tables import letter_widths

BEGINNERS = ("关于", "组织落实", "落实", "整改", "反馈", "专题", "进展", "配合", "巡视")
"""Words of our titles before which a line may end."""
ENDERS = "的和与、，“（《"
"""Behind one of these a line would be parted from its beginning."""


def broken(title: str, room: float) -> str:
    """The title with line feeds, `room` letters a line at most; as it is where it fits, or has its own."""
    wide = letter_widths(title)
    if wide <= room or "\n" in title:
        return title
    ideal = wide / ceil(wide / room)
    places = [place for place in range(2, len(title) - 1) if _may_break(title, place)]
    fitting = [place for place in places if letter_widths(title[:place]) <= room]
    if not fitting:
        return title
    place = min(fitting, key=lambda place: abs(letter_widths(title[:place]) - ideal))
    return f"{title[:place]}\n{broken(title[place:], room)}"


def _may_break(title: str, place: int) -> bool:
    torn = any(place - len(word) < start < place for word in BEGINNERS for start in _starts(title, word))
    return title.startswith(BEGINNERS, place) and title[place - 1] not in ENDERS and not torn


def _starts(title: str, word: str) -> list[int]:
    return [place for place in range(len(title)) if title.startswith(word, place)]
