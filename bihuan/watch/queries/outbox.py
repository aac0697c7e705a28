"""What has gone outside, what waits, and where to? For the office, and for the person whose address it is."""

from django.conf import settings
from django.db.models import Count, Max, Q, QuerySet
from django.http import Http404

from bihuan.people.models import Account
from bihuan.people.viewer import Viewer
from bihuan.watch.models import Hook, MailAddress, Message


def language_of(account: Account | None) -> str:
    """In which language somebody is written to: their own choice, else the installation's."""
    return (account.language if account else "") or settings.DEFAULT_LANGUAGE


def address_of(account: Account) -> str:
    """Where a person wants mail; empty where there is none."""
    return MailAddress.objects.filter(account=account).values_list("address", flat=True).first() or ""


def hooks_for(viewer: Viewer) -> QuerySet[Hook]:
    """The hooks in use, each with how many messages were sent, wait and failed, and when the last one was sent."""
    sent, failed = Q(messages__status=Message.Status.SENT), Q(messages__status=Message.Status.FAILED)
    waiting = Q(messages__status__in=(Message.Status.WAITING, Message.Status.SENDING))
    return Hook.objects.filter(organisation=viewer.organisation, removed_at__isnull=True).annotate(
        sent=Count("messages", filter=sent),
        failed=Count("messages", filter=failed),
        waiting=Count("messages", filter=waiting),
        last_sent=Max("messages__sent_at"),
    )


def hook_for(viewer: Viewer, ref: str) -> Hook:
    """`H-01`, or 404."""
    head, _, number = ref.partition("-")
    if head != "H" or not number.isdecimal() or len(number) > 9:
        raise Http404(ref)
    row = Hook.objects.filter(organisation=viewer.organisation, number=int(number), removed_at__isnull=True).first()
    if row is None:
        raise Http404(ref)
    return row


def messages_for(viewer: Viewer) -> QuerySet[Message]:
    """Everything that was to go outside, newest first."""
    rows = Message.objects.filter(organisation=viewer.organisation)
    return rows.select_related("notice__account", "hook")
