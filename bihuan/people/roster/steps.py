"""What is a plan made of? One step for each row of the list, and the faults."""

from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

from bihuan.reading.kinds.people import Fault, PersonDraft, Row, UnitDraft
from bihuan.rules.people import NAMES, Role
from bihuan.say import Say

Verdict = Literal["added", "changed", "unchanged"]


@dataclass(frozen=True)
class UnitStep:
    """One unit as it will be."""

    verdict: Verdict
    draft: UnitDraft
    parent: str
    changes: tuple[Say, ...] = ()


@dataclass(frozen=True)
class PersonStep:
    """One person in one post as they will be; `is_first` on the first of a person's rows."""

    verdict: Verdict
    draft: PersonDraft
    unit: str
    role: Role
    charge: tuple[str, ...]
    is_first: bool
    is_known: bool
    has_post: bool
    changes: tuple[Say, ...] = ()

    @property
    def role_name(self) -> Say:
        return NAMES[self.role]


@dataclass
class Plan:
    """What the list would do, in an order in which it can be done; and every reason why not."""

    units: list[UnitStep] = field(default_factory=list)
    people: list[PersonStep] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def changes_nothing(self) -> bool:
        return all(step.verdict == "unchanged" for step in (*self.units, *self.people))

    @property
    def mark(self) -> str:
        """The same for the same plan: whoever confirms gets what was shown."""
        every = (*self.units, *self.people)
        steps = [(s.verdict, s.draft.place.sheet, s.draft.place.row, [str(c) for c in s.changes]) for s in every]
        return sha256(repr(steps).encode()).hexdigest()[:16]

    def counts(self) -> dict[str, int]:
        """`units_added`, `people_changed` …; a person in two posts counts once."""
        found = {}
        for verdict in ("added", "changed", "unchanged"):
            found[f"units_{verdict}"] = sum(step.verdict == verdict for step in self.units)
            found[f"people_{verdict}"] = len({s.draft.username for s in self.people if s.verdict == verdict})
        return found

    def fault(self, place: Row, field: str, reason: Say) -> None:
        """Note that the cell of this field is wrong."""
        self.faults.append(Fault(place.sheet, place.row, place.columns.get(field, 0), reason))
