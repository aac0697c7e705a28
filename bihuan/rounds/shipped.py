"""Which rule sets come with the product? Their files, read once. Needs no database, so the command line may ask too."""

from datetime import date
from functools import lru_cache
from importlib.resources import files

from bihuan.rules.deadlines import add
from bihuan.rules.ruleset import RuleSet, parse
from bihuan.rules.workdays import Calendar


@lru_cache(maxsize=1)
def rulesets_shipped() -> tuple[RuleSet, ...]:
    """The rule sets that come with the product, the longest intensive period first."""
    folder = files("bihuan.rounds") / "rulesets"
    found = [parse(file.read_bytes()) for file in folder.iterdir() if file.name.endswith(".toml")]
    return tuple(sorted(found, key=lambda each: (_length(each), each.name), reverse=True))


def _length(ruleset: RuleSet) -> date:
    return add(date(2001, 1, 1), ruleset.term("intensive_period"), Calendar())


def shipped(name: str) -> RuleSet:
    """Raises LookupError for a name that no shipped file has."""
    for each in rulesets_shipped():
        if each.name == name:
            return each
    raise LookupError(f"no rule set named {name!r} is shipped")
