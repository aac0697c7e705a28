"""What does the invented county say? Reads the TOML files in `data/` into plain values."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from bihuan.rules.measure import Kind

LETTER = tuple(f"letter_{number}" for number in range(1, 7))
LEDGER = ("ledger_1", "ledger_2")


@cache
def data(name: str) -> dict[str, Any]:
    """One file of `data/`, read once."""
    return tomllib.loads(files(__package__).joinpath("data", f"{name}.toml").read_text("utf-8"))


@dataclass(frozen=True)
class MeasureLine:
    """One measure: what, who, the proof it will leave, and the numbers it will have reached when it is done."""

    text: str
    who: str
    proof: str
    numbers: dict[Kind, Decimal]


@dataclass(frozen=True)
class FindingText:
    """One finding and what becomes of it. Units are codes of `units.toml`, `life` a name of `lives.toml`."""

    aspect: str
    issue: str
    text: str
    lead: str
    life: str = "closed"
    supports: tuple[str, ...] = ()
    first_lead: str = ""
    """The unit that was given the finding first, by mistake."""
    other: str = ""
    """The unit to which the lead unit would pass it on."""
    leader: str = ""
    flags: tuple[str, ...] = ()
    cause: str = ""
    goal: str = ""
    measures: tuple[MeasureLine, ...] = ()


@dataclass(frozen=True)
class Issue:
    """A heading and the findings under it."""

    aspect: str
    title: str
    findings: tuple[FindingText, ...]


def issues(names: Iterable[str], year: int) -> list[Issue]:
    """The issues of these files; `{y1}` in a wording is the year before `year`, `{y2}` the one before that."""
    years = {f"y{back}": year - back for back in (1, 2, 3)}
    return [
        _issue(data(name).get("heading") or each["aspect"], each, years)
        for name in names
        for each in data(name)["issues"]
    ]


def findings(names: Iterable[str], year: int) -> list[FindingText]:
    return [finding for issue in issues(names, year) for finding in issue.findings]


def _issue(aspect: str, written: dict[str, Any], years: dict[str, int]) -> Issue:
    rows = tuple(_finding(aspect, written["title"], each, years) for each in written["findings"])
    return Issue(aspect, written["title"], rows)


def _finding(aspect: str, issue: str, written: dict[str, Any], years: dict[str, int]) -> FindingText:
    plain = {name: value for name, value in written.items() if name not in ("supports", "flags", "measures", "text")}
    return FindingText(
        aspect=aspect,
        issue=issue,
        text=written["text"].format(**years),
        supports=tuple(written.get("supports", ())),
        flags=tuple(written.get("flags", ())),
        measures=tuple(_measure(line.format(**years)) for line in written.get("measures", "").strip().splitlines()),
        **plain,
    )


def _measure(line: str) -> MeasureLine:
    """`做什么|谁来做|留下什么佐证|rule=1 loss=3.2`."""
    text, who, proof, numbers = [*line.split("|"), ""][:4]
    pairs = (pair.split("=") for pair in numbers.split())
    return MeasureLine(text, who, proof, {Kind(kind): Decimal(number) for kind, number in pairs})
