"""Who is looking? A viewer is an account with the posts it holds now: made once per request, then only read.

`System` stands where nobody is looking: it builds the demonstration and records what the machine does by itself.

Every query takes a viewer. Visibility is one filter on unit paths (`Viewer.paths`), or none for those who see the whole
organisation. What someone may not see does not exist for them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q, prefetch_related_objects
from django.http import HttpRequest, HttpResponse

from bihuan.people.models import Account, Organisation
from bihuan.people.models import Post as PostRow
from bihuan.rules.people import WHOLE_ORGANISATION, Post, Role


@dataclass(frozen=True)
class System:
    """The product itself as an actor: it may make organisations and everything in them."""

    username: str = "system"
    name: str = "系统"
    post_words: str = ""


@dataclass(frozen=True)
class Viewer:
    """An account of one organisation with its present posts, as plain values for the rules."""

    account: Account
    organisation: Organisation
    posts: tuple[Post, ...]
    post_words: str = ""
    """The posts in words, as the trail keeps them: `县委办公室 主任`."""

    @property
    def username(self) -> str:
        return self.account.username

    @property
    def name(self) -> str:
        return self.account.name

    @cached_property
    def roles(self) -> frozenset[Role]:
        return frozenset(post.role for post in self.posts)

    @property
    def is_office(self) -> bool:
        return Role.OFFICE in self.roles

    @property
    def sees_all(self) -> bool:
        return bool(self.roles & WHOLE_ORGANISATION)

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """The units whose rows this viewer sees, each with everything below it: own units and those in charge."""
        own = {post.path for post in self.posts if post.role in (Role.HEAD, Role.HANDLER)}
        charge = {path for post in self.posts if post.role is Role.LEADER for path in post.charge}
        return tuple(sorted(own | charge))

    def within(self, field: str) -> Q:
        """Rows whose unit path, reached by `field`, lies in this viewer's units. Nobody's units match nothing."""
        condition = Q(pk__in=[])
        for path in self.paths:
            condition |= Q(**{f"{field}__startswith": path})
        return condition


def viewer_of(account: Account) -> Viewer:
    """The viewer for an account: two queries, whatever the number of posts, and a third for a leader's charge."""
    held = PostRow.objects.filter(account=account, ended_on__isnull=True, unit__closed_on__isnull=True)
    rows = list(held.select_related("unit").order_by("pk"))
    leading = [row for row in rows if row.role == Role.LEADER]
    prefetch_related_objects(leading, "charge")
    charge = {row.pk: tuple(unit.path for unit in row.charge.all()) for row in leading}
    posts = tuple(Post(Role(row.role), row.unit.path, charge.get(row.pk, ())) for row in rows)
    words = "、".join(f"{row.unit.label} {row.title}".strip() for row in rows)
    return Viewer(account, account.organisation, posts, words)


class ViewerMiddleware:
    """Sets `request.viewer`: the viewer, or None for somebody not signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.viewer = viewer_of(request.user) if request.user.is_authenticated else None
        return self.get_response(request)
