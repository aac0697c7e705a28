"""Which letters may someone see, how many stand where, and which wait for this person?"""

import re

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from bihuan.people.viewer import Viewer
from bihuan.rules.ladder import Ladder
from bihuan.rules.letter import SENT, Status
from bihuan.rules.people import Role
from bihuan.watch.models import Letter

RELATED = ("unit", "round", "organisation", "drafted_by")
RECEIVED = frozenset({*SENT, Status.RECALLED})
"""What a unit sees: nothing before it was issued."""
SHOWN = RECEIVED | {Status.PENDING, Status.APPROVED}
"""What a leader in charge sees."""


def letters_for(viewer: Viewer) -> QuerySet[Letter]:
    """All for those who see the whole; a leader those of units in charge once submitted; a unit its own once issued."""
    letters = Letter.objects.filter(organisation=viewer.organisation).select_related(*RELATED)
    if viewer.sees_all:
        return letters
    mine = Q(pk__in=[])
    for post in viewer.posts:
        if post.role in (Role.HEAD, Role.HANDLER):
            mine |= Q(unit__path__startswith=post.path, status__in=[each.value for each in RECEIVED])
        for path in post.charge:
            mine |= Q(unit__path__startswith=path, status__in=[each.value for each in SHOWN])
    return letters.filter(mine)


def letter_for(viewer: Viewer, ref: str) -> Letter:
    """One letter by its reference, or 404."""
    match = re.fullmatch(r"L-([0-9]{1,9})", ref)
    row = letters_for(viewer).filter(number=int(match[1])).first() if match else None
    if row is None:
        raise Http404(ref)
    return row


def narrowed(letters: QuerySet[Letter], *, step: str = "", status: str = "", unit: str = "") -> QuerySet[Letter]:
    """The letters of one step, one status, one unit; what is empty or unknown narrows nothing."""
    if step:
        letters = letters.filter(step=step)
    if status in set(Status):
        letters = letters.filter(status=status)
    if match := re.fullmatch(r"U-([0-9]{1,9})", unit):
        letters = letters.filter(unit__number=int(match[1]))
    return letters


def counts(letters: QuerySet[Letter], ladder: Ladder) -> tuple[dict[str, int], dict[str, int]]:
    """(step → letters that were sent, status → letters), of those that may be seen. One query."""
    steps, statuses = dict.fromkeys((each.name for each in ladder.steps), 0), dict.fromkeys(map(str, Status), 0)
    rows = letters.order_by().values_list("ladder", "step", "status").annotate(count=Count("pk"))
    for name, step, status, count in rows:
        statuses[status] += count
        if name == ladder.name and step in steps and status in SENT:
            steps[step] += count
    return steps, statuses


def letters_waiting(viewer: Viewer) -> QuerySet[Letter]:
    """The letters whose next step is this viewer's, the one to be answered first in front."""
    turn = Q(pk__in=[])
    for post in viewer.posts:
        if post.role is Role.OFFICE:
            turn |= Q(holder=Role.OFFICE.value)
        if post.role is Role.FIRST:
            turn |= Q(holder=Role.FIRST.value)
        if post.role in (Role.HEAD, Role.HANDLER):
            turn |= Q(holder=Role.HEAD.value, unit__path__startswith=post.path)
        for path in post.charge:
            turn |= Q(holder=Role.LEADER.value, unit__path__startswith=path)
    waiting = letters_for(viewer).filter(turn).exclude(status=Status.PENDING.value, drafted_by=viewer.account)
    return waiting.order_by("answer_due", "number")
