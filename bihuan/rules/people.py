"""Which part does a person play towards one finding? Posts go in, parts come out.

Source: 一岗双责 and 第一责任人 in the mobilisation speech (trade.md §0, T12). Example: the head of a township is
*head* towards a finding led by one of its villages, because the village lies below the township in the tree.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bihuan.say import Say, say


class Role(StrEnum):
    """What a post makes of its holder; the first six can be held, the others follow from what is dealt with."""

    FIRST = "first"
    LEADER = "leader"
    OFFICE = "office"
    HEAD = "head"
    HANDLER = "handler"
    SUPERVISOR = "supervisor"
    SUPPORT = "support"
    REVIEWER = "reviewer"
    ARRANGER = "arranger"


HELD = (Role.FIRST, Role.LEADER, Role.OFFICE, Role.HEAD, Role.HANDLER, Role.SUPERVISOR)
WHOLE_ORGANISATION = frozenset({Role.FIRST, Role.OFFICE, Role.SUPERVISOR})

NAMES: dict[Role, Say] = {
    Role.FIRST: say("第一责任人"),
    Role.LEADER: say("责任领导"),
    Role.OFFICE: say("整改办"),
    Role.HEAD: say("单位负责人"),
    Role.HANDLER: say("经办人"),
    Role.SUPERVISOR: say("监督人员"),
    Role.SUPPORT: say("配合单位"),
    Role.REVIEWER: say("本级审核人"),
    Role.ARRANGER: say("谈话安排人"),
}


@dataclass(frozen=True)
class Post:
    """One post of a person: its role, the path of its unit, and for a leader the paths in his or her charge."""

    role: Role
    path: str
    charge: tuple[str, ...] = ()


def lies_in(path: str, above: str) -> bool:
    """Whether `path` is the unit `above` or lies below it. Paths end with a slash: `1/4/17/`."""
    return bool(path) and path.startswith(above)


def parts(
    posts: Iterable[Post],
    *,
    lead_path: str,
    support_paths: tuple[str, ...] = (),
    leads_it: bool = False,
    leader_named: bool = False,
) -> frozenset[Role]:
    """The parts that the holder of `posts` plays towards a finding.

    `leads_it`: this person is its 责任领导. `leader_named`: somebody is. Whoever leads it plays the leader's part,
    whatever the post; where nobody is named, a leader in charge of the lead unit does, and else the first responsible.
    """
    found: set[Role] = {Role.LEADER} if leads_it else set()
    for post in posts:
        if post.role in WHOLE_ORGANISATION:
            found.add(post.role)
        if post.role is Role.FIRST and not leader_named:
            found.add(Role.LEADER)
        if post.role is Role.LEADER and not leader_named:
            found |= {Role.LEADER} if any(lies_in(lead_path, path) for path in post.charge) else set()
        if post.role in (Role.HEAD, Role.HANDLER) and lies_in(lead_path, post.path):
            found.add(post.role)
        if post.role in (Role.HEAD, Role.HANDLER) and any(lies_in(path, post.path) for path in support_paths):
            found.add(Role.SUPPORT)
    return frozenset(found)
