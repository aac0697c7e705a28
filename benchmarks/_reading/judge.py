"""How much of what a document says was read? Rows are matched by wording, their fields are compared exactly."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from benchmarks._reading.columns import Labelled
from benchmarks._reading.marks import Labelling
from bihuan.reading.drafts import Draft

ALIKE = 0.9
NUMBER = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十百\d]{1,3}(?:[)）][、.．]?|[、.．](?!\d)|是|要)|[①-⑳]|第[一二三四五六七八九十]+[，、])"
)
ALWAYS = ("measures", "status", "deadline", "standing", "immediate", "leader", "lead_unit", "support_units", "person")
WHERE_LABELLED = ("aspect", "issue", "cause")


@dataclass
class Score:
    """Counts that add up over documents."""

    documents: int = 0
    expected: int = 0
    got: int = 0
    matched: int = 0
    fields: int = 0
    fields_right: int = 0
    leaked: int = 0
    kinds_wrong: int = 0
    stated: int = 0
    stated_right: int = 0
    crashes: int = 0
    seconds: float = 0.0
    misses: list[str] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)

    @property
    def precision(self) -> float:
        return self.matched / self.got if self.got else 1.0

    @property
    def recall(self) -> float:
        return self.matched / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        return 2 * self.matched / (self.got + self.expected) if self.got + self.expected else 1.0

    @property
    def exact(self) -> float:
        return self.fields_right / self.fields if self.fields else 1.0


def bare(text: str) -> str:
    """Without number, spaces and final punctuation."""
    text = re.sub(r"\s", "", text)
    return NUMBER.sub("", text).rstrip("。；;，,、：:.")


def alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def pairs(expected: Sequence[str], got: Sequence[str]) -> dict[int, int]:
    """Which expected row is which row that was read: each at most once, the likest first."""
    near = [(alike(one, other), i, j) for i, one in enumerate(expected) for j, other in enumerate(got)]
    matched: dict[int, int] = {}
    for ratio, i, j in sorted(near, key=lambda pair: (-pair[0], abs(pair[1] - pair[2]))):
        if ratio >= ALIKE and i not in matched and j not in matched.values():
            matched[i] = j
    return matched


def judged(document: Labelling, findings: Sequence[Draft], with_fields: bool = True) -> Score:
    """The score of what was read from one document."""
    expected, got = [bare(one.text) for one in document.findings], [bare(draft.text) for draft in findings]
    matched = pairs(expected, got)
    score = Score(1, len(expected), len(got), len(matched))
    score.misses += [f"not read: {one.text}" for i, one in enumerate(document.findings) if i not in matched]
    score.misses += [f"read too much: {d.text}" for j, d in enumerate(findings) if j not in matched.values()]
    for i, j in matched.items() if with_fields else ():
        for name, right, told in compared(document.findings[i], findings[j]):
            score.fields += 1
            score.fields_right += right
            score.misses += [] if right else [f"{name} of “{expected[i][:24]}”: {told}"]
    leaked = [text for text in document.suggestions if any(holds(bare(text), one) for one in got)]
    score.leaked = len(leaked)
    score.misses += [f"suggestion taken for a finding: {text}" for text in leaked]
    return score


def compared(label: Labelled, draft: Draft) -> Iterator[tuple[str, bool, str]]:
    """Each field that the label or the draft has: its name, whether it is right, and both values."""
    for name in (*WHERE_LABELLED, *ALWAYS):
        wanted, read = getattr(label, name), getattr(draft, name)
        if wanted or (read and name in ALWAYS):
            right = any(word in read for word in wanted.split("/")) if name == "aspect" else same(wanted, read)
            yield name, right, f"expected {wanted!r}, got {read!r}"


def same(wanted: object, read: object) -> bool:
    return flat(wanted) == flat(read)


def flat(value: object) -> object:
    if isinstance(value, list | tuple):
        return [bare(str(one)) for one in value]
    return value if isinstance(value, bool) else bare(str(value or ""))


def holds(suggestion: str, finding: str) -> bool:
    """Whether a finding is made of this suggestion, or of a good part of it."""
    if len(finding) >= 6 and (finding in suggestion or suggestion in finding):
        return True
    return alike(suggestion, finding) >= 0.6
