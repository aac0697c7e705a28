"""What is a table on paper? A heading, columns, and things that fill one line or, part by part, several.

Example: a finding with three measures is one thing on three lines; its wording stands on the first of them only.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from bihuan.say import Say

Thing = TypeVar("Thing")
Part = TypeVar("Part")
Speak = Callable[[Say], str]
"""Turns a sentence into the reader's language; `str` gives the Chinese."""
Words = str | Say | tuple[str | Say, ...]
"""What a cell says; several words stand under each other."""


@dataclass(frozen=True)
class Heading:
    """What stands above and below every table: whose it is, and of which moment of the record it speaks."""

    title: str
    """What the paper is about; the name of the table follows it: `云岭县巡视反馈意见` and `整改台账`."""
    organisation: str
    round: str
    as_of: datetime
    """The moment of the record, in the organisation's own time zone."""
    trail_head: str
    """The last hash of the trail at that moment."""

    @property
    def moment(self) -> str:
        return f"{self.as_of:%Y-%m-%d %H:%M}"


@dataclass(frozen=True)
class Column(Generic[Thing, Part]):
    """One column: its title, its width in characters, and what it says of a thing and of one of its parts."""

    title: Say
    width: float
    value: Callable[[Thing, Part], Words]
    each: bool = False
    """Whether every line has its own value; else the first line of a thing speaks for all of them."""
    centred: bool = False


@dataclass(frozen=True)
class Table(Generic[Thing, Part]):
    """The name of the table, which is also that of its worksheet, and the columns from left to right."""

    name: Say
    columns: tuple[Column[Thing, Part], ...]
