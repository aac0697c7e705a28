"""By which colours does an organisation warn, and which has each row of a page?"""

from collections.abc import Hashable, Iterable
from datetime import date
from typing import TypeVar

from bihuan.people.models import Organisation
from bihuan.rules.people import Role
from bihuan.rules.warnings import BadScheme, Colour, Key, Own, Scheme, Shape, change, colour_of
from bihuan.watch.models import OwnScheme
from bihuan.watch.shipped import DEFAULT, shipped

K = TypeVar("K", bound=Hashable)


def scheme_of(organisation: Organisation) -> Scheme:
    """One query. What cannot be read any more, such as a colour a release left out, gives way to what is shipped."""
    own = OwnScheme.objects.filter(organisation=organisation).first()
    if own is None:
        return shipped(DEFAULT)
    try:
        return changed(own)
    except LookupError:
        return shipped(DEFAULT)
    except (BadScheme, ValueError):
        return shipped(own.preset)


def changed(own: OwnScheme) -> Scheme:
    """The shipped scheme with what is said otherwise. Raises BadScheme, LookupError or ValueError."""
    levels = None if own.levels is None else {Role(role): after for role, after in own.levels.items()}
    return change(shipped(own.preset), own_of(own), levels)


def own_of(row: OwnScheme) -> dict[Key, Own]:
    return {
        Key(key): Own(
            said["word"], Shape(said["shape"]), said["left"], frozenset(Role(role) for role in said["receivers"])
        )
        for key, said in row.colours.items()
    }


def marks(scheme: Scheme, rows: Iterable[tuple[K, date | None, bool]], *, today: date) -> dict[K, Colour]:
    """For the rows of a page as (key, due, done): the colour of each that has one. Asks the database nothing."""
    found = ((key, colour_of(scheme, due, today=today, done=done)) for key, due, done in rows)
    return {key: colour for key, colour in found if colour}
