"""Which colour has a due date today, and who hears of it? The scheme is data: thresholds, words, shapes, receivers.

Source: trade.md §3.2, where every county means something else by its colours. Example: with 20, 10 and overdue, a
finding due in twelve days is green and its handler hears; ten days before, yellow, and the leader hears too. A colour
always comes with a shape and a word, so that it is never the only sign.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from bihuan.rules.people import NAMES, Role
from bihuan.rules.workdays import Calendar, between
from bihuan.say import Say, say


class Key(StrEnum):
    """The colours there are, as the style sheet knows them."""

    BLUE = "blue"
    GREEN = "green"
    YELLOW = "yellow"
    ORANGE = "orange"
    RED = "red"


class Shape(StrEnum):
    CIRCLE = "circle"
    DIAMOND = "diamond"
    SQUARE = "square"
    TRIANGLE = "triangle"
    OCTAGON = "octagon"


class State(StrEnum):
    """A colour that follows from how far the work is, not from the days left."""

    DONE = "done"
    OPEN = "open"


KEYS: dict[Key, Say] = {
    Key.BLUE: say("蓝色"),
    Key.GREEN: say("绿色"),
    Key.YELLOW: say("黄色"),
    Key.ORANGE: say("橙色"),
    Key.RED: say("红色"),
}
SHAPES: dict[Shape, Say] = {
    Shape.CIRCLE: say("圆形"),
    Shape.DIAMOND: say("菱形"),
    Shape.SQUARE: say("方形"),
    Shape.TRIANGLE: say("三角形"),
    Shape.OCTAGON: say("八边形"),
}
RECEIVERS = (Role.HANDLER, Role.HEAD, Role.LEADER, Role.OFFICE, Role.FIRST)
LADDER = (Role.HEAD, Role.LEADER, Role.FIRST)
"""Who hears in turn of what stays overdue; the handler has heard from the first colour on."""
LONGEST_WORD, FARTHEST = 12, 365
NO_DAYS = say("“{colour}”要写从到期前几天开始，可填 -365 到 365 的整数，逾期后开始填负数。")
ORDER = say("“{colour}”要比前一种颜色更晚开始，请调整天数。")
WORD = say("“{colour}”要写明含义，最多 {most} 个字。")
SAME_SHAPE = say("“{colour}”与另一种颜色用了同一个形状，黑白打印时分不开，请换一个。")
NOBODY = say("请选择“{colour}”提醒哪些人。")
LATER = say("升级提醒要逐级推后：{role}的天数要大于前一级。")


class BadScheme(ValueError):
    """A scheme that cannot be used; `reason` says which colour and what to put right."""

    def __init__(self, reason: Say) -> None:
        super().__init__(str(reason))
        self.reason = reason


@dataclass(frozen=True)
class Colour:
    """One colour. It begins `left` days before the due date (negative: after it), or follows from the state."""

    key: Key
    word: Say | str
    shape: Shape
    left: int | None = None
    state: State | None = None
    receivers: frozenset[Role] = frozenset()

    @property
    def name(self) -> Say:
        return KEYS[self.key]


@dataclass(frozen=True)
class Step:
    """A level of escalation: who hears, after how many working days past the due date."""

    role: Role
    after: int


@dataclass(frozen=True)
class Scheme:
    """The colours from mild to grave, and the levels from near to high."""

    name: str
    title: Say
    source: Say
    colours: tuple[Colour, ...]
    steps: tuple[Step, ...] = ()

    @property
    def horizon(self) -> int:
        """How many days ahead of a due date somebody hears for the first time."""
        return max((colour.left for colour in self.colours if colour.left is not None), default=0)

    def colour(self, key: str) -> Colour | None:
        return next((colour for colour in self.colours if colour.key == key), None)


@dataclass(frozen=True)
class Own:
    """What an organisation says of one colour instead of the shipped scheme."""

    word: str
    shape: Shape
    left: int | None
    receivers: frozenset[Role] = field(default_factory=frozenset)


def colour_of(scheme: Scheme, due: date | None, *, today: date, done: bool = False) -> Colour | None:
    """The gravest colour that has begun; None where none has."""
    if done:
        return next((colour for colour in scheme.colours if colour.state is State.DONE), None)
    begun = (colour for colour in reversed(scheme.colours) if _has_begun(colour, due, today))
    return next(begun, None)


def _has_begun(colour: Colour, due: date | None, today: date) -> bool:
    if colour.left is not None:
        return due is not None and (due - today).days <= colour.left
    return colour.state is State.OPEN


def gravest(scheme: Scheme) -> Colour | None:
    """The last colour that begins by days: the one that nothing should come to unseen."""
    return next((colour for colour in reversed(scheme.colours) if colour.left is not None), None)


def turning(colour: Colour, today: date, until: date) -> tuple[date, date]:
    """The due dates, from the first to the last, of what has not come to this colour today and will have `until` then.

    Red from the day after: on Monday, what is due from Monday to Thursday turns red by Friday.
    """
    left = timedelta(days=colour.left or 0)
    return today + left + timedelta(days=1), until + left


def turns_on(colour: Colour, due: date) -> date:
    """The day on which what is due then comes to this colour."""
    return due - timedelta(days=colour.left or 0)


def steps_reached(scheme: Scheme, due: date, *, today: date, calendar: Calendar) -> tuple[Step, ...]:
    """The levels that have been reached by something that is still open."""
    late = between(due, today, calendar) if due < today else 0
    return tuple(step for step in scheme.steps if due < today and late >= step.after)


def change(scheme: Scheme, own: Mapping[Key, Own], after: Mapping[Role, int] | None = None) -> Scheme:
    """The scheme with an organisation's own words, shapes, days, receivers and levels. Raises BadScheme."""
    colours = tuple(_changed(each, own[each.key]) if each.key in own else each for each in scheme.colours)
    steps = scheme.steps if after is None else tuple(Step(role, after[role]) for role in LADDER if role in after)
    changed = replace(scheme, colours=colours, steps=steps)
    check(changed)
    return changed


def _changed(colour: Colour, own: Own) -> Colour:
    """Whether a colour goes by days or by the state is the scheme's; a word left as it was keeps its translation."""
    word = colour.word if own.word.strip() == str(colour.word) else own.word.strip()
    left = own.left if colour.state is None else None
    if colour.state is None and left is None:
        raise BadScheme(say(NO_DAYS.text, colour=colour.name))
    return replace(colour, word=word, shape=own.shape, left=left, receivers=own.receivers)


def check(scheme: Scheme) -> None:
    """Raises BadScheme where two signs are alike, an order is turned round, or nobody would hear."""
    shapes: set[Shape] = set()
    before: int | None = None
    for colour in scheme.colours:
        if not str(colour.word).strip() or len(str(colour.word)) > LONGEST_WORD:
            raise BadScheme(say(WORD.text, colour=colour.name, most=LONGEST_WORD))
        if colour.shape in shapes:
            raise BadScheme(say(SAME_SHAPE.text, colour=colour.name))
        shapes.add(colour.shape)
        if colour.left is not None:
            _check_days(colour, colour.left, before)
            before = colour.left
    _check_steps(scheme.steps)


def _check_days(colour: Colour, left: int, before: int | None) -> None:
    if not -FARTHEST <= left <= FARTHEST:
        raise BadScheme(say(NO_DAYS.text, colour=colour.name))
    if before is not None and left >= before:
        raise BadScheme(say(ORDER.text, colour=colour.name))
    if not colour.receivers:
        raise BadScheme(say(NOBODY.text, colour=colour.name))


def _check_steps(steps: tuple[Step, ...]) -> None:
    before = 0
    for step in steps:
        if not before < step.after <= FARTHEST:
            raise BadScheme(say(LATER.text, role=NAMES[step.role]))
        before = step.after


def parse(data: bytes) -> Scheme:
    """A shipped scheme from its TOML file. Raises BadScheme, or KeyError and ValueError for what is no scheme."""
    content = tomllib.loads(data.decode())
    colours = tuple(_colour(Key(key), values) for key, values in content["colours"].items())
    steps = tuple(Step(role, content["escalation"][role]) for role in LADDER if role in content["escalation"])
    scheme = Scheme(content["name"], Say(content["title"]), Say(content["source"]), colours, steps)
    check(scheme)
    return scheme


def _colour(key: Key, values: Mapping[str, Any]) -> Colour:
    return Colour(
        key,
        Say(values["word"]),
        Shape(values["shape"]),
        left=values.get("left"),
        state=State(values["state"]) if "state" in values else None,
        receivers=frozenset(Role(role) for role in values.get("receivers", ())),
    )
