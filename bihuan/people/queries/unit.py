"""Which units may a viewer look into, and how do they hang together?

The names of all open units are no secret inside an organisation: a finding can be handed to any of them
(`units_of`). Who works in them is.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.db.models import Q, QuerySet
from django.http import Http404

from bihuan.people.models import Organisation, Post, Unit
from bihuan.people.viewer import Viewer


@dataclass
class Branch:
    """A unit in the tree: who holds a post in it, and its own branches."""

    unit: Unit
    holders: set[int]
    below: list["Branch"]

    @property
    def people(self) -> int:
        return len(self.holders)

    @property
    def holders_within(self) -> set[int]:
        return self.holders.union(*(branch.holders_within for branch in self.below))

    @property
    def people_within(self) -> int:
        """Somebody with two posts counts once."""
        return len(self.holders_within)

    @property
    def units_within(self) -> int:
        return len(self.below) + sum(branch.units_within for branch in self.below)


def units_of(organisation: Organisation) -> QuerySet[Unit]:
    """Every open unit, from the top down: the choices wherever a unit is to be named."""
    return Unit.objects.filter(organisation=organisation, closed_on__isnull=True)


def units_for(viewer: Viewer) -> QuerySet[Unit]:
    """The units this viewer may look into, closed ones included."""
    units = Unit.objects.filter(organisation=viewer.organisation)
    return units if viewer.sees_all else units.filter(viewer.within("path"))


def unit_for(viewer: Viewer, ref: str) -> Unit:
    """`U-007`, or 404."""
    unit = units_for(viewer).select_related("organisation", "parent").filter(number=number_of(ref)).first()
    if unit is None:
        raise Http404
    return unit


def number_of(ref: str) -> int:
    """`U-007` → 7; 0, the number of no unit, for anything that is not a reference."""
    digits = ref.removeprefix("U-")
    return int(digits) if digits.isdecimal() and len(digits) < 10 else 0


def tree(units: Iterable[Unit], holders: Mapping[int, set[int]] = MappingProxyType({})) -> list[Branch]:
    """The units as a tree, siblings by their order and number; a unit whose parent is not among them is a root.

    Sorted here and not by path in the database, where `1/10/` may come before `1/2/`.
    """
    branches = {unit.pk: Branch(unit, holders.get(unit.pk, set()), []) for unit in units}
    children: dict[int | None, list[Branch]] = defaultdict(list)
    for branch in branches.values():
        parent = branch.unit.parent_id
        children[parent if parent in branches else None].append(branch)
    for parent, siblings in children.items():
        siblings.sort(key=lambda branch: (branch.unit.order, branch.unit.number))
        if parent is not None:
            branches[parent].below = siblings
    return children[None]


def in_order(units: Iterable[Unit]) -> list[tuple[int, Unit]]:
    """The same tree as a list from the top down: (depth from 0, unit)."""

    def walk(branches: list[Branch], depth: int) -> Iterable[tuple[int, Unit]]:
        for branch in branches:
            yield depth, branch.unit
            yield from walk(branch.below, depth + 1)

    return list(walk(tree(units), 0))


def tree_for(viewer: Viewer) -> list[Branch]:
    """The open units this viewer sees, with the people in each."""
    return _peopled(units_for(viewer).filter(closed_on__isnull=True))


def closed_units_for(viewer: Viewer) -> QuerySet[Unit]:
    return units_for(viewer).filter(closed_on__isnull=False).order_by("-closed_on", "number")


def units_named(viewer: Viewer, text: str) -> QuerySet[Unit]:
    """The units whose name contains the text."""
    return units_for(viewer).filter(Q(name__icontains=text) | Q(short_name__icontains=text)).order_by("number")


def branches_below(unit: Unit) -> list[Branch]:
    """What hangs directly below an open unit, each with all below it."""
    return _peopled(units_of(unit.organisation).filter(path__startswith=unit.path).exclude(pk=unit.pk))


def _peopled(units: QuerySet[Unit]) -> list[Branch]:
    """The tree of these units with the people in each: two queries."""
    posts = Post.objects.filter(unit__in=units, ended_on__isnull=True, account__is_active=True)
    holders: dict[int, set[int]] = defaultdict(set)
    for unit, account in posts.values_list("unit", "account"):
        holders[unit].add(account)
    return tree(units, holders)


def line_above(unit: Unit) -> list[Unit]:
    """The units above this one, from the top down."""
    parts = unit.path.rstrip("/").split("/")[:-1]
    above = Unit.objects.filter(organisation=unit.organisation_id, number__in=[int(part) for part in parts])
    return sorted(above, key=lambda found: found.depth)


def paths_above(path: str) -> list[str]:
    """`1/4/17/` → `1/`, `1/4/`, `1/4/17/`."""
    parts = path.rstrip("/").split("/")
    return ["/".join(parts[: n + 1]) + "/" for n in range(len(parts))]
