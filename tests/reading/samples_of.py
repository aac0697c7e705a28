"""Samples: a text, a line of `====`, and what it must be read as, one line for each row.

`finding:` and `doubt:` (low confidence) hold aspect | issue | text, then any field=value.
"""

from pathlib import Path

from bihuan.reading.drafts import Draft, Reading

SAMPLES = Path(__file__).parent / "samples"
FIELDS = ("status", "deadline", "standing", "immediate", "leader", "lead_unit", "support_units", "person", "measures")


def samples(kind: str) -> list[str]:
    return sorted(path.stem for path in (SAMPLES / kind).glob("*.txt"))


def sample(kind: str, name: str) -> tuple[str, list[str]]:
    text, expected = (SAMPLES / kind / f"{name}.txt").read_text(encoding="utf-8").split("\n====\n")
    return text, expected.splitlines()


def told(reading: Reading) -> list[str]:
    """A reading in the words of a sample."""
    return [
        *([f"title: {reading.title}"] if reading.title else []),
        *([f"stated: {reading.stated_findings}"] if reading.stated_findings else []),
        *(_finding(draft) for draft in reading.findings),
        *(f"suggestion: {passage.text}" for passage in reading.suggestions),
        *(f"unassigned: {passage.text}" for passage in reading.unassigned),
        *(f"warning: {warning}" for warning in reading.warnings),
    ]


def _finding(draft: Draft) -> str:
    fields = [f" | {name}={_shown(getattr(draft, name))}" for name in FIELDS if getattr(draft, name)]
    word = "finding" if draft.confidence == "high" else "doubt"
    return f"{word}: {draft.aspect} | {draft.issue} | {draft.text}" + "".join(fields)


def _shown(value: object) -> str:
    return " / ".join(map(str, value)) if isinstance(value, tuple) else str(value)
