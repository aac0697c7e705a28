"""Which requests has the group made, and where is each of them today? A hundred and fifty lives on one clock."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from random import Random
from typing import Any

from bihuan.rules.request import RELEASED_BY_LEADER
from bihuan.site.demo import desk_story
from bihuan.site.demo.county import County
from bihuan.site.demo.desk_clock import DAY, Clock
from bihuan.site.demo.desk_courier import RUNS, SIGNED_AFTER, Courier
from bihuan.site.demo.desk_story import DeskStory
from bihuan.site.demo.diary import Diary
from bihuan.site.demo.texts import data

RELEASE_AFTER = 70
SPECIAL = {"returned": 9, "disputed": 13, "group_returned": 23, "moved": 17}
"""Every how many closed requests one had another life than the straight one."""
REUSED_FROM = 5 * DAY
"""Before, there was hardly anything to answer from."""


@dataclass(frozen=True)
class Ask:
    """One request that will be made: what is asked, of which unit."""

    written: dict[str, Any]
    unit: str

    @property
    def kind(self) -> str:
        return str(self.written.get("kind", "material"))

    @property
    def reuse(self) -> bool:
        return bool(self.written.get("reuse"))


Act = tuple[int, Callable[[datetime], object]]
"""A position on the clock, and what happens there."""


@dataclass
class Requests:
    """Every life on one clock. The round is given to the stories once it is opened."""

    county: County
    courier: Courier
    clock: Clock
    diary: Diary
    chance: Random

    def plan(self) -> list[DeskStory]:
        every = [Ask(each, unit) for each in data("desk_asks")["asks"] for unit in each["units"].split()]
        present, past = parted(every)
        stories = [self._past(ask, place, len(past)) for place, ask in enumerate(past)]
        stories += [self._present(ask, state) for ask, state in present]
        for day in range(0, self.clock.now, DAY):
            for run in RUNS:
                self._write([(day + run, self.courier.run), (day + run + SIGNED_AFTER, self.courier.collect)])
            self._write([(day + DAY - 5, self.courier.count_back)])
        return stories

    def _past(self, ask: Ask, place: int, count: int) -> DeskStory:
        """Its end lies before now, so its start does; what is answered from what is there waits until there is some."""
        story = self._story(ask)
        life = next((name for name, each in SPECIAL.items() if place % each == each - 1), "closed")
        steps = data("desk_asks")["lives"][life]
        room = self.clock.now - self._acts(story, steps, 0)[-1][0] - 60
        start = 15 + room * place // count + self.chance.randrange(30)
        self._write(self._reused(story, max(start, REUSED_FROM)) if ask.reuse else self._acts(story, steps, start))
        return story

    def _present(self, ask: Ask, state: dict[str, Any]) -> DeskStory:
        """Its last step so far lies shortly before now, and its due time where the state says."""
        story = self._story(ask)
        story.due_at = self.clock.due(state["due"])
        story.assigned, story.hold = not state.get("unassigned"), not state.get("signed")
        length = self._acts(story, state["steps"], 0)[-1][0]
        start = self.clock.now - length - state.get("slack", 0) - self.chance.randrange(10, 700)
        self._write(self._acts(story, state["steps"], start))
        return story

    def _story(self, ask: Ask) -> DeskStory:
        other = self.chance.choice([code for code in self.county.leaders if code != ask.unit])
        chance = Random(self.chance.random())  # noqa: S311
        return DeskStory(ask.written, ask.unit, self.county, None, chance, other=other)

    def _acts(self, story: DeskStory, steps: list[str], start: int) -> list[Act]:
        """The acts of a life; after the check whoever has to release it does, and the courier comes at set times."""
        acts: list[Act] = [(start, partial(desk_story.start, story))]
        position = start
        for written in steps:
            name, _space, gap = written.partition(" ")
            position += int(gap or 10)
            acts.append((position, self._act(story, name)))
            if name == "check" and story.kind in RELEASED_BY_LEADER and steps[-1] != written:
                position += RELEASE_AFTER
                acts.append((position, partial(desk_story.step, story, "release")))
            if name == "courier":
                position = _next_run(position) + SIGNED_AFTER + 1
        return acts

    def _act(self, story: DeskStory, name: str) -> Callable[[datetime], object]:
        own = {"prepare": desk_story.prepare, "extend": desk_story.extend}
        if name == "courier":
            return lambda _at: self.courier.waiting.append(story)
        return partial(own[name], story) if name in own else partial(desk_story.step, story, name)

    def _reused(self, story: DeskStory, start: int) -> list[Act]:
        ready = start + 25
        back = _next_run(ready + 1) + SIGNED_AFTER + 1
        return [
            (start, partial(desk_story.start, story)),
            (ready, lambda at: desk_story.answer(story, self.courier.given[story.unit][:2], at)),
            (ready + 1, self._act(story, "courier")),
            (back + 200, partial(desk_story.step, story, "close")),
        ]

    def _write(self, acts: list[Act]) -> None:
        """What would lie after now has not happened yet."""
        for position, act in acts:
            if position <= self.clock.now:
                self.diary.plan(self.clock(position), act)


def parted(every: list[Ask]) -> tuple[list[tuple[Ask, dict[str, Any]]], list[Ask]]:
    """The latest of a fitting kind stand somewhere today; all the others are closed."""
    left, present = list(every), []
    for state in data("desk_asks")["present"].values():
        kinds = set(state.get("kinds", ("material",)))
        for _number in range(state["count"]):
            ask = next(each for each in reversed(left) if each.kind in kinds and not each.reuse)
            left.remove(ask)
            present.append((ask, state))
    return present, left


def _next_run(position: int) -> int:
    day, minute = divmod(position, DAY)
    later = [run for run in RUNS if run > minute]
    return day * DAY + later[0] if later else (day + 1) * DAY + RUNS[0]
