"""For which units does a viewer act? The office for every one, heads and handlers for their own and what lies below."""

from collections.abc import Iterable

from bihuan.people.models import Unit
from bihuan.people.queries import in_order
from bihuan.people.viewer import Viewer
from bihuan.rules.people import Role, lies_in

OF_A_UNIT = (Role.HEAD, Role.HANDLER)


def own_paths(viewer: Viewer) -> tuple[str, ...]:
    """The paths of the units in which the viewer is head or handler."""
    return tuple(post.path for post in viewer.posts if post.role in OF_A_UNIT)


def acts_for(viewer: Viewer, path: str) -> bool:
    return viewer.is_office or any(lies_in(path, own) for own in own_paths(viewer))


def places(units: Iterable[Unit]) -> dict[int, int]:
    """Primary key → the unit's place in the tree from the top down: the order in which units are listed."""
    return {unit.pk: place for place, (_depth, unit) in enumerate(in_order(units))}
