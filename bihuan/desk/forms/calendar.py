"""Which page of the calendar does an address ask for? What is not understood becomes this month."""

from datetime import date

from django.http import QueryDict

from bihuan.rules.periods import Period, View, period


def asked(query: QueryDict, today: date) -> Period:
    view = query.get("view", "")
    return period(View(view) if view in set(View) else View.MONTH, _day(query.get("on", ""), today))


def _day(text: str, today: date) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return today
