"""Which people may a viewer look up, and who holds a role?"""

from django.db.models import F, Prefetch, Q, QuerySet
from django.http import Http404

from bihuan.people.models import Account, Organisation, Post, Unit
from bihuan.people.queries.unit import number_of, paths_above
from bihuan.people.viewer import Viewer
from bihuan.rules.people import HELD, Role

OPEN_POST = Q(ended_on__isnull=True, unit__closed_on__isnull=True)


def accounts_for(viewer: Viewer) -> QuerySet[Account]:
    """The people this viewer may look up: those with a post in a unit the viewer sees, and the viewer."""
    accounts = Account.objects.filter(organisation=viewer.organisation)
    if viewer.sees_all:
        return accounts
    posts = Post.objects.filter(viewer.within("unit__path"), ended_on__isnull=True)
    return accounts.filter(Q(pk=viewer.account.pk) | Q(pk__in=posts.values("account")))


def account_for(viewer: Viewer, username: str) -> Account:
    account = accounts_for(viewer).select_related("organisation").filter(username=username).first()
    if account is None:
        raise Http404
    return account


def with_posts(accounts: QuerySet[Account]) -> QuerySet[Account]:
    """Each account with its present posts as `present_posts`: one query for all."""
    posts = Post.objects.filter(OPEN_POST).select_related("unit").order_by("pk")
    return accounts.prefetch_related(Prefetch("posts", posts, to_attr="present_posts"))


def people_listed(viewer: Viewer, *, text: str = "", which: str = "") -> QuerySet[Account]:
    """The list of people. `which`: a role, `none` (no post), `off` (deactivated), or nothing: all who are active."""
    accounts = accounts_for(viewer).filter(is_active=which != "off")
    if which == "none":
        accounts = accounts.exclude(pk__in=Post.objects.filter(OPEN_POST).values("account"))
    elif which in HELD:
        accounts = accounts.filter(pk__in=Post.objects.filter(OPEN_POST, role=which).values("account"))
    if text:
        unit = Post.objects.filter(OPEN_POST, unit__name__icontains=text).values("account")
        named = Q(name__icontains=text) | Q(username__icontains=text) | Q(phone__icontains=text)
        accounts = accounts.filter(named | Q(pk__in=unit))
    return with_posts(accounts).order_by("name", "username")


def counts(viewer: Viewer) -> dict[str, int]:
    """How many people the list would show: by role, `none`, `off`, and `` for all who are active."""
    seen = accounts_for(viewer)
    active = seen.filter(is_active=True)
    posts = Post.objects.filter(OPEN_POST, account__in=active).values_list("role", "account").distinct()
    found = {"": active.count(), "off": seen.filter(is_active=False).count()}
    pairs = list(posts.order_by())
    found |= {role.value: sum(1 for held, _ in pairs if held == role) for role in HELD}
    found["none"] = found[""] - len({account for _, account in pairs})
    return found


def posts_in(unit: Unit) -> QuerySet[Post]:
    """The present posts of one unit, with their holders."""
    posts = Post.objects.filter(unit=unit, ended_on__isnull=True, account__is_active=True)
    return posts.select_related("account").prefetch_related("charge").order_by("pk")


def posts_for(viewer: Viewer, account: Account) -> QuerySet[Post]:
    """The posts of one account, as far as this viewer sees their units; the ended ones last."""
    posts = Post.objects.filter(account=account, unit__in=_units_of_posts(viewer, account))
    posts = posts.select_related("unit", "account__organisation").prefetch_related("charge")
    return posts.order_by(F("ended_on").desc(nulls_first=True), "pk")


def _units_of_posts(viewer: Viewer, account: Account) -> QuerySet[Unit]:
    units = Unit.objects.filter(organisation=viewer.organisation)
    own = account.pk == viewer.account.pk
    return units if viewer.sees_all or own else units.filter(viewer.within("path"))


def post_for(viewer: Viewer, username: str, unit: str, role: str) -> Post:
    """The post of this person in this unit (`U-007`) with this role, or 404."""
    posts = posts_for(viewer, account_for(viewer, username))
    post = posts.filter(role=role, unit__number=number_of(unit)).first()
    if post is None:
        raise Http404
    return post


def holders(organisation: Organisation, role: Role, *, path: str = "") -> QuerySet[Account]:
    """The people who can act in a role today; with `path`, in that unit or one above it."""
    posts = Post.objects.filter(OPEN_POST, role=role)
    if path:
        posts = posts.filter(unit__path__in=paths_above(path))
    return Account.objects.filter(organisation=organisation, is_active=True, pk__in=posts.values("account"))


def leaders_in_charge(unit: Unit) -> QuerySet[Account]:
    """The leaders whose charge (分管) covers this unit."""
    covering = Unit.objects.filter(organisation=unit.organisation_id, path__in=paths_above(unit.path))
    posts = Post.objects.filter(OPEN_POST, role=Role.LEADER, charge__in=covering)
    return Account.objects.filter(is_active=True, pk__in=posts.values("account"))
