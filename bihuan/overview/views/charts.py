"""What does the part `ui.bars` draw? Rows with a label, a length in thousandths, words for the number, and a link."""

from collections.abc import Callable, Iterable
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from bihuan.overview.queries.burden import Bar
from bihuan.rounds.models import Round
from bihuan.rules.workdays import DAY_SECONDS
from bihuan.say import Say
from bihuan.trail.answers import words

HOUR = 3600


def chart_rows(
    bars: Iterable[Bar], page: str, round: Round | None, *, shown: Callable[[int], str] = str
) -> list[dict[str, object]]:
    """Each bar opens `page` with what selects the same things."""
    here = {"round": round.ref} if round else {}
    return drawn(((bar.label, bar.value, f"{reverse(page)}?{urlencode({**here, **bar.query})}") for bar in bars), shown)


def drawn(bars: Iterable[tuple[Say | str, int, str]], shown: Callable[[int], str] = str) -> list[dict[str, object]]:
    """Each bar as its label, its value and its address; the longest one has the full length."""
    every = list(bars)
    longest = max((value for _label, value, _url in every), default=0) or 1
    return [
        {
            "label": words(label) if isinstance(label, Say) else label,
            "length": value * 1000 // longest,
            "shown": shown(value),
            "url": url,
        }
        for label, value, url in every
    ]


def working_time(seconds: int) -> str:
    """`12.5 小时`, and from two days on `3.5 个工作日`: to one place."""
    if seconds < 2 * DAY_SECONDS:
        return _("%(hours)s 小时") % {"hours": f"{seconds / HOUR:.1f}"}
    return _("%(days)s 个工作日") % {"days": f"{seconds / DAY_SECONDS:.1f}"}
