"""By which colours does an organisation warn?"""

from bihuan.people.models import Organisation
from bihuan.rules.people import Role
from bihuan.rules.warnings import BadScheme, Key, Own, Scheme, Shape, change
from bihuan.watch.models import OwnScheme
from bihuan.watch.shipped import DEFAULT, shipped


def scheme_of(organisation: Organisation) -> Scheme:
    """One query."""
    return scheme_by(OwnScheme.objects.filter(organisation=organisation).first())


def scheme_by(own: OwnScheme | None) -> Scheme:
    """What cannot be read any more, such as a colour a release left out, gives way to what is shipped."""
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
