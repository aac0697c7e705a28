"""What was asked of the board in the address: filters and order. A wrong value is left out, never an error."""

import re
from datetime import date

from django.http import QueryDict

from bihuan.desk.queries.board import SORTS, Wanted
from bihuan.rules.request import KINDS, NAMES, PARTIES


def is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def wanted(query: QueryDict) -> Wanted:
    """The filters of the address as plain values."""
    values = {name: query.get(name, "").strip()[:200] for name in Wanted.__dataclass_fields__}
    fits = {
        "status": lambda v: v == "all" or v in NAMES,
        "holder": lambda v: v in PARTIES,
        "kind": lambda v: v in KINDS,
        "unit": lambda v: re.fullmatch(r"U-\d{1,9}", v),
        "when": lambda v: v in ("late", "bounced"),
        "mine": lambda v: v == "1",
        "day": is_day,
        "sort": lambda v: v.lstrip("-") in SORTS,
    }
    return Wanted(**{name: value if name not in fits or fits[name](value) else "" for name, value in values.items()})
