"""Which unit does the text of a request name? The longest name in it; nothing where it names none."""

from bihuan.people.models import Organisation, Unit
from bihuan.people.queries import units_of
from bihuan.reading.numerals import fold


class UnitsInText:
    """The open units of one organisation by their names, the longest first. One query."""

    def __init__(self, organisation: Organisation) -> None:
        self.units = list(units_of(organisation))
        named = {_plain(name): unit for unit in self.units for name in (unit.short_name, unit.name) if len(name) > 1}
        self._named = sorted(named.items(), key=lambda pair: (-len(pair[0]), pair[1].number))

    def find(self, text: str) -> Unit | None:
        folded = _plain(text)
        return next((unit for name, unit in self._named if name in folded), None)


def _plain(text: str) -> str:
    return "".join(fold(text).split())
