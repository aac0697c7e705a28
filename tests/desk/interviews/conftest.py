"""What do stories of interviews need? Two arrangers beside the cast, two rooms, and a key of their own.

顾宁 is of the office and 白帆 a handler; the cast's office, 陈明, gave them their seats and is no arranger.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from bihuan.desk.actions.arranger import seat
from bihuan.desk.actions.interview import Planned, plan
from bihuan.desk.actions.room import add_room
from bihuan.desk.models import Interview, Room
from bihuan.desk.queries.interviewees import Person
from bihuan.people.actions import add_account, give_post
from bihuan.people.models import Account
from bihuan.people.viewer import System, Viewer, viewer_of
from bihuan.rounds.models import Round
from bihuan.rules.people import Role
from tests.cast import NOW, PASSWORD, Cast, signed_in
from tests.desk.conftest import done

HAN = Person("韩立秋", "松河镇", "镇长", "13900001234")
BAI = Person("白云舟", "县水务局", "局长", "13900005678")


@dataclass(frozen=True)
class Arranging:
    """A round whose interviews are arranged by `viewer` and `clerk`, in two rooms."""

    cast: Cast
    round: Round
    viewer: Viewer
    clerk: Account
    first: Room
    second: Room
    at: datetime

    def tomorrow(self, clock: str = "09:00", *, days: int = 1) -> datetime:
        day = timezone.localdate(self.at) + timedelta(days=days)
        return timezone.make_aware(datetime.combine(day, time.fromisoformat(clock)))

    def want(self, person: Person = HAN, clock: str = "09:00", room: Room | None = None, **more: object) -> Planned:
        return Planned(person, room or self.first, self.tomorrow(clock), **more)

    def planned(self, person: Person = HAN, clock: str = "09:00", room: Room | None = None, **more) -> Interview:
        more = {"notifier": self.clerk, **more}
        return done(plan(self.round, [self.want(person, clock, room, **more)], by=self.viewer, at=self.at))[0]


@pytest.fixture(autouse=True)
def key(settings, tmp_path):
    settings.INTERVIEW_KEY = tmp_path / "interviews.key"
    return settings.INTERVIEW_KEY


@pytest.fixture
def arranging(cast: Cast, round: Round) -> Arranging:
    liaison = _person(cast, "liaison", "顾宁", Role.OFFICE)
    clerk = _person(cast, "clerk", "白帆", Role.HANDLER)
    office = viewer_of(cast.office)
    for account in (liaison, clerk):
        done(seat(round, account, by=office, at=NOW))
    viewer = viewer_of(liaison)
    first, second = (done(add_room(round, name, by=viewer, at=NOW)) for name in ("一号谈话室", "二号谈话室"))
    return Arranging(cast, round, viewer, clerk, first, second, timezone.now())


@pytest.fixture
def as_arranger(arranging: Arranging) -> Client:
    return signed_in(arranging.viewer.account)


def _person(cast: Cast, username: str, name: str, role: Role) -> Account:
    account = add_account(cast.county, username, name, password=PASSWORD, by=System(), at=NOW)
    give_post(account, cast.secretariat, role, title="干部", by=System(), at=NOW)
    return account
