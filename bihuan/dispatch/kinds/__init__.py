"""Which documents can be made? One module for each, named as its kind; a new module is found by itself.

Nothing is imported before it is asked for, so that the command line knows the names without a database.
"""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from bihuan.dispatch.kinds.kind import STAGES, Ask, Kind, NothingYet, Stage

__all__ = ["NAMES", "STAGES", "Ask", "Kind", "NothingYet", "Stage", "kinds"]

NAMES = tuple(sorted(module.name for module in iter_modules(__path__) if module.name != "kind"))


@cache
def kinds() -> dict[str, Kind]:
    """Name → kind, in the order of the shelf: by stage, then by name."""
    found = [_kind_in(name) for name in NAMES]
    order = list(STAGES)
    return {kind.name: kind for kind in sorted(found, key=lambda kind: (order.index(kind.stage), kind.name))}


def _kind_in(name: str) -> Kind:
    """The one kind of a module."""
    module = import_module(f"{__name__}.{name}")
    (kind,) = (value for value in vars(module).values() if isinstance(value, Kind))
    return kind
