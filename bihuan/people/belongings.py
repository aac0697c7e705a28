"""What is in a person's hands by name, and how does it pass to another? Apps above this one say it when they start.

Only what names the person: whatever waits for a post goes to whoever holds the post next.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bihuan.people.models import Account
from bihuan.people.viewer import Viewer
from bihuan.rules.life import Refusal
from bihuan.say import Say


@dataclass(frozen=True)
class Belonging:
    """One open thing that names a person: its reference, its wording, and as what the person is named."""

    ref: str
    text: str
    parts: tuple[Say, ...]


class Pass(Protocol):
    """Everything of one keeper goes from one person to another, one line in the trail for each thing."""

    def __call__(self, account: Account, successor: Account, *, by: Viewer, at: datetime) -> None: ...


@dataclass(frozen=True)
class Keeper:
    """What one app answers for: what is open, whether this successor may take it, and the passing on."""

    open_of: Callable[[Account], list[Belonging]]
    bar: Callable[[Account, Account], Refusal | None]
    pass_on: Pass


KEEPERS: list[Keeper] = []


def belongings(account: Account) -> list[Belonging]:
    return [each for keeper in KEEPERS for each in keeper.open_of(account)]


def bar(account: Account, successor: Account) -> Refusal | None:
    """The first reason of any keeper why this person cannot take over."""
    found = (keeper.bar(account, successor) for keeper in KEEPERS)
    return next((refusal for refusal in found if refusal), None)
