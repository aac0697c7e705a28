"""Which schemes of warning colours and which ladders of letters come with the product? Their files, read once."""

from functools import cache
from importlib.resources import files

from bihuan.rules.ladder import Ladder
from bihuan.rules.ladder import parse as parse_ladder
from bihuan.rules.warnings import Scheme, parse

DEFAULT = "ahead-20-10"
DEFAULT_LADDER = "five-letters"


@cache
def schemes_shipped() -> tuple[Scheme, ...]:
    """The default first, then the others by name."""
    folder = files("bihuan.watch") / "presets"
    found = [parse(file.read_bytes()) for file in folder.iterdir() if file.name.endswith(".toml")]
    return tuple(sorted(found, key=lambda each: (each.name != DEFAULT, each.name)))


def shipped(name: str) -> Scheme:
    """Raises LookupError for a name that no shipped file has."""
    for each in schemes_shipped():
        if each.name == name:
            return each
    raise LookupError(f"no scheme named {name!r} is shipped")


@cache
def ladders_shipped() -> tuple[Ladder, ...]:
    """The default first, then the others by name."""
    folder = files("bihuan.watch") / "ladders"
    found = [parse_ladder(file.read_bytes()) for file in folder.iterdir() if file.name.endswith(".toml")]
    return tuple(sorted(found, key=lambda each: (each.name != DEFAULT_LADDER, each.name)))


def ladder_shipped(name: str) -> Ladder:
    """Raises LookupError for a name that no shipped file has."""
    for each in ladders_shipped():
        if each.name == name:
            return each
    raise LookupError(f"no ladder named {name!r} is shipped")
