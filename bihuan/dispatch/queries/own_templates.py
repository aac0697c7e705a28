"""With which template is a paper made, which templates are there, and what would each placeholder say?"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any, get_type_hints

from django.db.models import Q, QuerySet
from django.http import Http404

from bihuan.dispatch.kinds import Kind, NothingYet, kinds
from bihuan.dispatch.models import OwnTemplate
from bihuan.papers.queries import open_file
from bihuan.people.viewer import Viewer
from bihuan.reading.template import template_parts
from bihuan.rounds.models import Round
from bihuan.say import say
from bihuan.writing.template import Field, Loop, Places, check, fill, places_of, said, value_at

LONGEST = 60
"""Letters of an example."""


@dataclass(frozen=True)
class Line:
    """One placeholder as the list shows it: both its names, what it is, and what it would say now."""

    label: str
    name: str
    example: str
    several: bool


@dataclass(frozen=True)
class Part:
    """A part that repeats, with the placeholders in it."""

    label: str
    name: str
    lines: tuple[Line, ...]


def takes_templates(kind: Kind) -> bool:
    """Word files that stay here. What holds names under seal keeps the form that it has."""
    return kind.kept and "docx" in kind.write


def template_kinds() -> list[Kind]:
    return [kind for kind in kinds().values() if takes_templates(kind)]


def values_class(kind: Kind) -> type:
    """The frozen dataclass that the kind writes, as its query says."""
    values: Callable[..., Any] = kind.values
    while isinstance(values, partial):
        values = values.func
    of: type = get_type_hints(values)["return"]
    return of


def templates_for(viewer: Viewer) -> QuerySet[OwnTemplate]:
    """Those of the organisation, newest first: for the office, which keeps them."""
    rows = (
        OwnTemplate.objects.filter(organisation=viewer.organisation) if viewer.is_office else OwnTemplate.objects.none()
    )
    return rows.select_related("organisation", "round", "paper__organisation", "by")


def template_of(viewer: Viewer, ref: str) -> OwnTemplate:
    """`T-003`, or 404."""
    match = re.fullmatch(r"T-([0-9]{1,9})", ref)
    row = templates_for(viewer).filter(number=int(match[1])).first() if match else None
    if row is None:
        raise Http404(ref)
    return row


def used_by_kind(viewer: Viewer) -> dict[str, list[OwnTemplate]]:
    """Kind → the templates in use, for all rounds and for single ones. One query."""
    found: dict[str, list[OwnTemplate]] = {}
    for row in templates_for(viewer).filter(in_use=True):
        found.setdefault(row.kind, []).append(row)
    return found


def in_use(kind: Kind, round: Round) -> OwnTemplate | None:
    """The round's own, else the one for all rounds, else none. One query."""
    rows = OwnTemplate.objects.filter(organisation=round.organisation_id, kind=kind.name, in_use=True)
    found = rows.filter(Q(round=round) | Q(round__isnull=True)).select_related("paper__organisation")
    return min(found, key=lambda row: row.round_id is None, default=None)


def dressed(kind: Kind, round: Round) -> tuple[Kind, OwnTemplate | None]:
    """The kind as this office writes it for this round: with its own template, where one is in use."""
    template = in_use(kind, round) if takes_templates(kind) else None
    return (with_template(kind, template) if template else kind), template


def with_template(kind: Kind, template: OwnTemplate) -> Kind:
    """The kind, its Word file made by this template; its other files stay as they are.

    Raises NothingYet where a placeholder is not there any more since the product was upgraded.
    """
    parts = parts_of(template)
    if check(parts, values_class(kind)):
        raise NothingYet(
            say("模板 {ref} 里有现在已不提供的占位符；请改正后重新上传，或恢复系统版式。", ref=template.ref)
        )
    return replace(kind, write={**kind.write, "docx": partial(fill, parts)})


def parts_of(template: OwnTemplate) -> dict[str, bytes]:
    """The parts of the file that was sent in, looked through once more."""
    with open_file(template.paper) as file:
        return template_parts(file.read(), template.paper.name)


def sample(viewer: Viewer, kind: Kind, round: Round | None, at: datetime) -> Any | None:
    """What the record says now, with the first of each thing that can be chosen; nothing where there is nothing."""
    if round is None:
        return None
    offered = {ask.name: ask.choices(viewer, round) for ask in kind.asks}
    if not all(offered.values()):
        return None
    try:
        return kind.values(viewer, round, at, **{name: choices[0][0] for name, choices in offered.items()})
    except NothingYet:
        return None


def lines_of(kind: Kind, values: Any | None) -> tuple[tuple[Line, ...], tuple[Part, ...]]:
    """Every placeholder of a kind, with what it says of these values."""
    places: Places = places_of(values_class(kind))
    plain = tuple(_line(each, each.label, each.name, values) for each in places.fields)
    return plain, tuple(_part(loop, values) for loop in places.loops)


def _part(loop: Loop, values: Any | None) -> Part:
    things = value_at(values, loop.field.path) if values is not None else ()
    first = things[0] if things else None
    lines = (_line(each, loop.labelled(each), loop.named(each), first) for each in loop.fields)
    return Part(loop.field.label, loop.field.name, tuple(lines))


def _line(field: Field, label: str, name: str, thing: Any | None) -> Line:
    example = said(value_at(thing, field.path)) if thing is not None else ""
    cut = example[:LONGEST] + ("…" if len(example) > LONGEST else "")
    return Line(label, name, cut, field.several)
