"""What does a live desk look like? A third inspection, on site now, with everything that its group asks for.

It is a round of its own because the province's is at its rectification: a group that has left asks for nothing. The
newest open round is the current one, so that the desk opens on this one.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random

from bihuan.desk.actions.brief import send_brief
from bihuan.desk.queries.selfchecks import found_of
from bihuan.overview.actions.findings import raise_from_request, raise_from_selfcheck
from bihuan.rounds.actions import open_round
from bihuan.rounds.models import Round, RoundKind, RoundLevel
from bihuan.rounds.queries import calendar_of
from bihuan.rules.request import Kind
from bihuan.rules.rounds import Dates
from bihuan.site.demo.county import County, done
from bihuan.site.demo.desk_clock import ON_SITE, Clock
from bihuan.site.demo.desk_courier import Courier
from bihuan.site.demo.desk_known import Known
from bihuan.site.demo.desk_plans import Plans
from bihuan.site.demo.desk_requests import Requests
from bihuan.site.demo.desk_story import DeskStory
from bihuan.site.demo.diary import Diary
from bihuan.site.demo.texts import data

NOTICE, LEAVING = 8, 24
"""The notice came so many working days before the entry; the group leaves so many after today."""
RAISED = 2
"""How many of the on-the-spot fixes, and of what the units found themselves, became findings."""


def plan_on_site(county: County, diary: Diary, *, now: datetime, chance: Random) -> None:
    clock, courier = Clock(now, calendar_of(county.organisation)), Courier(county)
    plans = Plans(county, clock, diary, Random(chance.random()))  # noqa: S311
    known = Known(county, clock, diary, Random(chance.random()))  # noqa: S311
    stories: list[DeskStory] = []

    def begin(at: datetime) -> None:
        round = _open(county, clock, at)
        for each in (courier, plans, known, *stories):
            each.round = round

    diary.plan(clock.at(-ON_SITE - NOTICE, 9), begin)
    known.write()
    plans.write()
    stories += Requests(county, courier, clock, diary, chance).plan()
    for number, note in enumerate(data("desk_plans")["briefs"]["notes"]):
        day = number - len(data("desk_plans")["briefs"]["notes"])
        diary.plan(clock.at(day, 17, 50), _brief(county, courier, note))
    diary.plan(clock.at(-ON_SITE, 10), lambda at: _raise_found(county, known, at))
    _plan_raising(county, diary, clock, stories)


def _open(county: County, clock: Clock, at: datetime) -> Round:
    written = data("desk_plans")["round"]
    dates = Dates(notice=at.date(), entry=clock.entry, leaving=clock.day(LEAVING), feedback=None)
    by = county.by("office")
    kind, level = RoundKind.LOCAL, RoundLevel.CITY
    return done(
        open_round(county.organisation, title=written["title"], kind=kind, level=level, group=written["group"],
                   ruleset="local-3-months", dates=dates, by=by, at=at)
    )  # fmt: skip


def _brief(county: County, courier: Courier, note: str) -> Callable[[datetime], object]:
    def send(at: datetime) -> None:
        if courier.round is not None:
            done(send_brief(courier.round, at.date(), note, by=county.by("office.chu"), at=at))

    return send


def _plan_raising(county: County, diary: Diary, clock: Clock, stories: list[DeskStory]) -> None:
    """The newest on-the-spot fixes have just been put into the ledger."""
    fixes = [story for story in stories if story.kind is Kind.FIX][-RAISED:]
    at = clock(clock.now) - timedelta(minutes=1)
    for story in fixes:
        diary.plan(at, lambda at, story=story: _raise_fix(county, story, at))


def _raise_fix(county: County, story: DeskStory, at: datetime) -> None:
    done(raise_from_request(story.read_again(), by=county.by("office.jin"), at=at))


def _raise_found(county: County, known: Known, at: datetime) -> None:
    by = county.by("office.jin")
    for answer in found_of(by, known.check)[:RAISED]:
        done(raise_from_selfcheck(answer, by=by, at=at))
