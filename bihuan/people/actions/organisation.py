"""How does an organisation come into being? The system makes it, with the unit at the top of its tree and an office."""

from datetime import datetime

from django.db import transaction

from bihuan.people.actions.slip import Slip, add_person
from bihuan.people.actions.unit import add_unit
from bihuan.people.models import Organisation, Unit
from bihuan.people.viewer import System
from bihuan.rules.life import Refusal
from bihuan.rules.people import Role
from bihuan.say import say
from bihuan.trail.actions import record


@transaction.atomic
def create_organisation(code: str, name: str, *, at: datetime, is_demo: bool = False) -> Organisation:
    """A new organisation and its root unit of the same name. Raises IntegrityError where the code is in use."""
    organisation = Organisation.objects.create(code=code, name=name, is_demo=is_demo)
    root = Unit.objects.create(organisation=organisation, number=1, path="1/", name=name)
    record(
        "organisation.created",
        code,
        organisation=code,
        by=System(),
        at=at,
        unit_path=root.path,
        after={"name": name, "is_demo": is_demo},
    )
    return organisation


@transaction.atomic
def open_organisation(code: str, name: str, *, office: str, username: str, person: str, at: datetime) -> Slip | Refusal:
    """An organisation with one unit that keeps the office, and the office's first account; all of it or nothing."""
    if Organisation.objects.filter(code=code).exists():
        return Refusal("what", say("代号“{code}”已经用过，请换一个。", code=code))
    organisation = create_organisation(code, name.strip(), at=at)
    by = System()
    unit = add_unit(organisation, office, parent=organisation.units.get(), by=by, at=at)
    slip = unit if isinstance(unit, Refusal) else add_person(
        organisation, name=person, username=username, phone="", unit=unit, role=Role.OFFICE, title="", charge=(),
        by=by, at=at,
    )  # fmt: skip
    if isinstance(slip, Refusal):
        transaction.set_rollback(True)
    return slip
