"""Who may see which units and people? A viewer sees his or her own units and those in charge, the office sees all.

The names of all open units are no secret inside an organisation: a finding can be handed to any of them
(`units_of`). Who works in them is.
"""

from django.db.models import Q, QuerySet
from django.http import Http404

from bihuan.people.models import Account, Organisation, Post, Unit
from bihuan.people.viewer import Viewer
from bihuan.rules.people import Role

OPEN_POST = Q(ended_on__isnull=True, unit__closed_on__isnull=True)


def units_of(organisation: Organisation) -> QuerySet[Unit]:
    """Every open unit, from the top down: the choices wherever a unit is to be named."""
    return Unit.objects.filter(organisation=organisation, closed_on__isnull=True)


def units_for(viewer: Viewer) -> QuerySet[Unit]:
    """The units this viewer may look into, closed ones included, from the top down."""
    units = Unit.objects.filter(organisation=viewer.organisation)
    return units if viewer.sees_all else units.filter(viewer.within("path"))


def unit_for(viewer: Viewer, ref: str) -> Unit:
    """`U-007`, or 404."""
    number = ref.removeprefix("U-")
    unit = units_for(viewer).filter(number=int(number)).first() if number.isdecimal() and len(number) < 10 else None
    if unit is None:
        raise Http404
    return unit


def accounts_for(viewer: Viewer) -> QuerySet[Account]:
    """The people this viewer may look up: those with a post in a unit the viewer sees, and the viewer's own account."""
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


def posts_for(viewer: Viewer, account: Account) -> QuerySet[Post]:
    """The posts of one account, present ones first."""
    posts = Post.objects.filter(account=account, account__organisation=viewer.organisation)
    return posts.select_related("unit", "account__organisation").prefetch_related("charge").order_by("-ended_on", "pk")


def post_for(viewer: Viewer, account: Account, key: int) -> Post:
    post = posts_for(viewer, account).filter(pk=key).first()
    if post is None:
        raise Http404
    return post


def holders(organisation: Organisation, role: Role, *, path: str = "") -> QuerySet[Account]:
    """The people who can act in a role today; with `path`, in that unit or one above it."""
    posts = Post.objects.filter(OPEN_POST, role=role)
    if path:
        parts = path.rstrip("/").split("/")
        posts = posts.filter(unit__path__in=["/".join(parts[: n + 1]) + "/" for n in range(len(parts))])
    return Account.objects.filter(organisation=organisation, is_active=True, pk__in=posts.values("account"))


def leaders_in_charge(unit: Unit) -> QuerySet[Account]:
    """The leaders whose charge (分管) covers this unit."""
    parts = unit.path.rstrip("/").split("/")
    above = ["/".join(parts[: n + 1]) + "/" for n in range(len(parts))]
    posts = Post.objects.filter(OPEN_POST, role=Role.LEADER, charge__in=Unit.objects.filter(
        organisation=unit.organisation_id, path__in=above))  # fmt: skip
    return Account.objects.filter(is_active=True, pk__in=posts.values("account"))
