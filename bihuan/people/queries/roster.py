"""What is already known of the units and people of an organisation, before a list of them is brought in?"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Prefetch

from bihuan.people.models import Account, Organisation, Post, Unit
from bihuan.people.queries.unit import in_order
from bihuan.rules.people import NAMES, Role


class KnownPost(NamedTuple):
    title: str
    charge: frozenset[str]


@dataclass(frozen=True)
class KnownUnit:
    name: str
    parent: str
    short_name: str
    order: int
    open: bool


@dataclass(frozen=True)
class KnownPerson:
    name: str
    phone: str
    active: bool
    posts: dict[tuple[str, Role], KnownPost]
    """Present posts by unit name and role."""


@dataclass(frozen=True)
class Known:
    """Units by name, people by username, and which of the usernames asked about belong to another organisation."""

    top: str
    units: dict[str, KnownUnit]
    people: dict[str, KnownPerson]
    taken: frozenset[str]


def known(organisation: Organisation, usernames: Iterable[str]) -> Known:
    """Four queries, whatever the size of the organisation."""
    rows = Unit.objects.filter(organisation=organisation).select_related("parent")
    units = {
        row.name: KnownUnit(
            row.name, row.parent.name if row.parent else "", row.short_name, row.order, row.closed_on is None
        )
        for row in rows
    }
    top = next(unit.name for unit in units.values() if not unit.parent)
    taken = Account.objects.filter(username__in=set(usernames)).exclude(organisation=organisation)
    return Known(top, units, _people(organisation), frozenset(taken.values_list("username", flat=True)))


def _people(organisation: Organisation) -> dict[str, KnownPerson]:
    posts = Post.objects.filter(ended_on__isnull=True).select_related("unit").prefetch_related("charge")
    accounts = Account.objects.filter(organisation=organisation).prefetch_related(
        Prefetch("posts", posts, to_attr="present_posts")
    )
    return {
        account.username: KnownPerson(
            account.name,
            account.phone,
            account.is_active,
            {
                (post.unit.name, Role(post.role)): KnownPost(
                    post.title, frozenset(unit.name for unit in post.charge.all())
                )
                for post in account.present_posts
            },
        )
        for account in accounts
    }


def unit_rows(organisation: Organisation) -> list[tuple[str, str, str, str]]:
    """The open units as the columns of the import name them, from the top down."""
    rows = Unit.objects.filter(organisation=organisation, closed_on__isnull=True).select_related("parent")
    return [(u.name, u.parent.name if u.parent else "", u.short_name, str(u.order)) for _, u in in_order(rows)]


def person_rows(organisation: Organisation) -> list[tuple[str, ...]]:
    """The present posts in the same way, one to a line."""
    posts = Post.objects.filter(
        account__organisation=organisation, account__is_active=True, ended_on__isnull=True, unit__closed_on__isnull=True
    )
    posts = posts.select_related("account", "unit").prefetch_related("charge").order_by("unit__number", "pk")
    return [
        (
            post.account.name,
            post.account.username,
            post.unit.name,
            post.title,
            NAMES[Role(post.role)].text,
            "、".join(unit.name for unit in post.charge.all()),
            post.account.phone,
        )
        for post in posts
    ]
