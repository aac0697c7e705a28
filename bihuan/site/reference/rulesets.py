"""Which rules can hold in a round? The rule sets that are shipped, each value with its source."""

from importlib.resources import files

from bihuan.rules.ruleset import parse
from bihuan.site.reference.markdown import table, whole


def page() -> str:
    parts = []
    for file in sorted(files("bihuan.rounds").joinpath("rulesets").iterdir(), key=lambda file: file.name):
        each = parse(file.read_bytes())
        rows = [(f"`{rule.name}`", rule.value, rule.source) for rule in each.rules.values()]
        parts += [f"## {each.title}", f"`{each.name}`", table(("Rule", "Value", "Source"), rows)]
    return whole("Rule sets", "Every value can be changed for one round, on a ground that is named.", *parts)
