"""Which findings may this viewer see? One filter, used by every page, count, choice, search and export."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from bihuan.ledger.models import Finding, Support
from bihuan.people.models import Unit
from bihuan.people.viewer import Viewer
from bihuan.rules.finding import Status
from bihuan.rules.people import Role
from bihuan.say import Say, say


def findings_for(viewer: Viewer) -> QuerySet[Finding]:
    """The findings of the viewer's organisation that he or she may see.

    Office, first responsible and supervisors see all; everybody else what lies in own units or units in charge,
    what a unit of theirs supports, and what they lead personally.
    """
    findings = Finding.objects.filter(organisation=viewer.organisation)
    if viewer.sees_all:
        return findings
    supported = Support.objects.filter(viewer.within("unit__path"), finding=OuterRef("pk"))
    mine = viewer.within("lead_unit__path") | Q(leader=viewer.account) | Q(Exists(supported))
    return findings.filter(mine)


def number_of(ref: str) -> int:
    """`F-012` → 12. Raises Http404 for anything else."""
    head, _, number = ref.partition("-")
    if head != "F" or not number.isdecimal() or len(number) > 9:
        raise Http404
    return int(number)


def finding_for(viewer: Viewer, ref: str) -> Finding:
    """One finding by its reference, or Http404."""
    related = ("round", "lead_unit", "leader", "handler", "source", "organisation")
    row = findings_for(viewer).filter(number=number_of(ref)).select_related(*related).first()
    if row is None:
        raise Http404
    return row


def waiting_for(viewer: Viewer) -> QuerySet[Finding]:
    """The findings whose next step is this viewer's, most urgent first."""
    turn = Q(pk__in=[])
    for post in viewer.posts:
        if post.role in (Role.OFFICE, Role.FIRST, Role.SUPERVISOR):
            turn |= Q(holder=post.role.value)
        if post.role is Role.HEAD:
            turn |= Q(holder=Role.HEAD.value, lead_unit__path__startswith=post.path)
        if post.role is Role.HANDLER:
            turn |= Q(holder=Role.HEAD.value, lead_unit__path__startswith=post.path, handler=viewer.account)
        if post.role is Role.FIRST:
            turn |= Q(holder=Role.LEADER.value, leader__isnull=True)
        for path in post.charge:
            turn |= Q(holder=Role.LEADER.value, leader__isnull=True, lead_unit__path__startswith=path)
    turn |= Q(holder=Role.LEADER.value, leader=viewer.account)
    return findings_for(viewer).filter(turn).order_by("due", "number")


def open_findings_of(unit: Unit) -> Say | None:
    """What a unit still leads, for whoever wants to close the unit."""
    count = Finding.objects.filter(lead_unit=unit).exclude(status=Status.CLOSED.value).count()
    return say("还有 {count} 个由它牵头的问题没有销号，请先改派或销号。", count=count) if count else None
