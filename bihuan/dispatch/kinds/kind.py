"""What must be known of a kind of paper, so that it can be made, shown on the shelf, approved and issued?

Example: dispatch/kinds/plan.py has `PLAN = Kind(name="plan", …)`; the module is named as the kind is.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from bihuan.rules.people import Role
from bihuan.say import Say, say

if TYPE_CHECKING:
    from bihuan.people.viewer import Viewer
    from bihuan.rounds.models import Round


class Stage(StrEnum):
    """When a paper is owed: the order of the shelf."""

    BEFORE = "before"
    ON_SITE = "on_site"
    RECTIFYING = "rectifying"
    AFTER = "after"


STAGES: dict[Stage, Say] = {
    Stage.BEFORE: say("进驻之前"),
    Stage.ON_SITE: say("驻点期间"),
    Stage.RECTIFYING: say("反馈整改"),
    Stage.AFTER: say("总结评估"),
}


class NothingYet(Exception):
    """The paper cannot be made, because there is nothing that it could be about; `reason` says what to do."""

    def __init__(self, reason: Say) -> None:
        super().__init__(str(reason))
        self.reason = reason


@dataclass(frozen=True)
class Ask:
    """One thing that has to be chosen before a paper is made: which request, which day, since when."""

    name: str
    """The keyword by which `Kind.values` is given what was chosen, as plain text."""
    title: Say
    choices: "Callable[[Viewer, Round], list[tuple[str, str]]]"
    """(value, words) of what this viewer may choose; the first of them is offered."""


@dataclass(frozen=True)
class Kind:
    """One document that the office owes."""

    name: str
    """`plan`: the command line's NAME, the address, and the name of its module."""
    title: Say
    """整改方案"""
    stage: Stage
    source: Say
    """Where its layout comes from."""
    values: "Callable[..., Any]"
    """`values(viewer, round, at, **asked)`: one frozen dataclass, read from the record; `at` is the as-of moment.

    Raises NothingYet where there is nothing to write about; a missing part of a paper is said in the paper.
    """
    write: Mapping[str, Callable[..., bytes]]
    """"docx", "xlsx" or "txt" → `write(values, speak=…)`. A PDF is made of the docx by `papers.office.as_pdf`."""
    stream: Mapping[str, Callable[..., None]] = field(default_factory=dict)
    """"xlsx" → `stream(out, viewer, round, at, speak=…)`: the same file, row by row, for a list of any length."""
    asks: tuple[Ask, ...] = ()
    approver: Role = Role.LEADER
    """Who approves it before it goes out: a leader, or the first responsible. The first may approve any."""
    kept: bool = True
    """False for what holds names under seal: it goes straight to whoever may read it, and nothing of it stays here."""
