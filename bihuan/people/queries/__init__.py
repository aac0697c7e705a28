"""What may a viewer know about units, people and posts? One function for each question a page asks."""

from bihuan.people.queries.account import (
    account_for,
    accounts_for,
    counts,
    holders,
    leaders_in_charge,
    people_listed,
    post_for,
    posts_for,
    posts_in,
)
from bihuan.people.queries.signing import demonstration, locked_until, tries_left
from bihuan.people.queries.unit import (
    Branch,
    branches_below,
    closed_units_for,
    in_order,
    line_above,
    tree,
    tree_for,
    unit_for,
    units_for,
    units_named,
    units_of,
)

__all__ = [
    "Branch",
    "account_for",
    "accounts_for",
    "branches_below",
    "closed_units_for",
    "counts",
    "demonstration",
    "holders",
    "in_order",
    "leaders_in_charge",
    "line_above",
    "locked_until",
    "people_listed",
    "post_for",
    "posts_for",
    "posts_in",
    "tree",
    "tree_for",
    "tries_left",
    "unit_for",
    "units_for",
    "units_named",
    "units_of",
]
