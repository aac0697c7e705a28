"""Who reviews a close-out, level by level? The chain is data of the round; this says what it means for one finding.

Source: V6 (three levels) and 书记 for key findings, trade.md §3.4. Example: the default chain
leader → office → first responsible (key only) has two levels for an ordinary finding and three for a key one.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from bihuan.rules.people import Role


@dataclass(frozen=True)
class Level:
    """One level of a chain: the role that reviews, and whether it reviews key findings only."""

    role: Role
    key_only: bool = False


DEFAULT = (Level(Role.LEADER), Level(Role.OFFICE), Level(Role.FIRST, key_only=True))


def levels(chain: Iterable[Level], *, key: bool, led_by_first: bool) -> tuple[Role, ...]:
    """The roles that review one finding, in order.

    Where the first responsible personally leads a key finding, the leader's level falls away: nobody reviews twice,
    and the first responsible reviews last.
    """
    roles = [level.role for level in chain if key or not level.key_only]
    if led_by_first and Role.FIRST in roles:
        roles = [role for role in roles if role is not Role.LEADER]
    return tuple(roles)
