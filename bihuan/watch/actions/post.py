"""What has to go outside? Lines of the outbox, written in one transaction with the notices; the timer sends them."""

from datetime import datetime

from bihuan.people.models import Organisation
from bihuan.watch.models import Hook, MailAddress, Message, Notice

BATCH = 1000


def post_mail(notices: list[Notice], *, at: datetime) -> None:
    """Mail for those of the people who have given an address."""
    given = set(
        MailAddress.objects.filter(account__in=[notice.account_id for notice in notices]).values_list(
            "account_id", flat=True
        )
    )
    rows = [
        Message(organisation_id=notice.organisation_id, notice=notice, key=f"n{notice.pk}", items=notice.count,
                urgent=notice.kind == Notice.Kind.URGENT, next_at=at, made_at=at)
        for notice in notices if notice.account_id in given
    ]  # fmt: skip
    Message.objects.bulk_create(rows, batch_size=BATCH)


def post_calls(organisation: Organisation, notices: list[Notice], word: str, *, at: datetime) -> None:
    """One call of each hook, whatever the number of people."""
    items = sum(notice.count for notice in notices)
    people = len({notice.account_id for notice in notices})
    urgent = notices[0].kind == Notice.Kind.URGENT
    Message.objects.bulk_create(
        Message(organisation=organisation, hook=hook, key=f"h{hook.pk}:{word}", people=people, items=items,
                urgent=urgent, next_at=at, made_at=at)
        for hook in Hook.objects.filter(organisation=organisation, removed_at__isnull=True)
    )  # fmt: skip
