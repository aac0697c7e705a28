"""How does a finding end? Applied for, approved level by level or returned, reported as 基本完成, opened again."""

from datetime import datetime

from bihuan.people.viewer import Viewer
from bihuan.rules.finding import Move
from bihuan.site.demo.story import Steps, Story, Word, step


def apply(story: Story, at: datetime) -> None:
    story.move(Move.APPLY, story.head, at, story.note("apply"), signed_name=story.head.name)
    story.levels = levels(story)


def levels(story: Story) -> list[str]:
    """Who reviews, in order, as the chain of both rounds has it: leader, office, and for a key finding the first."""
    chain = [story.leader, "office.jin"]
    if "key" in story.written.flags:
        chain = [name for name in chain if name != "first"] + ["first"]
    return chain


def approve(story: Story, at: datetime) -> None:
    story.move(Move.APPROVE, _reviewer(story), at, story.note("approve"))


def approve_rest(story: Story) -> Steps:
    return [(2, approve)] * _levels_left(story)


def approve_but_last(story: Story) -> Steps:
    return [(2, approve)] * (_levels_left(story) - 1)


def send_back(story: Story, at: datetime) -> None:
    """For the last measure, which is then taken up again."""
    last = story.written.measures[-1]
    note = story.note("return", proof=last.proof, measure=last.text, goal=story.written.goal)
    story.move(Move.RETURN, _reviewer(story), at, note)


def reopen(story: Story, at: datetime) -> None:
    story.move(Move.REOPEN, story.county.by("supervisor"), at, story.note("reopen"))


def report_partly(story: Story, at: datetime) -> None:
    story.move(Move.REPORT_PARTLY, story.head, at, story.note("report_partly"))


def confirm_partly(story: Story, at: datetime) -> None:
    story.move(Move.CONFIRM_PARTLY, story.office, at, story.note("confirm_partly"))


def decline_partly(story: Story, at: datetime) -> None:
    story.move(Move.DECLINE_PARTLY, story.office, at, story.note("decline_partly"))


def _reviewer(story: Story) -> Viewer:
    return story.county.by(story.levels.pop(0))


def _levels_left(story: Story) -> int:
    """Every life in `lives.toml` that approves the rest begins at the first level."""
    return len(levels(story))


WORDS: dict[str, Word] = {
    "apply": step(2, apply),
    "approve": step(2, approve),
    "approve_rest": approve_rest,
    "approve_but_last": approve_but_last,
    "return": step(3, send_back),
    "reopen": step(3, reopen),
    "report_partly": step(3, report_partly),
    "confirm_partly": step(2, confirm_partly),
    "decline_partly": step(2, decline_partly),
}
