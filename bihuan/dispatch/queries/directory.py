"""Who is reached where during a visit, and what does each see to? The posts of the people a viewer may look up."""

from collections.abc import Iterable
from datetime import datetime

from bihuan.desk.queries.register import heading
from bihuan.people.models import Post
from bihuan.people.queries import accounts_for
from bihuan.people.queries.account import OPEN_POST
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.people import NAMES, Role
from bihuan.say import Say, say
from bihuan.writing.directory import Contact, Directory

PARTS: dict[Role, Say] = {**NAMES, Role.OFFICE: say("联络组"), Role.HANDLER: say("联络员")}
"""The words of the desk: while the group is here, the office is the liaison group."""
ORDER = (Role.FIRST, Role.LEADER, Role.OFFICE, Role.SUPERVISOR, Role.HEAD, Role.HANDLER)


def directory(viewer: Viewer, round: Round, at: datetime) -> Directory:
    """Everybody with a post, from the top of the tree down."""
    return Directory(heading(viewer, round, at=at), round.group, contacts(viewer))


def contacts(viewer: Viewer, *roles: Role) -> tuple[Contact, ...]:
    """The present posts, numbered; only those of `roles` where any are named. Two queries."""
    people = accounts_for(viewer).filter(is_active=True)
    posts = Post.objects.filter(OPEN_POST, account__in=people, role__in=[role.value for role in roles or ORDER])
    rows = posts.select_related("account", "unit").prefetch_related("charge")
    return tuple(_contact(place, post) for place, post in enumerate(_ordered(rows), 1))


def _ordered(posts: Iterable[Post]) -> list[Post]:
    """The county's leaders first, then unit by unit, the head before the handlers."""
    return sorted(posts, key=lambda post: (post.unit.depth, post.unit.path, ORDER.index(Role(post.role)), post.pk))


def _contact(place: int, post: Post) -> Contact:
    return Contact(
        place=place,
        unit=post.unit.name,
        name=post.account.name,
        title=post.title,
        part=PARTS[Role(post.role)],
        charge=tuple(unit.label for unit in post.charge.all()),
        phone=post.account.phone,
    )
