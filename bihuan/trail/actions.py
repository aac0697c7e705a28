"""How does a write get its line? `record` runs inside the transaction of the write, or refuses to run at all."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
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


@dataclass(frozen=True)
class Told:
    """One write to be told: what happened to which thing, and what of it changed."""

    event: str
    subject: str
    unit_path: str = ""
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""


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
    """Append one line to the organisation's chain. Holds the chain's row until the transaction ends."""
    told = Told(event, subject, unit_path, before or {}, after or {}, note)
    return record_all([told], organisation=organisation, by=by, at=at)[0]


def record_all(told: Iterable[Told], *, organisation: str, by: Actor, at: datetime) -> list[Line]:
    """Append a line for each write, in order; four statements however many there are.

    Raises RuntimeError outside a transaction: a line without its write, or a write without its line, must not exist.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("record() must run in the transaction of the write it tells of")
    chain = _held(organisation)
    lines = []
    for each in told:
        line = _line(each, chain, by, at)
        chain.length, chain.head = line.number, line.hash
        lines.append(line)
    Line.objects.bulk_create(lines, batch_size=500)
    chain.save(update_fields=["length", "head"])
    return lines


def _held(organisation: str) -> Chain:
    """The organisation's chain, locked; begun with its first line."""
    chains = Chain.objects.select_for_update()
    if chain := chains.filter(organisation=organisation).first():
        return chain
    Chain.objects.get_or_create(organisation=organisation)
    return chains.get(organisation=organisation)


def _line(told: Told, chain: Chain, by: Actor, at: datetime) -> Line:
    line = Line(
        organisation=chain.organisation,
        number=chain.length + 1,
        at=at,
        actor=by.username,
        actor_name=by.name,
        post=by.post_words[:160],
        event=told.event,
        subject=told.subject,
        unit_path=told.unit_path,
        before=_plain(told.before),
        after=_plain(told.after),
        note=told.note,
        algorithm=settings.TRAIL_HASH,
        previous=chain.head,
    )
    line.hash = digest({name: getattr(line, name) for name in FIELDS})
    return line


def forget_sent(before: datetime) -> int:
    """Forget the tokens of forms sent before that moment; nobody retries them any more. Returns how many."""
    return Sent.objects.filter(at__lt=before).delete()[0]


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values as JSON gives them back, so that what is hashed is what will be read."""
    return dict(json.loads(json.dumps(values, cls=DjangoJSONEncoder)))
