"""What was asked of the ledger in the address: filters, order, columns. A wrong value is left out, never an error."""

import re

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from bihuan.ledger.queries.table import FLAGS, ORIGINS, SORTS, Wanted
from bihuan.rules.finding import NAMES

COLUMNS = {
    "aspect": _("方面"),
    "unit": _("牵头单位"),
    "leader": _("责任领导"),
    "deadline": _("整改时限"),
    "status": _("状态"),
    "holder": _("当前持有方"),
    "since": _("持有起"),
    "measures": _("措施"),
    "proofs": _("佐证"),
    "flags": _("标记"),
    "round": _("轮次"),
}
"""The columns that can be chosen; reference and text always stand first."""
USUAL = ("unit", "leader", "deadline", "status", "holder", "measures", "proofs", "flags")


def wanted(query: QueryDict) -> Wanted:
    """The filters of the address as plain values."""
    values = {name: query.get(name, "").strip()[:200] for name in Wanted.__dataclass_fields__}
    fits = {
        "round": lambda v: re.fullmatch(r"R\d{1,6}", v),
        "unit": lambda v: re.fullmatch(r"U-\d{1,9}", v),
        "status": lambda v: v in NAMES,
        "due": lambda v: v in ("overdue", "soon", "original", "none"),
        "flag": lambda v: v in (*FLAGS, *ORIGINS),
        "sort": lambda v: v.lstrip("-") in SORTS,
    }
    return Wanted(**{name: value if name not in fits or fits[name](value) else "" for name, value in values.items()})


def columns(query: QueryDict) -> tuple[str, ...]:
    """The columns chosen, in the usual order; the usual ones where none were."""
    chosen = query.getlist("cols")
    return tuple(name for name in COLUMNS if name in chosen) or USUAL
