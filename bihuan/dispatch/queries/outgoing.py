"""Which papers may someone see, in which version, and what may be done with one now?"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet
from django.http import Http404

from bihuan.dispatch.content import text_of
from bihuan.dispatch.kinds import Kind, kinds
from bihuan.dispatch.models import NumberWord, Outgoing, Receiver, Version, VersionFile
from bihuan.people.models import Organisation
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules import dispatch as rules
from bihuan.rules.dispatch import OUT, Facts, Status
from bihuan.rules.figures import Disagreement, disagreements
from bihuan.rules.people import Role
from bihuan.trail.answers import words

OVERSEERS = frozenset({Role.FIRST, Role.LEADER, Role.OFFICE, Role.SUPERVISOR})
"""Who sees every paper, also while it is being drafted; others see what was issued to them."""
AT_WORK = (Version.Status.WAITING.value, Version.Status.MAKING.value)


@dataclass(frozen=True)
class Shelved:
    """One kind on the shelf: what was issued last, and what is being prepared."""

    kind: Kind
    issued: Outgoing | None
    open: tuple[Outgoing, ...]
    count: int


def oversees(viewer: Viewer) -> bool:
    return bool(viewer.roles & OVERSEERS)


def outgoing_for(viewer: Viewer) -> QuerySet[Outgoing]:
    """All for those who oversee; others what was given out to their units or to themselves. Newest first."""
    rows = Outgoing.objects.filter(organisation=viewer.organisation)
    if not oversees(viewer):
        own = Receiver.objects.filter(
            viewer.within("unit__path") | Q(account=viewer.account), outgoing=OuterRef("pk"), sent_at__isnull=False
        )
        rows = rows.filter(Exists(own), status__in=[status.value for status in OUT])
    return rows.select_related("organisation", "round", "opened_by", "approved_by", "issued_by")


def outgoing_of(viewer: Viewer, ref: str) -> Outgoing:
    """`W-003`, or 404."""
    match = re.fullmatch(r"W-([0-9]{1,9})", ref)
    row = outgoing_for(viewer).filter(number=int(match[1])).first() if match else None
    if row is None:
        raise Http404(ref)
    return row


def received_for(viewer: Viewer) -> QuerySet[Receiver]:
    """The copies that came to the viewer's units or to the viewer, newest first."""
    mine = viewer.within("unit__path") | Q(account=viewer.account)
    rows = Receiver.objects.filter(mine, outgoing__organisation=viewer.organisation, sent_at__isnull=False)
    related = ("outgoing__round", "outgoing__organisation", "unit", "account", "signed_by")
    return rows.select_related(*related).order_by("-sent_at", "-pk")


def unsigned_for(viewer: Viewer) -> QuerySet[Receiver]:
    """The copies that nobody has signed for and this viewer may, the oldest first. For Today."""
    mine = Q(account=viewer.account)
    for post in viewer.posts:
        if post.role in rules.SIGNERS:
            mine |= Q(unit__path__startswith=post.path)
    rows = received_for(viewer).filter(mine, signed_at__isnull=True, outgoing__status=Status.ISSUED.value)
    return rows.order_by("sent_at", "pk")


def waiting_for(viewer: Viewer) -> list[Outgoing]:
    """The papers whose approval waits for this viewer, the oldest first. For Today."""
    if not viewer.roles & rules.APPROVERS:
        return []
    rows = outgoing_for(viewer).filter(status=Status.SUBMITTED.value).order_by("number")
    return [row for row in rows if rules.APPROVERS & parts_of(row, viewer)]


def shelf(viewer: Viewer, round: Round) -> list[Shelved]:
    """Every kind with its papers of the round. One query, whatever their number."""
    if not oversees(viewer):
        return []
    rows = list(outgoing_for(viewer).filter(round=round).exclude(status=Status.DROPPED.value))
    by_kind: dict[str, list[Outgoing]] = {}
    for row in rows:
        by_kind.setdefault(row.kind, []).append(row)
    return [_shelved(kind, by_kind.get(kind.name, [])) for kind in kinds().values()]


def _shelved(kind: Kind, rows: list[Outgoing]) -> Shelved:
    issued = max((row for row in rows if row.status == Status.ISSUED), key=lambda row: row.issued_at, default=None)
    still = tuple(row for row in rows if row.status not in OUT)
    return Shelved(kind, issued, still, len(rows))


def parts_of(outgoing: Outgoing, viewer: Viewer) -> frozenset[Role]:
    """The roles of the viewer that count for this paper; a kind that is no more is approved by the first."""
    kind = kinds().get(outgoing.kind)
    return rules.parts(viewer.roles, kind.approver if kind else Role.FIRST)


def facts(outgoing: Outgoing, viewer: Viewer, note: str = "") -> Facts:
    """What the life table asks. Two queries."""
    newest = outgoing.versions.exclude(status=Version.Status.CANCELLED.value).values_list("status", flat=True).first()
    return Facts(
        status=Status(outgoing.status),
        parts=parts_of(outgoing, viewer),
        note=note,
        ready=newest == Version.Status.READY,
        receivers=outgoing.receivers.count(),
    )


def versions_of(viewer: Viewer, outgoing: Outgoing) -> list[Version]:
    """The versions with their files, newest first; who only receives it sees the one that was issued."""
    files = Prefetch("files", VersionFile.objects.select_related("paper"))
    rows = outgoing.versions.defer("content").select_related("by", "template").prefetch_related(files)
    if oversees(viewer):
        return list(rows)
    return list(rows.filter(status=Version.Status.READY.value)[:1])


def version_of(viewer: Viewer, outgoing: Outgoing, number: int) -> Version:
    """One version with what it says, or 404."""
    seen = {version.number for version in versions_of(viewer, outgoing)}
    row = outgoing.versions.select_related("by", "outgoing__round").filter(number=number).first()
    if row is None or number not in seen:
        raise Http404(str(number))
    return row


def file_of(viewer: Viewer, outgoing: Outgoing, number: int, ending: str) -> VersionFile:
    """One file of a version that is whole, or 404."""
    version = version_of(viewer, outgoing, number)
    row = version.files.select_related("paper__organisation").filter(ending=ending).first()
    if row is None:
        raise Http404(ending)
    return row


def figures_of(version: Version) -> list[Disagreement]:
    """What an edited text counts otherwise than the record did when its basis was made. One query."""
    if not version.edited:
        return []
    basis = version.outgoing.versions.filter(edited=False, number__lt=version.number, status=Version.Status.READY.value)
    made = basis.values_list("content", flat=True).first() or []
    return disagreements(map(text_of, version.content), version.counts, made=map(text_of, made))


def is_at_work(version: Version) -> bool:
    """Whether it still waits or is being made, at this moment."""
    return Version.objects.filter(pk=version.pk, status__in=AT_WORK).exists()


def comparable(viewer: Viewer, outgoing: Outgoing) -> list[Version]:
    """Whole versions of papers of the same kind and round: what this one can be held beside. Newest first.

    Who only receives papers sees none: drafts stay inside.
    """
    if not oversees(viewer):
        return []
    rows = Version.objects.filter(
        outgoing__in=outgoing_for(viewer).filter(round=outgoing.round, kind=outgoing.kind),
        status=Version.Status.READY.value,
    )
    return list(rows.select_related("outgoing").defer("content").order_by("-outgoing__number", "-number")[:60])


def copies_of(viewer: Viewer, outgoing: Outgoing) -> list[Receiver]:
    """The distribution list; who only receives it sees the own lines."""
    rows = outgoing.receivers.select_related("unit", "account", "signed_by")
    if not oversees(viewer):
        rows = rows.filter(viewer.within("unit__path") | Q(account=viewer.account))
    return list(rows)


def signed_counts(rows: Iterable[Outgoing]) -> dict[int, tuple[int, int]]:
    """Primary key → (signed, receivers). One query."""
    signed = Count("pk", filter=Q(signed_at__isnull=False))
    told = Receiver.objects.filter(outgoing__in=[row.pk for row in rows]).order_by().values("outgoing")
    return {row["outgoing"]: (row["signed"], row["all"]) for row in told.annotate(signed=signed, all=Count("pk"))}


def number_words(organisation: Organisation) -> dict[str, str]:
    """Kind → the words of its numbers: the organisation's own, else the name of the kind."""
    own = dict(NumberWord.objects.filter(organisation=organisation).values_list("kind", "word"))
    return {name: own.get(name) or words(kind.title) for name, kind in kinds().items()}
