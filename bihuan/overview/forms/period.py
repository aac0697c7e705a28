"""Of which days was something asked in the address? A wrong day is left out, never an error."""

from datetime import date

from django.http import QueryDict

from bihuan.desk.forms.board import is_day
from bihuan.say import Say, say

TURNED_ROUND = say("结束日期早于开始日期，没有按日期筛选。")


def day_asked(query: QueryDict, name: str) -> date | None:
    text = query.get(name, "").strip()
    return date.fromisoformat(text) if is_day(text) else None


def period_asked(query: QueryDict) -> tuple[date | None, date | None, Say | None]:
    """From which day to which, and what is wrong with them; then neither counts."""
    start, end = day_asked(query, "start"), day_asked(query, "end")
    return (None, None, TURNED_ROUND) if start and end and end < start else (start, end, None)
