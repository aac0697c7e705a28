"""Who has looked at the names? Every page, print and slip that shows one leaves a line: who, when, which page."""

from datetime import datetime
from enum import StrEnum

from django.db import transaction

from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.trail.actions import record


class Page(StrEnum):
    DAY = "looked_at_day"
    ONE = "looked_at_one"
    LIST = "looked_at_list"
    GUIDE = "looked_at_guide"
    SLIPS = "looked_at_slips"


@transaction.atomic
def look(round: Round, page: Page, *, by: Viewer, at: datetime) -> None:
    """Neither whose name it was nor how many."""
    organisation = round.organisation.code
    record("interviews.looked", round.ref, organisation=organisation, by=by, at=at, after={"page": page.value})
