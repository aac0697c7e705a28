"""Whose calendar does an address open, and what is in it? Decided anew every time it is fetched."""

from datetime import date, timedelta
from hashlib import sha256

from django.http import Http404

from bihuan.desk.models import Subscription
from bihuan.desk.queries.calendar import KINDS, Entry, Kind, entries
from bihuan.people.viewer import Viewer, viewer_of
from bihuan.say import Say
from bihuan.trail.answers import words
from bihuan.writing.feed import Event

BACK, AHEAD = timedelta(days=31), timedelta(days=366)
"""How far a subscribed calendar reaches."""


def subscription_of(viewer: Viewer) -> Subscription | None:
    return Subscription.objects.filter(account=viewer.account).first()


def subscriber(token: str) -> Viewer:
    """The person as he or she is now, with today's posts; 404 for an unknown secret and for a closed account."""
    digest = sha256(token.encode()).hexdigest()
    row = Subscription.objects.filter(digest=digest).select_related("account__organisation").first()
    if row is None or not row.account.is_active:
        raise Http404
    return viewer_of(row.account)


def events(viewer: Viewer, today: date) -> list[Event]:
    """What the viewer's own calendar shows, in the language of this request."""
    return [_event(each, viewer) for each in entries(viewer, today - BACK, today + AHEAD)]


def _event(entry: Entry, viewer: Viewer) -> Event:
    start, end = (entry.start.date(), entry.end.date()) if entry.all_day and entry.end else (entry.start, entry.end)
    return Event(_uid(entry, viewer), _summary(entry), start, end, entry.place, words(KINDS[entry.kind]))


def _summary(entry: Entry) -> str:
    title = words(entry.title) if isinstance(entry.title, Say) else entry.title
    kind = words(KINDS[entry.kind])
    ref = "" if entry.kind is Kind.DUTY else entry.ref
    return " ".join(part for part in (kind, ref, title) if part)


def _uid(entry: Entry, viewer: Viewer) -> str:
    """Stays the same while a thing moves; what has no reference is told by its time."""
    when = f"{entry.start:%Y%m%dT%H%M}"
    known = entry.ref if entry.kind is not Kind.DUTY else f"{when}-{entry.ref}"
    return f"{entry.kind}-{known or f'{when}-{entry.end:%H%M}'}@{viewer.organisation.code}.bihuan"
