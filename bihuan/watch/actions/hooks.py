"""How does an office choose which places outside are told? It adds a hook, tries it, and removes it."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.db.models import Max

from bihuan.people.models import Organisation
from bihuan.people.viewer import Viewer
from bihuan.rules.life import Refusal
from bihuan.say import say
from bihuan.trail.actions import record
from bihuan.watch.channels import outside
from bihuan.watch.channels.trouble import Trouble
from bihuan.watch.models import Hook, Message

NOT_YOURS = Refusal("who", say("只有整改办可以管理发送渠道。"))
MOST = 10


@dataclass(frozen=True)
class HookText:
    """What is typed about a hook."""

    name: str
    url: str
    format: Hook.Format
    secret: str = ""


def add_hook(organisation: Organisation, text: HookText, *, by: Viewer, at: datetime) -> Hook | Refusal:
    """An address of the inner network is refused at once; it is judged again at every sending."""
    if not by.is_office or by.organisation.pk != organisation.pk:
        return NOT_YOURS
    try:
        outside.address_of(outside.split(text.url), settings.HOOK_HOSTS)
    except Trouble as trouble:
        if trouble.is_final:
            return Refusal("what", trouble.reason)
    return _add(organisation, text, by=by, at=at)


@transaction.atomic
def _add(organisation: Organisation, text: HookText, *, by: Viewer, at: datetime) -> Hook | Refusal:
    organisation = Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
    rows = Hook.objects.filter(organisation=organisation)
    if rows.filter(removed_at__isnull=True).count() >= MOST:
        return Refusal("what", say("最多 {most} 个发送渠道，请先删除不用的。", most=MOST))
    number = (rows.aggregate(last=Max("number"))["last"] or 0) + 1
    row = Hook.objects.create(organisation=organisation, number=number, name=text.name.strip(), url=text.url.strip(),
                              format=text.format, secret=text.secret)  # fmt: skip
    _tell("hook.added", row, by, at)
    return row


@transaction.atomic
def remove_hook(hook: Hook, *, by: Viewer, at: datetime) -> Hook | Refusal:
    """What was sent stays in the record; the address and the secret are forgotten."""
    if not by.is_office or by.organisation.pk != hook.organisation_id:
        return NOT_YOURS
    row = Hook.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=hook.pk)
    if row.removed_at:
        return Refusal("when", say("这个发送渠道已经删除。"))
    _tell("hook.removed", row, by, at)
    row.removed_at, row.url, row.secret = at, "", ""
    row.save(update_fields=["removed_at", "url", "secret"])
    return row


def try_hook(hook: Hook, *, by: Viewer, at: datetime) -> Message | Refusal:
    """A message of zero things, sent by the timer like any other."""
    if not by.is_office or by.organisation.pk != hook.organisation_id:
        return NOT_YOURS
    key = f"h{hook.pk}:try-{secrets.token_hex(8)}"
    return Message.objects.create(
        organisation=by.organisation, hook=hook, key=key, people=0, items=0, next_at=at, made_at=at
    )


def _tell(event: str, row: Hook, by: Viewer, at: datetime) -> None:
    """The trail keeps the host alone: the rest of the address may be a key."""
    values = {"name": row.name, "host": urlsplit(row.url).hostname, "format": row.format}
    told = {"after": values} if event == "hook.added" else {"before": values}
    record(event, row.ref, organisation=row.organisation.code, by=by, at=at, **told)
