"""Who answers for the rectification? The first responsible, the leaders and the office, with what each leads."""

from collections.abc import Mapping

from bihuan.people.models import Post
from bihuan.people.viewer import Viewer
from bihuan.rules.people import NAMES, Role
from bihuan.writing.plan import Duty

ORDER = (Role.FIRST, Role.LEADER, Role.OFFICE)


def posts_of(viewer: Viewer, *roles: Role) -> list[Post]:
    """The posts of these roles that are held now, in the order of the roles. One query."""
    held = Post.objects.filter(
        unit__organisation=viewer.organisation,
        ended_on__isnull=True,
        role__in=[role.value for role in roles],
        account__is_active=True,
    )
    rows = held.select_related("account", "unit").order_by("unit__path", "account__name", "pk")
    return sorted(rows, key=lambda post: roles.index(Role(post.role)))


def duties_of(viewer: Viewer, led: Mapping[int, int], *roles: Role) -> tuple[Duty, ...]:
    """Who holds these posts, or any that answers. `led`: account → how many findings it leads."""
    return tuple(
        Duty(NAMES[Role(post.role)], post.account.name, words_of(post), led.get(post.account_id, 0))
        for post in posts_of(viewer, *(roles or ORDER))
    )


def words_of(post: Post) -> str:
    """`县委办公室 主任`."""
    return f"{post.unit.label} {post.title}".strip()
