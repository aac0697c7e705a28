"""Whose story is told? One finding on its way, with the people around it and what they are going to write."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from random import Random

from bihuan.ledger.actions.moves import move
from bihuan.ledger.models import Finding, Measure
from bihuan.papers.models import Paper
from bihuan.people.viewer import Viewer
from bihuan.rules.finding import Move
from bihuan.site.demo.county import County, done
from bihuan.site.demo.texts import FindingText, data


@dataclass
class Story:
    """What is known of one finding while its life is played. `lead` and `rival` change places in a dispute."""

    written: FindingText
    county: County
    chance: Random
    feedback: date
    deadline: date
    immediate: bool = False
    finding: Finding | None = None
    measures: list[Measure] = field(default_factory=list)
    archive: dict[str, Paper] = field(default_factory=dict)
    """The latest paper of each unit, shared by all stories: what is stored already may prove more than one measure."""
    lead: str = ""
    rival: str = ""
    levels: list[str] = field(default_factory=list)
    """Who has still to approve the pending application."""

    def __post_init__(self) -> None:
        written = self.written
        self.lead, self.rival = written.lead, written.other
        if written.first_lead:
            self.lead, self.rival = written.first_lead, written.lead

    @property
    def row(self) -> Finding:
        """The finding, which exists from the day on which the letter is confirmed."""
        if self.finding is None:
            raise RuntimeError(f"not raised yet: {self.written.text}")
        return self.finding

    @property
    def head(self) -> Viewer:
        return self.county.head(self.lead)

    @property
    def worker(self) -> Viewer:
        return self.county.worker(self.lead)

    @property
    def leader(self) -> str:
        return self.written.leader or self.county.leaders[self.written.lead]

    @property
    def office(self) -> Viewer:
        return self.county.by(self.chance.choice(("office", "office.chu")))

    def note(self, kind: str, **more: str) -> str:
        """One of the sentences of `notes.toml`, with its places filled."""
        unit = self.county.units[self.lead].label
        rival = self.county.units[self.rival].label if self.rival else ""
        return str(self.chance.choice(data("notes")[kind])).format(unit=unit, rival=rival, **more)

    def move(self, which: Move, by: Viewer, at: datetime, note: str = "", **details: object) -> None:
        done(move(self.row, which, by=by, at=at, note=note, **details))


Act = Callable[[Story, datetime], None]
Steps = list[tuple[float, Act]]
"""Acts, each with how long the time before it was, compared with the others."""
Word = Callable[[Story], Steps]
"""One word of a life in `lives.toml`."""


def step(gap: float, act: Act) -> Word:
    """A word that is one act."""
    return lambda story: [(gap, act)]
