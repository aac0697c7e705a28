"""What does a unit still have to do? Apps above this one say it here when they start; a unit with duties stays open."""

from collections.abc import Callable

from bihuan.people.models import Unit
from bihuan.rules.life import Refusal
from bihuan.say import Say

Duty = Callable[[Unit], Say | None]
"""What is still open for this unit, in one sentence, or nothing."""

DUTIES: list[Duty] = []


def unfinished(unit: Unit) -> Refusal | None:
    """The first duty that keeps the unit open."""
    found = (duty(unit) for duty in DUTIES)
    return next((Refusal("what", reason) for reason in found if reason), None)
