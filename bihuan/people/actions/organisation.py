"""How does an organisation come into being? The system makes it, with the unit at the top of its tree."""

from datetime import datetime

from django.db import transaction

from bihuan.people.models import Organisation, Unit
from bihuan.people.viewer import System
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
