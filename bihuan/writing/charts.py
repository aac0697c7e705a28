"""How far is it, at a glance? Bars by aspect or by unit, and a line over time, as pictures for a report.

A picture holds names and figures only; what its shades mean is a sentence of the paper (`KEY`). Without a font for
Chinese letters the bars are numbered, as the rows of the table beside them are. The same values give the same bytes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from bihuan.say import say
from bihuan.writing.cells import printable
from bihuan.writing.word.tables import letter_widths

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

KEY = say("深色为已完成，中间色为基本完成（不计入已完成），浅色为未完成；数字为“已完成／总数”。")
TIME_KEY = say("实线为已完成，虚线为总数。")
WIDTH_MM, DOTS_PER_INCH, POINTS = 150, 200, 9
ROW_MM, EDGE_MM, TIME_MM = 8, 8, 70
MOST = 24
"""Bars in one picture: more than a page holds go on in the next one."""
LONGEST = 16
"""Letters of a name; the whole name is in the table."""
DARK, MIDDLE, LIGHT = "#1f4e79", "#8fb0cf", "#dde5ec"
_DRAWING = Lock()
"""The library draws for one at a time."""


class Font(NamedTuple):
    """A font file, and which of its faces."""

    file: str
    face: int = 0


@dataclass(frozen=True)
class Part:
    """One aspect or unit: how many there are, how many are done, how many are 基本完成."""

    name: str
    total: int
    done: int
    partly: int = 0


@dataclass(frozen=True)
class Point:
    """How it stood on a day."""

    on: date
    total: int
    done: int


def bars(parts: Sequence[Part], font: Font | None) -> tuple[bytes, ...]:
    """One bar a part, in the order given; PNG pictures of `WIDTH_MM`, none where there is nothing to show."""
    pieces = [parts[start : start + MOST] for start in range(0, len(parts), MOST)]
    with _DRAWING:
        return tuple(_bars(piece, place * MOST + 1, font) for place, piece in enumerate(pieces))


def over_time(points: Sequence[Point]) -> bytes | None:
    """Two lines, what was done and what there was; nothing where there are no two days to join."""
    if len(points) < 2:
        return None
    from matplotlib.ticker import MaxNLocator

    with _DRAWING:
        figure, axes = _sheet(TIME_MM)
        days = [(point.on - points[0].on).days for point in points]
        axes.plot(days, [point.total for point in points], color=DARK, linestyle="--", linewidth=1)
        axes.plot(days, [point.done for point in points], color=DARK, linewidth=2, marker="o", markersize=3)
        every = -(-len(points) // 8)
        axes.set_xticks(days[::every], [f"{point.on:%Y-%m-%d}" for point in points[::every]])
        axes.set_ylim(0, max(point.total for point in points) * 1.1 or 1)
        axes.yaxis.set_major_locator(MaxNLocator(nbins="auto", integer=True))
        axes.annotate(f"{points[-1].done}", (days[-1], points[-1].done), (4, 4), textcoords="offset points")
        return _png(figure)


def _bars(parts: Sequence[Part], first: int, font: Font | None) -> bytes:
    figure, axes = _sheet(ROW_MM * len(parts) + EDGE_MM)
    rows = range(len(parts))
    most = max(max(part.total for part in parts), 1)
    before = [0] * len(parts)
    for shade, counts in (
        (DARK, [part.done for part in parts]),
        (MIDDLE, [part.partly for part in parts]),
        (LIGHT, [part.total - part.done - part.partly for part in parts]),
    ):
        axes.barh(rows, counts, left=before, color=shade, height=0.6)
        before = [start + count for start, count in zip(before, counts, strict=True)]
    for row, part in zip(rows, parts, strict=True):
        axes.text(part.total + most * 0.015, row, f"{part.done}/{part.total}", va="center", fontsize=POINTS)
    names = [_name(number, part.name, font) for number, part in enumerate(parts, first)]
    axes.set_yticks(rows, names)
    _set_letters(axes, font)
    axes.set_ylim(len(parts) - 0.4, -0.6)
    axes.set_xlim(0, most * 1.15)
    axes.xaxis.set_visible(False)
    axes.spines["bottom"].set_visible(False)
    axes.tick_params(axis="y", length=0)
    return _png(figure)


def _name(number: int, name: str, font: Font | None) -> str:
    """`3 松河镇`, or `3` where its letters could not be drawn."""
    if font is None:
        return str(number)
    name = " ".join(printable(name).split())
    while letter_widths(name) > LONGEST:
        name = f"{name[: min(len(name), 2 * LONGEST) - 2]}…"
    return f"{number} {name}".replace("$", r"\$")


def _set_letters(axes: "Axes", font: Font | None) -> None:
    from matplotlib.font_manager import FontPath, FontProperties

    if font:
        for label in axes.get_yticklabels():
            label.set_fontproperties(FontProperties(fname=FontPath(font.file, font.face), size=POINTS))


def _sheet(height_mm: float) -> "tuple[Figure, Axes]":
    """The library is loaded when it first draws: half a second that no other command has to wait for."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH_MM / 25.4, height_mm / 25.4), dpi=DOTS_PER_INCH, layout="constrained")
    axes = figure.add_subplot()
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.tick_params(labelsize=POINTS)
    return figure, axes


def _png(figure: "Figure") -> bytes:
    """Without the mark of the library's version, which would change the bytes."""
    out = BytesIO()
    figure.savefig(out, format="png", metadata={"Software": None})
    return out.getvalue()
