"""What do all parts of the desk's story share? The county, the clock, the diary, and the round once it is opened."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from random import Random

from bihuan.rounds.models import Round
from bihuan.site.demo.county import County
from bihuan.site.demo.desk_clock import Clock
from bihuan.site.demo.diary import Diary


@dataclass
class Days:
    """One part of the story, told by working days."""

    county: County
    clock: Clock
    diary: Diary
    chance: Random
    round: Round | None = None

    @property
    def here(self) -> Round:
        if self.round is None:
            raise RuntimeError("the round is not opened yet")
        return self.round

    def do(self, day: int, hour: int, act: Callable[[datetime], object]) -> None:
        """Some minute of that hour; nothing is written that has not happened yet."""
        at = self.clock.at(day, hour, self.chance.randrange(1, 50))
        if at <= self.clock(self.clock.now):
            self.diary.plan(at, act)
