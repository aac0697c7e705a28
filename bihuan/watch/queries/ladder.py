"""By which ladder of letters does an organisation go, and what do its numbers begin with?"""

from dataclasses import dataclass

from bihuan.people.models import Organisation
from bihuan.rules.ladder import Ladder, Step
from bihuan.watch.models import Letter, OwnLadder
from bihuan.watch.shipped import DEFAULT_LADDER, ladder_shipped

PREFIX = "改"
"""What numbers begin with until the office has said otherwise."""


@dataclass(frozen=True)
class Held:
    """The ladder that holds, and the prefix of its numbers."""

    ladder: Ladder
    prefix: str


def ladder_of(organisation: Organisation) -> Held:
    """One query. A ladder that a release left out gives way to the default."""
    own = OwnLadder.objects.filter(organisation=organisation).first()
    if own is None:
        return Held(ladder_shipped(DEFAULT_LADDER), PREFIX)
    try:
        return Held(ladder_shipped(own.preset), own.prefix)
    except LookupError:
        return Held(ladder_shipped(DEFAULT_LADDER), own.prefix)


def step_of(letter: Letter) -> Step:
    """The step of the ladder by which it was drafted, whatever holds now."""
    return ladder_shipped(letter.ladder).step(letter.step)
