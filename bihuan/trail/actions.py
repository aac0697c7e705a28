"""How does a write get its line? `record` runs inside the transaction of the write, or refuses to run at all."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction

from bihuan.trail.chain import FIELDS, digest
from bihuan.trail.models import Chain, Line, Sent


class Actor(Protocol):
    """Whoever does something: a viewer of `people`, or the system itself."""

    @property
    def username(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def post_words(self) -> str: ...


def record(
    event: str,
    subject: str,
    *,
    organisation: str,
    by: Actor,
    at: datetime,
    unit_path: str = "",
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    note: str = "",
) -> Line:
    """Append one line to the organisation's chain. Holds the chain's row until the transaction ends.

    Raises RuntimeError outside a transaction: a line without its write, or a write without its line, must not exist.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("record() must run in the transaction of the write it tells of")
    Chain.objects.get_or_create(organisation=organisation)
    chain = Chain.objects.select_for_update().get(organisation=organisation)
    line = Line(
        organisation=organisation,
        number=chain.length + 1,
        at=at,
        actor=by.username,
        actor_name=by.name,
        post=by.post_words[:160],
        event=event,
        subject=subject,
        unit_path=unit_path,
        before=_plain(before or {}),
        after=_plain(after or {}),
        note=note,
        algorithm=settings.TRAIL_HASH,
        previous=chain.head,
    )
    line.hash = digest({name: getattr(line, name) for name in FIELDS})
    line.save(force_insert=True)
    chain.length, chain.head = line.number, line.hash
    chain.save(update_fields=["length", "head"])
    return line


def forget_sent(before: datetime) -> int:
    """Forget the tokens of forms sent before that moment; nobody retries them any more. Returns how many."""
    return Sent.objects.filter(at__lt=before).delete()[0]


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values as JSON gives them back, so that what is hashed is what will be read."""
    return dict(json.loads(json.dumps(values, cls=DjangoJSONEncoder)))
