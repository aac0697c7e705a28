"""How does what waits in the outbox get outside? Claimed by one sender, sent outside any transaction, tried again.

A sender that died with a message in hand has perhaps sent it; after a while it is sent again with the same id, for a
reminder seen twice does less harm than one that was lost.
"""

import secrets
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db.models import F, Q
from django.utils import timezone, translation

from bihuan.watch.channels import hook, mail, words
from bihuan.watch.channels.trouble import Trouble
from bihuan.watch.models import MailAddress, Message
from bihuan.watch.queries.outbox import language_of

WAITS = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=8))
"""After each try that failed; after one more it is given up."""
LEASE = timedelta(minutes=5)
"""Longer than any sending takes."""
AT_ONCE = 200
Status = Message.Status


class Delivered(NamedTuple):
    sent: int
    waiting: int
    failed: int


def deliver_all() -> Delivered:
    """Send what is due now, at most a few hundred at a time."""
    counts = {Status.SENT: 0, Status.WAITING: 0, Status.FAILED: 0, Status.DROPPED: 0}
    for _number in range(AT_ONCE):
        message = claim(at=timezone.now())
        if message is None:
            break
        counts[Status(deliver(message, at=timezone.now()))] += 1
    return Delivered(counts[Status.SENT], counts[Status.WAITING], counts[Status.FAILED])


def claim(*, at: datetime) -> Message | None:
    """The one that has waited longest, now this sender's alone."""
    free = Q(status=Status.WAITING, next_at__lte=at) | Q(status=Status.SENDING, claimed_at__lt=at - LEASE)
    for pk in Message.objects.filter(free).order_by("next_at", "pk").values_list("pk", flat=True)[:10]:
        word = secrets.token_hex(16)
        held = {"status": Status.SENDING, "claim": word, "claimed_at": at, "tries": F("tries") + 1}
        if Message.objects.filter(free, pk=pk).update(**held):
            return Message.objects.select_related("notice__account", "hook", "organisation").get(pk=pk)
    return None


def deliver(message: Message, *, at: datetime) -> str:
    """Send it and write down how it went; the status that it has now."""
    try:
        gone = _send(message, at)
    except Trouble as trouble:
        return _put_off(message, trouble, at)
    status = Status.SENT if gone else Status.DROPPED
    return _write(message, status, sent_at=at if gone else None, fault=None)


def _send(message: Message, at: datetime) -> bool:
    """Whether there was still somebody to send it to."""
    if message.hook:
        return _call(message, at)
    notice = message.notice
    given = MailAddress.objects.filter(account=notice.account_id, account__is_active=True).first() if notice else None
    if notice is None or given is None or notice.read_at:
        return False
    with translation.override(language_of(notice.account)):
        mail.send(
            given.address, words.subject(), words.for_person(message.items, urgent=message.urgent), key=message.key
        )
    return True


def _call(message: Message, at: datetime) -> bool:
    target = message.hook
    if target.removed_at:
        return False
    figures = {"people": message.people, "items": message.items}
    with translation.override(language_of(None)):
        text = words.for_group(message.organisation.name, **figures, urgent=message.urgent)
    told = {"organisation": message.organisation.code, "urgent": message.urgent, **figures}
    hook.call(target.url, target.format, target.secret, text, at=at, key=message.key, figures=told)
    return True


def _put_off(message: Message, trouble: Trouble, at: datetime) -> str:
    said = {"text": trouble.reason.text, "values": dict(trouble.reason.values)}
    if trouble.is_final or message.tries > len(WAITS):
        return _write(message, Status.FAILED, fault=said)
    return _write(message, Status.WAITING, fault=said, next_at=at + WAITS[message.tries - 1])


def _write(message: Message, status: str, **values: object) -> str:
    """Only while it is still ours."""
    mine = Message.objects.filter(pk=message.pk, status=Status.SENDING, claim=message.claim)
    mine.update(status=status, claim="", claimed_at=None, **values)
    return status
