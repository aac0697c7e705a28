"""How does a finding find the unit that takes it? Assigned, claimed, disputed, settled."""

from datetime import datetime

from bihuan.ledger.actions.assign import assign as assign_findings
from bihuan.rules.finding import Move
from bihuan.site.demo.story import Story, Word, step


def assign(story: Story, at: datetime) -> None:
    """The office names unit, leader, handler, deadline and flags in one go."""
    flags = dict.fromkeys(story.written.flags, True) | ({"immediate": True} if story.immediate else {})
    if "standing" in flags:
        flags["in_intensive"] = False
    changes = {"supports": [story.county.units[code].number for code in _supports(story)], "leader": story.leader,
               "deadline": story.deadline.isoformat(), **_own(story), **flags}  # fmt: skip
    _assign(story, changes, at)


def reassign(story: Story, at: datetime) -> None:
    """The unit was the wrong one; before anybody has claimed it, the office gives the finding to another."""
    story.lead, story.rival = story.written.lead, story.lead
    _assign(story, _own(story), at)


def claim(story: Story, at: datetime) -> None:
    story.move(Move.CLAIM, story.head, at)


def dispute(story: Story, at: datetime) -> None:
    note = story.note("dispute")
    story.move(Move.DISPUTE, story.head, at, note, unit=story.county.units[story.rival])


def settle(story: Story, at: datetime) -> None:
    """The office agrees with the unit that disputed."""
    _settle(story, at, Move.SETTLE, "office")


def settle_finally(story: Story, at: datetime) -> None:
    _settle(story, at, Move.SETTLE_FINALLY, story.leader)


def _settle(story: Story, at: datetime, which: Move, username: str) -> None:
    note = story.note(which.value)
    story.move(which, story.county.by(username), at, note, unit=story.county.units[story.rival])
    story.lead, story.rival = story.rival, story.lead


def _supports(story: Story) -> list[str]:
    return [code for code in story.written.supports if code != story.lead]


def _own(story: Story) -> dict[str, object]:
    return {"lead_unit": story.county.units[story.lead].number, "handler": story.county.staff.get(story.lead)}


def _assign(story: Story, changes: dict[str, object], at: datetime) -> None:
    _, outcomes = assign_findings([story.row], changes, by=story.office, at=at)
    for outcome in outcomes:
        if outcome.refusal:
            raise RuntimeError(str(outcome.refusal.reason))


WORDS: dict[str, Word] = {
    "assign": step(1, assign),
    "reassign": step(2, reassign),
    "claim": step(2, claim),
    "dispute": step(3, dispute),
    "settle": step(3, settle),
    "settle_finally": step(4, settle_finally),
}
