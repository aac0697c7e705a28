"""Which letters does an office send to a slow unit, and in which order? The ladder is data: a step for each letter.

Source: trade.md §3.3, where every county has its own letters. Example: with five steps and the first one issued, the
second is next; to send the fourth instead is to skip two, which takes a written reason.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bihuan.rules.people import Role
from bihuan.say import Say, say

APPROVERS = (Role.OFFICE, Role.LEADER, Role.FIRST)
MOST_DAYS = 60
NO_STEPS = say("督办文书至少要有一级。")
SAME = say("“{title}”与另一级重名或用了同一个文号字，请改成不同的。")
ORDER = say("“{title}”要比前一级更晚使用，请调整天数。")
APPROVER = say("“{title}”须由整改办、责任领导或第一责任人审批。")
DAYS = say("“{title}”的答复天数可填 0 到 {most} 的整数。")


class BadLadder(ValueError):
    """A ladder that cannot be used; `reason` says which step and what to put right."""

    def __init__(self, reason: Say) -> None:
        super().__init__(str(reason))
        self.reason = reason


@dataclass(frozen=True)
class Step:
    """One letter of the ladder."""

    name: str
    title: Say
    use: Say
    """When it is used."""
    demand: Say
    """What it asks the unit to do."""
    word: str
    """What stands for it in its number: the 督 of 云巡改督〔2026〕3号."""
    approver: Role
    after: int
    """From how many working days after the deadline its time has come; before it where negative."""
    in_person: bool = False
    """Only the head of the unit may sign for it."""
    new_term: bool = False
    """It sets a new final date."""
    answer_days: int = 0
    """Working days to answer in writing; 0 where no answer is asked for."""


@dataclass(frozen=True)
class Ladder:
    """The steps, mildest first."""

    name: str
    title: Say
    source: Say
    steps: tuple[Step, ...]

    def step(self, name: str) -> Step:
        """Raises LookupError for a name that no step has."""
        return self.steps[self.place(name)]

    def place(self, name: str) -> int:
        """From 0. Raises LookupError for a name that no step has."""
        for place, each in enumerate(self.steps):
            if each.name == name:
                return place
        raise LookupError(f"{self.name} has no step named {name!r}")

    def reached(self, issued: Iterable[str]) -> int:
        """How many steps are behind somebody who was sent these; names of other ladders do not count."""
        places = {each.name: place + 1 for place, each in enumerate(self.steps)}
        return max((places.get(name, 0) for name in issued), default=0)


def skipped(ladder: Ladder, step: str, reached: int) -> tuple[Step, ...]:
    """The steps that would be left out if `step` were sent now."""
    return ladder.steps[reached : ladder.place(step)]


def proposed(ladder: Ladder, reached: int, late: int) -> Step | None:
    """The next step, once its time has come: `late` are the working days since the deadline."""
    if reached >= len(ladder.steps):
        return None
    following = ladder.steps[reached]
    return following if late >= following.after else None


def earned(ladder: Ladder, late: int) -> Step | None:
    """The sharpest letter that the delay by itself would allow."""
    return next((each for each in reversed(ladder.steps) if late >= each.after), None)


def document_number(prefix: str, word: str, year: int, serial: int) -> str:
    """`云巡改督〔2026〕3号`: the year in full, in six-cornered brackets, the serial without zeros (GB/T 9704)."""
    return f"{prefix}{word}〔{year}〕{serial}号"


def parse(data: bytes) -> Ladder:
    """A ladder from its TOML file. Raises BadLadder, or KeyError and ValueError for what is no ladder."""
    content = tomllib.loads(data.decode())
    steps = tuple(_step(values) for values in content["steps"])
    ladder = Ladder(content["name"], Say(content["title"]), Say(content["source"]), steps)
    check(ladder)
    return ladder


def _step(values: Mapping[str, Any]) -> Step:
    return Step(
        name=values["name"],
        title=Say(values["title"]),
        use=Say(values["use"]),
        demand=Say(values["demand"]),
        word=values["word"],
        approver=Role(values["approver"]),
        after=values["after"],
        in_person=values.get("in_person", False),
        new_term=values.get("new_term", False),
        answer_days=values.get("answer_days", 0),
    )


def check(ladder: Ladder) -> None:
    """Raises BadLadder where two steps are alike, one comes too early, or nobody could approve it."""
    if not ladder.steps:
        raise BadLadder(NO_STEPS)
    seen: set[str] = set()
    before: int | None = None
    for step in ladder.steps:
        marks = {step.name, step.word}
        if seen & marks:
            raise BadLadder(say(SAME.text, title=step.title))
        seen |= marks
        if before is not None and step.after <= before:
            raise BadLadder(say(ORDER.text, title=step.title))
        before = step.after
        if step.approver not in APPROVERS:
            raise BadLadder(say(APPROVER.text, title=step.title))
        if not 0 <= step.answer_days <= MOST_DAYS:
            raise BadLadder(say(DAYS.text, title=step.title, most=MOST_DAYS))
