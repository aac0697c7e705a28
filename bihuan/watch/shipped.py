"""Which schemes of warning colours come with the product? Their files, read once."""

from functools import cache
from importlib.resources import files

from bihuan.rules.warnings import Scheme, parse

DEFAULT = "ahead-20-10"


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
