"""How does an office change the aspects by which its documents are read? It writes the file, or goes back to ours."""

from datetime import datetime
from typing import Any

from django.db import transaction

from bihuan.ledger.models import OwnTaxonomy
from bihuan.ledger.queries.taxonomy import Held, held_taxonomy
from bihuan.people.models import Organisation
from bihuan.people.viewer import Viewer
from bihuan.reading.taxonomy import ONE_NAME, Taxonomy, parse
from bihuan.rules.life import Refusal
from bihuan.rules.people import Role
from bihuan.say import Say, say
from bihuan.trail.actions import record

SAME = Refusal("what", say("方面分类没有改动。"))


@transaction.atomic
def change_taxonomy(organisation: Organisation, text: str, *, by: Viewer, at: datetime) -> Held | Refusal:
    """What is read from now on is read by this text. One that cannot be used is refused, with the line of its fault."""
    if refusal := _barred(organisation, by):
        return refusal
    found = parse(text)
    if isinstance(found, Say):
        return Refusal("what", found)
    before, text = _locked(organisation), _tidy(text)
    if text == before.text:
        return SAME
    OwnTaxonomy.objects.update_or_create(organisation=organisation, defaults={"text": text, "in_force": True})
    return _told("taxonomy.changed", organisation, before, by, at)


def restore_taxonomy(organisation: Organisation, *, by: Viewer, at: datetime) -> Held | Refusal:
    """The shipped file holds again; the organisation's own is put aside."""
    return _put(organisation, False, "taxonomy.restored", by=by, at=at)


def resume_taxonomy(organisation: Organisation, *, by: Viewer, at: datetime) -> Held | Refusal:
    """The organisation's own file, which was put aside, holds again."""
    return _put(organisation, True, "taxonomy.resumed", by=by, at=at)


@transaction.atomic
def _put(organisation: Organisation, in_force: bool, event: str, *, by: Viewer, at: datetime) -> Held | Refusal:
    if refusal := _barred(organisation, by):
        return refusal
    before = _locked(organisation)
    if not OwnTaxonomy.objects.filter(organisation=organisation, in_force=not in_force).update(in_force=in_force):
        return SAME
    return _told(event, organisation, before, by, at)


def _barred(organisation: Organisation, by: Viewer) -> Refusal | None:
    if Role.OFFICE in by.roles and organisation.pk == by.organisation.pk:
        return None
    return Refusal("who", say("只有整改办可以修改方面分类。"))


def _locked(organisation: Organisation) -> Held:
    """What holds now, and nobody else changes until the transaction ends."""
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
    return held_taxonomy(organisation)


def _tidy(text: str) -> str:
    """As it is kept: no byte-order mark, the line ends of the shipped file."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").rstrip() + "\n"


def _told(event: str, organisation: Organisation, before: Held, by: Viewer, at: datetime) -> Held:
    after = held_taxonomy(organisation)
    old, new = _entries(before.taxonomy), _entries(after.taxonomy)
    record(
        event,
        organisation.code,
        organisation=organisation.code,
        by=by,
        at=at,
        before={name: value for name, value in old.items() if new.get(name) != value},
        after={name: value for name, value in new.items() if old.get(name) != value},
    )
    return after


def _entries(taxonomy: Taxonomy) -> dict[str, Any]:
    """What a line of the trail can compare: each aspect's wordings, the sets with one name, the order."""
    entries: dict[str, Any] = {f"{each.set} · {each.name}": "/".join(each.wordings) for each in taxonomy.aspects}
    return {**entries, ONE_NAME: sorted(taxonomy.one_name), "order": [each.name for each in taxonomy.aspects]}
