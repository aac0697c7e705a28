"""Which inspections has the county had? One by the city that is over, and one by the province that is running."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from bihuan.rounds.actions import finish_round, open_round
from bihuan.rounds.models import Round, RoundKind, RoundLevel
from bihuan.rules.rounds import Dates
from bihuan.site.demo import arrival, moments
from bihuan.site.demo.county import County, done
from bihuan.site.demo.diary import Diary
from bihuan.site.demo.lives import Span, live
from bihuan.site.demo.story import Story
from bihuan.site.demo.texts import LEDGER, LETTER, findings

FINISHED, RUNNING = 700, 106
"""How many days ago the feedback of each inspection was."""
LIVED = 130
"""So many days after its feedback the finished inspection had its last close-out."""
BEFORE_FEEDBACK = {"notice": 118, "entry": 108, "leaving": 47}
"""How many days before the feedback its other dates were."""


@dataclass
class Inspection:
    """An inspection, and what the office does with it: opens its round, receives its findings, finishes it."""

    county: County
    title: str
    kind: RoundKind
    level: RoundLevel
    group: str
    ruleset: str
    feedback: date
    stories: list[Story] = field(default_factory=list)
    opened: Round | None = None

    @property
    def round(self) -> Round:
        if self.opened is None:
            raise RuntimeError(f"not opened yet: {self.title}")
        return self.opened

    @property
    def dates(self) -> Dates:
        return Dates(**{name: self._back(name) for name in BEFORE_FEEDBACK}, feedback=self.feedback)

    def _back(self, name: str) -> date:
        return self.feedback - timedelta(days=BEFORE_FEEDBACK[name])

    def open(self, at: datetime) -> None:
        self.opened = done(
            open_round(
                self.county.organisation,
                title=self.title,
                kind=self.kind,
                level=self.level,
                group=self.group,
                ruleset=self.ruleset,
                dates=self.dates,
                by=self.county.by("office"),
                at=at,
            )
        )

    def receive_ledger(self, at: datetime) -> None:
        by = self.county.by("office")
        arrival.confirm(arrival.receive_ledger(self.round, self.stories, by, at), self.stories, by, at)

    def receive_letter(self, at: datetime) -> None:
        by = self.county.by("office")
        arrival.confirm(arrival.receive_letter(self.round, by, at), self.stories, by, at)

    def receive_supplement(self, at: datetime) -> None:
        arrival.receive_supplement(self.round, self.county.by("office.chu"), at)

    def finish(self, at: datetime) -> None:
        done(finish_round(self.round, on=at.date(), by=self.county.by("office"), at=at, note="市委巡察整改评估合格"))


def plan_finished(county: County, diary: Diary, *, today: date, chance: Random) -> None:
    """The city's inspection, two years ago; its findings came as a workbook."""
    feedback = moments.workday(today - timedelta(days=FINISHED))
    kind, level = RoundKind.LOCAL, RoundLevel.CITY
    past = Inspection(county, "市委巡察", kind, level, "市委第二巡察组", "local-3-months", feedback)
    span = Span(feedback, feedback + timedelta(days=LIVED))
    past.stories = _stories(LEDGER, county, span, diary, today, chance)
    diary.plan(moments.moment(past.dates.notice or feedback, chance), past.open)
    diary.plan(moments.moment(feedback + timedelta(days=3), chance), past.receive_ledger)
    diary.plan(moments.moment(span.present + timedelta(days=30), chance), past.finish)


def plan_running(county: County, diary: Diary, *, today: date, chance: Random) -> None:
    """The province's inspection; its six months of 集中整改 are under way, and a further letter has just come in."""
    feedback = moments.workday(today - timedelta(days=RUNNING))
    kind, level = RoundKind.INSPECTION, RoundLevel.PROVINCE
    now = Inspection(county, "省委巡视", kind, level, "省委第三巡视组", "province-6-months", feedback)
    now.stories = _stories(LETTER, county, Span(feedback, today), diary, today, chance)
    diary.plan(moments.moment(now.dates.notice or feedback, chance), now.open)
    diary.plan(moments.moment(feedback + timedelta(days=3), chance), now.receive_letter)
    diary.plan(moments.moment(today - timedelta(days=2), chance), now.receive_supplement)


def _stories(
    names: tuple[str, ...], county: County, span: Span, diary: Diary, today: date, chance: Random
) -> list[Story]:
    """One life for each finding, each with a chance of its own, so that a changed life leaves the others alone."""
    return [
        live(written, county, span, diary, today=today, chance=Random(chance.random()))  # noqa: S311
        for written in findings(names, span.feedback.year)
    ]
