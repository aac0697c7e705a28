"""Whose is it to make? A claim is one conditional update, so that two processes never make the same thing.

Versions of papers and archives wait alike: status, claim, claimed_at, tries.
"""

import secrets
from datetime import datetime, timedelta
from typing import TypeVar

from django.db.models import F, Model, Q, QuerySet

LEASE = timedelta(minutes=10)
"""Longer than any making takes without a sign of life."""
Made = TypeVar("Made", bound=Model)


def claimed(rows: QuerySet[Made], *, at: datetime) -> Made | None:
    """The oldest that is free, now this maker's alone."""
    free = Q(status="waiting") | Q(status="making", claimed_at__lt=at - LEASE)
    plain = rows.model._default_manager
    for pk in plain.filter(free).order_by("pk").values_list("pk", flat=True)[:10]:
        held = {"status": "making", "claim": secrets.token_urlsafe(16), "claimed_at": at, "tries": F("tries") + 1}
        if plain.filter(free, pk=pk).update(**held):
            return rows.get(pk=pk)
    return None


def put_back(rows: QuerySet[Made]) -> int:
    """What a maker that has ended was making waits again. Returns how many."""
    return rows.filter(status="making").update(status="waiting", claim="")
