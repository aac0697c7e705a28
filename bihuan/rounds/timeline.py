"""How does a round look as one line? Its known dates and those that follow, placed by time, today among them.

Places are per cent of the width, so that the drawing fits any window and its letters keep their size. Labels stand in
turn above and below the line, each as near to its date as its neighbours allow.
"""

from dataclasses import dataclass, replace
from datetime import date
from statistics import fmean

from bihuan.rules.milestones import Milestone
from bihuan.rules.rounds import DATE_NAMES, Dates, Stage, stage
from bihuan.say import Say, say

LEFT, RIGHT = 2.0, 98.0
LABEL_LEFT, LABEL_RIGHT, LABEL_GAP = 6.5, 93.5, 12.0


@dataclass(frozen=True)
class Point:
    """One date on the line. A fact was entered; any other date follows from a rule."""

    name: str
    title: Say
    on: date
    why: Say
    source: Say | str
    is_fact: bool
    days: int
    """Days from today: negative for the past."""
    lines: tuple[Say, ...] = ()
    """The way from the rule to the date, for whoever asks why."""
    x: float = 0.0
    label_x: float = 0.0
    above: bool = True

    @property
    def is_past(self) -> bool:
        return self.days < 0


@dataclass(frozen=True)
class TimelineView:
    """The line, earliest date first; `today_x` is None where today lies outside it."""

    stage: Stage
    points: tuple[Point, ...]
    today: date
    today_x: float | None
    missing: tuple[Say, ...]
    """What is not known yet, and what would follow from it."""


def draw(dates: Dates, finished: date | None, milestones: tuple[Milestone, ...], today: date) -> TimelineView:
    points = sorted((*_facts(dates, finished, today), *_dues(milestones, today)), key=lambda point: point.on)
    days = [point.on for point in points] + ([today] if finished is None else [])
    now = stage(dates, finished, today)
    if not points:
        return TimelineView(now, (), today, None, _missing(dates))
    first, last = min(days), max(days)
    placed = [replace(p, x=_place(p.on, first, last), above=index % 2 == 0) for index, p in enumerate(points)]
    labels = {side: iter(_spread([p.x for p in placed if p.above is side])) for side in (True, False)}
    return TimelineView(
        stage=now,
        points=tuple(replace(p, label_x=next(labels[p.above])) for p in placed),
        today=today,
        today_x=_place(today, first, last) if first <= today <= last else None,
        missing=_missing(dates),
    )


def _facts(dates: Dates, finished: date | None, today: date) -> list[Point]:
    known = {**{name: (getattr(dates, name), title) for name, title in DATE_NAMES.items()},
             "finished": (finished, say("本轮结束"))}  # fmt: skip
    return [
        Point(name, title, on, say("登记的日期"), "", is_fact=True, days=(on - today).days)
        for name, (on, title) in known.items()
        if on
    ]


def _dues(milestones: tuple[Milestone, ...], today: date) -> list[Point]:
    return [
        Point(m.name, m.title, m.on, m.why, m.source, is_fact=False, days=(m.on - today).days, lines=m.lines)
        for m in milestones
    ]


def _missing(dates: Dates) -> tuple[Say, ...]:
    found = []
    if dates.entry is None:
        found.append(say("填写进驻日期后，会排出联络组名单和工作汇报的报送日期。"))
    if dates.feedback is None:
        found.append(say("填写反馈日期后，会排出整改方案、集中整改期、整改情况报告、评估和回头看的日期。"))
    return tuple(found)


def _place(on: date, first: date, last: date) -> float:
    share = (on - first) / (last - first) if last > first else 0.5
    return round(LEFT + (RIGHT - LEFT) * share, 2)


def _spread(places: list[float]) -> list[float]:
    """Places in order, each as near to its own as a gap between neighbours allows.

    Less the gaps before it, a place must not be smaller than the one before; neighbours that would overlap form a
    block around their mean.
    """
    gap = min(LABEL_GAP, (LABEL_RIGHT - LABEL_LEFT) / max(len(places) - 1, 1))
    blocks: list[list[float]] = []
    for index, place in enumerate(places):
        blocks.append([place - index * gap])
        while len(blocks) > 1 and fmean(blocks[-2]) > fmean(blocks[-1]):
            blocks[-2:] = [blocks[-2] + blocks[-1]]
    starts = [fmean(block) for block in blocks for _ in block]
    highest = LABEL_RIGHT - gap * (len(places) - 1)
    return [round(min(max(start, LABEL_LEFT), highest) + index * gap, 2) for index, start in enumerate(starts)]
