"""Who hears of a thing? Roles become people by the posts held at this moment.

The nearest unit counts: where a village has no head of its own, the head of its township hears. Where no handler is
named, the handlers of the unit hear, and where it has none, its head. Nobody without an active account is reminded.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from bihuan.people.models import Account, Organisation, Post
from bihuan.rules.people import Role
from bihuan.watch.queries.things import Thing

Ids = frozenset[int]
NOBODY: Ids = frozenset()


class Receivers:
    """The people of one organisation, looked up once: three queries, then none."""

    def __init__(self, organisation: Organisation) -> None:
        self.active = frozenset(
            Account.objects.filter(organisation=organisation, is_active=True).values_list("pk", flat=True)
        )
        posts = Post.objects.filter(
            account__organisation=organisation,
            account__in=self.active,
            ended_on__isnull=True,
            unit__closed_on__isnull=True,
        )
        self.posts = _by_place(posts.values_list("role", "unit__path", "account_id"))
        charges = posts.filter(role=Role.LEADER.value, charge__isnull=False)
        self.charges = _by_place(charges.values_list("role", "charge__path", "account_id"))
        self._of = cache(self._find)

    def of(self, thing: Thing, roles: Iterable[Role]) -> Ids:
        return self._of(frozenset(roles), thing.path, thing.handler, thing.leader)

    def _find(self, roles: frozenset[Role], path: str, handler: int | None, leader: int | None) -> Ids:
        return NOBODY.union(*(self._who(role, path, handler, leader) for role in roles))

    def _who(self, role: Role, path: str, handler: int | None, leader: int | None) -> Ids:
        if role in (Role.HANDLER, Role.HEAD) and not path:
            return self._anywhere(Role.OFFICE)
        if role is Role.HANDLER:
            return self._handlers(path, handler) or self._nearest(Role.HEAD, path)
        if role is Role.HEAD:
            return self._nearest(Role.HEAD, path)
        if role is Role.LEADER:
            return self.active & {leader} or _nearest(self.charges[role], path) or self._anywhere(Role.FIRST)
        return self._anywhere(role)

    def _handlers(self, path: str, named: int | None) -> Ids:
        """The one that is named, as long as the unit is still his or hers; else all of the unit."""
        posts = self.posts[Role.HANDLER]
        theirs = NOBODY.union(*(posts.get(above, NOBODY) for above in _upwards(path)))
        return theirs & {named} or posts.get(path, NOBODY)

    def _nearest(self, role: Role, path: str) -> Ids:
        return _nearest(self.posts[role], path)

    def _anywhere(self, role: Role) -> Ids:
        return NOBODY.union(*self.posts[role].values())


Places = defaultdict[str, dict[str, Ids]]


def _by_place(rows: Iterable[tuple[str, str, int]]) -> Places:
    """role → path of the unit → the accounts."""
    found: Places = defaultdict(dict)
    for role, path, account in rows:
        found[role][path] = found[role].get(path, NOBODY) | {account}
    return found


def _nearest(places: dict[str, Ids], path: str) -> Ids:
    return next((places[above] for above in _upwards(path) if above in places), NOBODY)


def _upwards(path: str) -> Iterator[str]:
    """`1/4/17/`, `1/4/`, `1/`."""
    while path:
        yield path
        path = path[: path.rstrip("/").rfind("/") + 1]
