"""In which steps does the county come into being? It is founded, has a round that is over and one that is running."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from django.db import transaction
from django.utils import timezone

from bihuan.people.models import Post
from bihuan.rounds.actions import finish_round, open_round
from bihuan.rounds.models import Round, RoundKind, RoundLevel
from bihuan.rules.people import NAMES, Role
from bihuan.rules.rounds import Dates
from bihuan.say import Say
from bihuan.site.demo import arrival, moments
from bihuan.site.demo.county import CODE, County, done, found
from bihuan.site.demo.diary import Diary
from bihuan.site.demo.lives import Span, live
from bihuan.site.demo.story import Story
from bihuan.site.demo.texts import LEDGER, LETTER, findings

ROLES = ("first", "leader", "office", "head", "handler", "supervisor", "stranger")
"""The accounts that are named after what they may do."""
SEED = 20260302
FINISHED, RUNNING = 700, 106
"""How many days ago the feedback of each round was."""
LIVED = 130
"""So many days after its feedback the finished round had its last close-out."""

Progress = Callable[[int, int, str], object]
"""Told how many acts of how many are done, and in which month the county has arrived."""


@dataclass(frozen=True)
class DemoAccount:
    """An account to sign in with: its role, and its post in words."""

    username: str
    name: str
    role: Say
    post: str


@transaction.atomic
def build(progress: Progress, *, now: datetime) -> list[DemoAccount]:
    """The whole county or nothing of it. Raises IntegrityError where it stands already."""
    today = timezone.localdate(now)
    chance = Random(SEED)  # noqa: S311  (nothing here is secret)
    ended, running = (moments.workday(today - timedelta(days=days)) for days in (FINISHED, RUNNING))
    county = found(moments.moment(ended - timedelta(days=150), chance))
    diary = Diary()
    _finished_round(county, diary, ended, today, chance)
    _running_round(county, diary, running, today, chance)
    for count, at in enumerate(diary.play(), start=1):
        progress(count, len(diary), f"{at:%Y-%m}")
    return accounts()


def accounts() -> list[DemoAccount]:
    """The demonstration's accounts by role, where there is a demonstration."""
    posts = Post.objects.filter(account__organisation__code=CODE, account__organisation__is_demo=True)
    rows = posts.filter(account__username__in=ROLES).select_related("account", "unit")
    by_name = {row.account.username: row for row in rows}
    return [_account(by_name[name]) for name in ROLES if name in by_name]


def _account(post: Post) -> DemoAccount:
    words = f"{post.unit.label} {post.title}".strip()
    return DemoAccount(post.account.username, post.account.name, NAMES[Role(post.role)], words)


def _finished_round(county: County, diary: Diary, feedback: date, today: date, chance: Random) -> None:
    """An inspection by the city, two years ago; its findings came as a workbook."""
    span = Span(feedback, feedback + timedelta(days=LIVED))
    stories = _stories(LEDGER, county, span, diary, today, chance)
    opening = Opening("市委巡察", RoundKind.LOCAL, RoundLevel.CITY, "市委第二巡察组", "local-3-months", feedback)
    round = opening.plan(county, diary, chance)

    def receive(at: datetime) -> None:
        by = county.by("office")
        arrival.confirm(arrival.receive_ledger(round[0], stories, by, at), stories, by, at)

    def finish(at: datetime) -> None:
        done(finish_round(round[0], on=at.date(), by=county.by("office"), at=at, note="市委巡察整改评估合格"))

    diary.plan(moments.moment(feedback + timedelta(days=3), chance), receive)
    diary.plan(moments.moment(span.present + timedelta(days=30), chance), finish)


def _running_round(county: County, diary: Diary, feedback: date, today: date, chance: Random) -> None:
    """An inspection by the province; its six months of 集中整改 are under way."""
    stories = _stories(LETTER, county, Span(feedback, today), diary, today, chance)
    opening = Opening(
        "省委巡视", RoundKind.INSPECTION, RoundLevel.PROVINCE, "省委第三巡视组", "province-6-months", feedback
    )
    round = opening.plan(county, diary, chance)

    def receive(at: datetime) -> None:
        by = county.by("office")
        arrival.confirm(arrival.receive_letter(round[0], by, at), stories, by, at)

    def supplement(at: datetime) -> None:
        arrival.receive_supplement(round[0], county.by("office.chu"), at)

    diary.plan(moments.moment(feedback + timedelta(days=3), chance), receive)
    diary.plan(moments.moment(today - timedelta(days=2), chance), supplement)


def _stories(
    names: Iterable[str], county: County, span: Span, diary: Diary, today: date, chance: Random
) -> list[Story]:
    written = findings(names, span.feedback.year)
    return [
        live(each, county, span, diary, today=today, chance=Random(chance.random()))  # noqa: S311
        for each in written
    ]


@dataclass(frozen=True)
class Opening:
    """A round as the office opens it, on the day of its notice."""

    title: str
    kind: RoundKind
    level: RoundLevel
    group: str
    ruleset: str
    feedback: date

    def plan(self, county: County, diary: Diary, chance: Random) -> list[Round]:
        """The list holds the round once the diary has come to it."""
        back = {name: self.feedback - timedelta(days=days) for name, days in BEFORE_FEEDBACK.items()}
        dates = Dates(**back, feedback=self.feedback)
        opened: list[Round] = []

        def act(at: datetime) -> None:
            made = open_round(county.organisation, title=self.title, kind=self.kind, level=self.level, group=self.group,
                              dates=dates, ruleset=self.ruleset, by=county.by("office"), at=at)  # fmt: skip
            opened.append(done(made))

        diary.plan(moments.moment(back["notice"], chance), act)
        return opened


BEFORE_FEEDBACK = {"notice": 118, "entry": 108, "leaving": 47}
"""How many days before the feedback the other dates of a round are."""
