"""Which unit does a document mean? The one of exactly this name; where there is none, the near ones are a choice."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from bihuan.people.models import Organisation, Unit
from bihuan.people.queries import units_of
from bihuan.reading.likeness import likeness
from bihuan.reading.numerals import fold

NEAR = 0.3
ABBREVIATED = 0.5
"""What a name gains when it can be read as an abbreviation: 县人社局 for 县人力资源和社会保障局."""


class UnitNames:
    """The open units of one organisation by name and short name. One query."""

    def __init__(self, organisation: Organisation) -> None:
        self.units = list(units_of(organisation))
        self._named: dict[str, set[Unit]] = defaultdict(set)
        for unit in self.units:
            for name in {unit.name, unit.short_name} - {""}:
                self._named[_plain(name)].add(unit)

    def find(self, name: str) -> Unit | None:
        """The unit of this name; None where there is none, or where several share it."""
        found = self._named.get(_plain(name), set())
        return next(iter(found)) if len(found) == 1 else None

    def near(self, name: str, most: int = 4) -> list[Unit]:
        """The units that may have been meant, the likeliest first; those that share the name before all."""
        scored = sorted(((_nearness(name, unit), -unit.number, unit.path, unit) for unit in self.units), reverse=True)
        return [unit for score, _, _, unit in scored[:most] if score >= NEAR]

    def unknown(self, values: Mapping[str, Any]) -> list[str]:
        """The names in a draft's values that are no unit here."""
        return [name for name in named(values) if self.find(name) is None]


def named(values: Mapping[str, Any]) -> list[str]:
    """The unit names in a draft's values, the lead unit first, each once."""
    names: Iterable[str] = (values.get("lead_unit", ""), *values.get("support_units", ()))
    return list(dict.fromkeys(name for name in names if name))


def _plain(name: str) -> str:
    return "".join(fold(name).split())


def _nearness(name: str, unit: Unit) -> float:
    wanted = _plain(name)
    return max(_score(wanted, _plain(known)) for known in (unit.name, unit.short_name) if known)


def _score(wanted: str, known: str) -> float:
    signs = iter(known)
    abbreviated = len(wanted) > 1 and all(sign in signs for sign in wanted)
    return (wanted == known) + likeness(wanted, known) + (ABBREVIATED if abbreviated else 0)
