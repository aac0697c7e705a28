"""Which placeholders has a kind of paper? The fields of its values, by their names and by their Chinese labels.

Example: `PlanPaper` has the field `feedback_on`（反馈日期）, the figure `figures.ordinary.total`（统计.反馈问题.总数）
and the loop `rows`（问题） with `rows.measures.text`（问题.措施.内容）, which is one line for each measure.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from bihuan.say import Say
from bihuan.writing.charts import Font
from bihuan.writing.template.labels import label_of

LEFT_OUT = (Font,)
"""What is no word and no number."""


@dataclass(frozen=True)
class Field:
    """One placeholder: the attributes that lead to its value, and what each is called."""

    path: tuple[str, ...]
    labels: tuple[Say, ...]
    several: bool = False
    """Whether it may be several lines."""

    @property
    def name(self) -> str:
        """`figures.ordinary.total`; what stands in the heading needs no `heading.` before it."""
        return ".".join(self.path[1:] if self.path[0] == "heading" else self.path)

    @property
    def label(self) -> str:
        return ".".join(str(label) for label in (self.labels[1:] if self.path[0] == "heading" else self.labels))


@dataclass(frozen=True)
class Loop:
    """A part that repeats; its placeholders begin with its name."""

    field: Field
    fields: tuple[Field, ...]
    """Their paths begin at the thing that repeats."""

    def named(self, field: Field) -> str:
        return f"{self.field.name}.{field.name}"

    def labelled(self, field: Field) -> str:
        return f"{self.field.label}.{field.label}"


@dataclass(frozen=True)
class Places:
    """What a template of one kind may name."""

    fields: tuple[Field, ...]
    loops: tuple[Loop, ...]

    def field(self, name: str) -> Field | None:
        return next((each for each in self.fields if name in (each.name, each.label)), None)

    def loop(self, name: str) -> Loop | None:
        return next((each for each in self.loops if name in (each.field.name, each.field.label)), None)

    def inner(self, name: str) -> tuple[Loop, Field] | None:
        """The placeholder of a loop, wherever it stands."""
        for loop in self.loops:
            for field in loop.fields:
                if name in (loop.named(field), loop.labelled(field)):
                    return loop, field
        return None


@cache
def places_of(paper: type) -> Places:
    """Everything that a template for these values may name."""
    found = tuple(_below(paper))
    loops = tuple(Loop(each, tuple(field for field, _of in _below(of, inside=True))) for each, of in found if of)
    return Places(tuple(each for each, of in found if not of), loops)


def _below(
    thing: type,
    path: tuple[str, ...] = (),
    labels: tuple[Say, ...] = (),
    *,
    inside: bool = False,
    several: bool = False,
) -> Iterator[tuple[Field, type | None]]:
    """(field, what repeats in it). Inside what repeats nothing repeats again: it is several lines there."""
    hints = get_type_hints(thing)
    for each in fields(thing):
        of, many = _kind(hints[each.name])
        if of in LEFT_OUT:
            continue
        here, called = (*path, each.name), (*labels, label_of(thing, each.name))
        if not _is_thing(of):
            yield Field(here, called, several or many), None
        elif many and not inside:
            yield Field(here, called), of
        else:
            yield from _below(of, here, called, inside=inside, several=several or many)


def _kind(hint: Any) -> tuple[Any, bool]:
    """What it is, and whether there are several: `tuple[Duty, ...]` gives Duty, yes; `Font | None` gives Font, no."""
    if get_origin(hint) in (Union, UnionType):
        return _kind(next(each for each in get_args(hint) if each is not NoneType))
    if get_origin(hint) is tuple:
        return get_args(hint)[0], True
    return hint, False


def _is_thing(of: Any) -> bool:
    return isinstance(of, type) and is_dataclass(of) and of is not Say
