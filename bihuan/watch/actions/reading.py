"""What does a person do with what he or she was told? Reads it, and says where mail should go.

That a reminder was read is the reader's own bookmark and no fact of the record, so it leaves no line.
"""

from datetime import datetime

from django.db import transaction

from bihuan.people.viewer import Viewer
from bihuan.trail.actions import record
from bihuan.watch.models import MailAddress, Notice


def read(notice: Notice, *, by: Viewer, at: datetime) -> None:
    """The first reading counts."""
    Notice.objects.filter(pk=notice.pk, account=by.account, read_at__isnull=True).update(read_at=at)


def read_all(*, by: Viewer, at: datetime) -> int:
    """Everything told until now; what comes in at the same moment stays unread. Returns how many."""
    return Notice.objects.filter(account=by.account, read_at__isnull=True, at__lte=at).update(read_at=at)


@transaction.atomic
def change_mail(address: str, *, by: Viewer, at: datetime) -> None:
    """Where this person wants mail; nowhere where it is empty."""
    rows = MailAddress.objects.select_for_update().filter(account=by.account)
    before = rows.values_list("address", flat=True).first() or ""
    if address == before:
        return
    if address:
        MailAddress.objects.update_or_create(account=by.account, defaults={"address": address})
    else:
        rows.delete()
    record("mail.changed", by.username, organisation=by.organisation.code, by=by, at=at,
           before={"address": before}, after={"address": address})  # fmt: skip
