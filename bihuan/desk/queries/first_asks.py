"""What do groups usually ask for first, and which unit of this organisation usually has it?"""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from bihuan.people.models import Unit


@dataclass(frozen=True)
class Ask:
    """One line of the list that comes with the product."""

    title: str
    period: str
    usual: tuple[str, ...]

    def unit_among(self, units: list[Unit]) -> Unit | None:
        """The first unit whose name has one of the usual words, the more telling word first."""
        named = (unit for word in self.usual for unit in units if word in unit.name or word in unit.short_name)
        return next(named, None)


@lru_cache(maxsize=1)
def first_asks() -> tuple[Ask, ...]:
    data = tomllib.loads((files("bihuan.desk") / "data" / "first_asks.toml").read_text(encoding="utf-8"))
    return tuple(Ask(each["title"], each["period"], tuple(each["usual"])) for each in data["asks"])
