"""Which points does the product propose for a self-check, by focus area?"""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True)
class Point:
    """One point that is proposed: a key for forms, its area, its words."""

    key: str
    area: str
    text: str


@dataclass(frozen=True)
class Area:
    name: str
    points: tuple[Point, ...]


@lru_cache(maxsize=1)
def proposed() -> tuple[Area, ...]:
    """The areas in the order of `desk/data/self_check.toml`."""
    data = tomllib.loads((files("bihuan.desk") / "data" / "self_check.toml").read_text(encoding="utf-8"))
    return tuple(
        Area(
            area["name"],
            tuple(Point(f"{a}.{p}", area["name"], text) for p, text in enumerate(area["points"], start=1)),
        )
        for a, area in enumerate(data["area"], start=1)
    )
