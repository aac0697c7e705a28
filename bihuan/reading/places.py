"""How are rows, columns and cells named to a person? As the spreadsheet does: 第 3、5–8 行, AB 列, L12."""

from collections.abc import Callable, Iterable, Sequence

_NAMED = 6
"""How many places a sentence names before it only says that there are more."""


def column_name(number: int) -> str:
    """28 is AB."""
    name = ""
    while number > 0:
        number, letter = divmod(number - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def stretches(ranges: Iterable[tuple[int, int]], named: Callable[[int], str] = str) -> str:
    """`3、5–8、12`, neighbours joined."""
    joined: list[list[int]] = []
    for first, last in sorted(ranges):
        if joined and first <= joined[-1][1] + 1:
            joined[-1][1] = max(joined[-1][1], last)
        else:
            joined.append([first, last])
    return listed([named(a) if a == b else f"{named(a)}–{named(b)}" for a, b in joined])


def listed(names: Sequence[str]) -> str:
    """The first few, and how many there are where that is more."""
    shown = "、".join(names[:_NAMED])
    return shown if len(names) <= _NAMED else f"{shown} 等 {len(names)} 处"
