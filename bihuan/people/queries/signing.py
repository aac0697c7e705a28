"""Can this account sign in now, and on which accounts may a visitor try out the demonstration?"""

from datetime import datetime

from axes.helpers import get_cool_off
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Max, Sum

from bihuan.people.models import Account
from bihuan.people.queries.account import with_posts
from bihuan.rules.people import HELD

SHOWN = (*(role.value for role in HELD), "stranger")
"""The accounts of the demonstration that are named after their roles."""


def locked_until(username: str, *, at: datetime) -> datetime | None:
    """When a locked account opens again; None where it is not locked. Counts as django-axes does."""
    failures, last = _failures(username, at=at)
    return last + get_cool_off() if last and failures >= settings.AXES_FAILURE_LIMIT else None


def tries_left(username: str, *, at: datetime) -> int:
    return max(settings.AXES_FAILURE_LIMIT - _failures(username, at=at)[0], 0)


def _failures(username: str, *, at: datetime) -> tuple[int, datetime | None]:
    recent = AccessAttempt.objects.filter(username=username, attempt_time__gte=at - get_cool_off())
    found = recent.aggregate(failures=Sum("failures_since_start"), last=Max("attempt_time"))
    return found["failures"] or 0, found["last"]


def demonstration() -> list[Account]:
    """The accounts to show on the sign-in page, the first responsible first; none where this is no demonstration."""
    shown = Account.objects.filter(organisation__is_demo=True, username__in=SHOWN, is_active=True)
    return sorted(with_posts(shown.select_related("organisation")), key=lambda account: SHOWN.index(account.username))
