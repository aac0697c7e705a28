"""In which steps does the county come into being? It is founded; then what happened is planned, and played."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from django.db import transaction
from django.utils import timezone

from bihuan.people.models import Post
from bihuan.rules.people import NAMES, Role
from bihuan.say import Say
from bihuan.site.demo import desk, dispatching, inspections, letters, meetings, moments, standing, times
from bihuan.site.demo.county import CODE, found
from bihuan.site.demo.diary import Diary

ROLES = ("first", "leader", "office", "head", "handler", "supervisor", "stranger")
"""The accounts that are named after what they may do."""
SEED = 20260302
FOUNDED = 850
"""How many days ago the county began to use the product."""

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
    county = found(moments.moment(today - timedelta(days=FOUNDED), chance))
    diary = Diary()
    inspections.plan_finished(county, diary, today=today, chance=chance)
    inspections.plan_running(county, diary, today=today, chance=chance)
    desk.plan_on_site(county, diary, now=now, chance=Random(SEED))  # noqa: S311
    standing.plan_standing(county, diary, today=today, chance=Random(SEED))  # noqa: S311
    meetings.plan_meetings(county, diary, today=today, chance=Random(SEED))  # noqa: S311
    times.plan_times(county, diary, today=today, chance=Random(SEED))  # noqa: S311
    letters.plan_letters(county, diary, today=today, chance=Random(SEED))  # noqa: S311
    for count, at in enumerate(diary.play(), start=1):
        progress(count, len(diary), f"{at:%Y-%m}")
    dispatching.give_out(county, at=now - timedelta(minutes=1))
    return accounts()


def accounts() -> list[DemoAccount]:
    """The demonstration's accounts by role; none where there is no demonstration."""
    posts = Post.objects.filter(account__organisation__code=CODE, account__organisation__is_demo=True)
    rows = posts.filter(account__username__in=ROLES).select_related("account", "unit")
    by_name = {row.account.username: row for row in rows}
    return [_account(by_name[name]) for name in ROLES if name in by_name]


def _account(post: Post) -> DemoAccount:
    words = f"{post.unit.label} {post.title}".strip()
    return DemoAccount(post.account.username, post.account.name, NAMES[Role(post.role)], words)
