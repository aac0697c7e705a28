"""Who looks at a picture and names the letters in it? The recogniser of the optional extra `bihuan[ocr]`.

It is loaded when the first picture comes; its models are in its package, and nothing is fetched.
"""

import threading
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from io import BytesIO
from typing import Any, NamedTuple

from bihuan.reading.blocks import Unreadable
from bihuan.reading.formats.containers import damaged
from bihuan.say import say

Point = tuple[float, float]


class Seen(NamedTuple):
    """One line of a picture: its words, how sure they are (0 to 1), its corners clockwise from the upper left."""

    text: str
    sure: float
    corners: tuple[Point, Point, Point, Point]


Look = Callable[[bytes], tuple[Seen, ...]]
"""Takes the bytes of a picture and names the lines in it. Raises Unreadable when they are no whole picture."""

SIDE = 1600
"""The longer side of what is looked at, in pixels: sixteen-point letters on A4 are then 30 high. At 2000 the pinned
recogniser takes twice the time and parts more lines in two."""
_LONG, _LAP, _MOST_STRIPS = 2.0, 0.2, 50
"""A picture longer than this many widths is looked at in strips; they overlap by this share of the width."""
_KINDS = ("JPEG", "PNG", "BMP")
_LOCK = threading.Lock()
"""A picture takes all processors for seconds; two at once would only take twice the memory."""


def no_recogniser() -> Unreadable:
    return Unreadable(
        say(
            "文件里只有图片，没有文字。请提供文字版；要识别图片中的文字，"
            '请系统管理员安装识别组件：pip install "bihuan[ocr]"，再重新启动。'
        )
    )


@cache
def recogniser() -> Look | None:
    """Nothing where the extra is not installed, or a library of the system is missing that it needs."""
    try:
        image, operations = import_module("PIL.Image"), import_module("PIL.ImageOps")
        engine = import_module("rapidocr_onnxruntime").RapidOCR(text_score=0.0, max_side_len=SIDE)
    except ImportError:
        return None

    def look(picture: bytes) -> tuple[Seen, ...]:
        with _LOCK:
            try:
                return tuple(_found(engine, _upright(image, operations, picture)))
            except Exception as fault:  # decoders of pictures raise whatever they like
                raise damaged() from fault

    return look


class Strip(NamedTuple):
    """What is looked at, from `above` to `below`, and the part of it whose lines are its own."""

    above: int
    below: int
    first: int
    last: int


def strips(width: int, height: int) -> list[Strip]:
    """The whole picture, or, where it is a long screenshot, pieces of it from top to bottom."""
    step = height if height <= _LONG * width else max(int(_LONG * width), -(-height // _MOST_STRIPS))
    lap = int(_LAP * width)
    edges = [(first, min(first + step, height)) for first in range(0, height, step)]
    return [Strip(max(first - lap, 0), min(last + lap, height), first, last) for first, last in edges]


def _found(engine: Any, upright: Any) -> Iterator[Seen]:
    """The lines of all strips; a line that two strips show belongs to the one in which its middle lies."""
    for strip in strips(*upright.size):
        part = upright.crop((0, strip.above, upright.width, strip.below))
        full = part.width
        part.thumbnail((SIDE, SIDE))
        found, _ = engine(part)
        for corners, text, sure in found or ():
            seen = _seen(corners, text, sure, full / part.width, strip.above)
            if strip.first <= (seen.corners[0][1] + seen.corners[2][1]) / 2 < strip.last:
                yield seen


def _upright(image: Any, operations: Any, picture: bytes) -> Any:
    """The picture as a person holds it, no wider than needed, on white where it is transparent."""
    opened = image.open(BytesIO(picture), formats=_KINDS)
    room = (SIDE, SIDE) if max(opened.size) <= _LONG * min(opened.size) else (SIDE, max(opened.size))
    opened.draft("RGB", (SIDE, SIDE))
    if opened.mode in ("P", "LA", "PA") or "transparency" in opened.info:
        opened = opened.convert("RGBA")
    opened.thumbnail(room if opened.height >= opened.width else room[::-1])
    if opened.mode == "RGBA":
        paper = image.new("RGBA", opened.size, "white")
        paper.alpha_composite(opened)
        opened = paper
    return operations.exif_transpose(opened).convert("RGB")


def _seen(corners: list[list[float]], text: str, sure: float, scale: float, above: float) -> Seen:
    a, b, c, d = ((float(x) * scale, float(y) * scale + above) for x, y in corners)
    return Seen(text, float(sure), (a, b, c, d))
