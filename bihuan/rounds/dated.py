"""Which dates are worked out anew from the calendar each time they are shown, and so move when it changes?

The milestones of the rounds do, and apps above add theirs from their `apps.py`, for a preview has to name every one.
A deadline that was laid down is a fact of its own, is not among them, and stays.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from bihuan.people.models import Organisation
from bihuan.rules.workdays import Calendar
from bihuan.say import Say


@dataclass(frozen=True)
class Dated:
    """One date of one thing. `page` is the name of the thing's address, `unit_path` the unit that sees its line."""

    page: str
    ref: str
    about: str
    name: str
    title: Say
    on: date
    unit_path: str = ""


DATED: list[Callable[[Organisation, Calendar], Iterable[Dated]]] = []
"""Each is asked twice: by the calendar that holds, and by the one that is proposed."""
