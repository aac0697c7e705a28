"""What does a labelled row of a ledger mean? The letters of `@cols` say what each cell is.

no k: the number (k joins sheets) · a aspect · i issue · t text · c cause · m measures · L leader · U lead and
supporting units (`shown⇒lead/others`) · S supporting units · P person · d deadline · s status · st standing · . nothing
"""

import re
from dataclasses import dataclass, field

WORDS = {"a": "aspect", "c": "cause", "L": "leader", "P": "person", "s": "status"}


@dataclass
class Labelled:
    """What a finding must be read as; what is empty was not in the document."""

    text: str
    aspect: str = ""
    issue: str = ""
    key: str = ""
    cause: str = ""
    measures: list[str] = field(default_factory=list)
    status: str = ""
    deadline: str = ""
    standing: bool = False
    immediate: bool = False
    leader: str = ""
    lead_unit: str = ""
    support_units: list[str] = field(default_factory=list)
    person: str = ""

    def take(self, values: dict[str, str]) -> None:
        """Values as text; a flag is `yes`, units stand between `、`."""
        for name, value in values.items():
            old = getattr(self, name.strip())
            new = value == "yes" if isinstance(old, bool) else value.split("、") if isinstance(old, list) else value
            setattr(self, name.strip(), new)


def fill(findings: list[Labelled], row: dict[str, str], above: dict[str, str], aspect: str) -> dict[str, str]:
    """Adds what the row says to its finding, which may be new; returns the row with merged cells filled from above."""
    full = {name: above.get(name, "") if cell == "^" else cell for name, cell in row.items()}
    finding = _finding(findings, row, full, aspect)
    for name, cell in full.items():
        meant = cell.split("⇒")[-1].strip()
        if name in WORDS and meant:
            setattr(finding, WORDS[name], meant)
        elif name == "m" and row["m"] != "^":
            finding.measures += [m for marked in re.findall(r"\{([^}]*)\}", cell) for m in marked.split("；") if m]
        elif name in ("U", "S"):
            _units(finding, name, meant)
        elif name == "d":
            _deadline(finding, meant)
        elif name == "st":
            finding.standing = meant == "yes"
    return full


def _finding(findings: list[Labelled], row: dict[str, str], full: dict[str, str], aspect: str) -> Labelled:
    """The finding of this row: the one above it, one of another sheet by number or text, or a new one."""
    if row.get("t") == "^" and findings:
        return findings[-1]
    for one in findings:
        if (full.get("k") and one.key == full["k"]) or ("k" not in full and full.get("t") == one.text):
            return one
    findings.append(Labelled(full["t"], aspect, full.get("i", ""), full.get("k", "")))
    return findings[-1]


def _units(finding: Labelled, name: str, meant: str) -> None:
    units = [unit for unit in re.split(r"[、/，,\n]", meant) if unit.strip()]
    if name == "U" and units and not finding.lead_unit:
        finding.lead_unit = units.pop(0)
    finding.support_units += [u for u in units if u != finding.lead_unit and u not in finding.support_units]


def _deadline(finding: Labelled, meant: str) -> None:
    """The latest of the days named, and the flags."""
    for word in meant.removeprefix("d:").split():
        if word in ("standing", "immediate"):
            setattr(finding, word, True)
        else:
            finding.deadline = max(finding.deadline, word)
