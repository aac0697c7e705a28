"""How does an office change its calendar? It adds days and takes them away, always as it was shown beforehand."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from bihuan.people.models import Organisation
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import DayTable
from bihuan.rounds.queries.shifts import Preview, Shift, preview_adding, preview_removing
from bihuan.rules.days import OwnDay, may_change_days
from bihuan.rules.life import Refusal
from bihuan.say import say
from bihuan.trail.actions import Told, record_all

MOVED_ON = Refusal("when", say("预览之后日历或轮次有了变化，请按新的预览再确认一次。"))


@transaction.atomic
def add_days(
    organisation: Organisation, days: Sequence[OwnDay], *, agreed: str, by: Viewer, at: datetime
) -> Preview | Refusal:
    """Lay days over the calendar. `agreed` is the stamp of the preview that was shown: nothing else may move."""
    if refusal := _barred(organisation, by):
        return refusal
    found = preview_adding(organisation, days)
    if isinstance(found, Refusal):
        return found
    if found.stamp != agreed:
        return MOVED_ON
    DayTable.objects.bulk_create(
        DayTable(organisation=organisation, day=each.day, kind=each.kind, name=each.name, source=each.source)
        for each in found.days
    )
    after = {span.written: str(span.words) for span in found.changed}
    source = "；".join(dict.fromkeys(span.source for span in found.changed))
    told = Told("days.added", organisation.code, after={**after, "source": source})
    return _record(told, found, organisation, by, at)


@transaction.atomic
def remove_days(
    organisation: Organisation, days: Sequence[OwnDay], *, agreed: str, by: Viewer, at: datetime
) -> Preview | Refusal:
    """Take own days away, so that the official calendar holds on them again."""
    if refusal := _barred(organisation, by):
        return refusal
    found = preview_removing(organisation, days)
    if isinstance(found, Refusal):
        return found
    if found.stamp != agreed:
        return MOVED_ON
    DayTable.objects.filter(organisation=organisation, day__in=[each.day for each in found.days]).delete()
    before = {span.written: str(span.words) for span in found.changed}
    return _record(Told("days.removed", organisation.code, before=before), found, organisation, by, at)


def _barred(organisation: Organisation, by: Viewer) -> Refusal | None:
    """The refusal, or None and the organisation is held until the transaction ends."""
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
    return may_change_days(by.roles, own=by.organisation == organisation)


def _record(told: Told, found: Preview, organisation: Organisation, by: Viewer, at: datetime) -> Preview:
    """One line for the calendar, and one for each thing of which dates have moved with it."""
    moved: dict[str, list[Shift]] = {}
    for shift in found.shifts:
        moved.setdefault(shift.dated.ref, []).append(shift)
    lines = [
        Told(
            "date.moved",
            ref,
            shifts[0].dated.unit_path,
            before={each.dated.name: each.dated.on for each in shifts},
            after={each.dated.name: each.to for each in shifts},
        )
        for ref, shifts in moved.items()
    ]
    record_all([told, *lines], organisation=organisation.code, by=by, at=at)
    return found
