"""How does a length of time read? By the clock in days and hours, in office time in hours alone."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

HOUR, DAY = 3600, 86_400


def lasting(seconds: int) -> str:
    """A length of time in the two units that matter: `3 天 2 小时`."""
    days, rest = divmod(seconds, DAY)
    hours, rest = divmod(rest, HOUR)
    minutes = rest // 60
    if days:
        parts = [_days(days), *([_hours(hours)] if hours else [])]
    elif hours:
        parts = [_hours(hours), *([_minutes(minutes)] if minutes else [])]
    else:
        parts = [_minutes(minutes) if minutes or not seconds else _("不到 1 分钟")]
    return " ".join(parts)


def office_time(seconds: int) -> str:
    """A length of office time: in hours, because its day is not one of twenty-four."""
    hours, rest = divmod(seconds, HOUR)
    return " ".join([_hours(hours), _minutes(rest // 60)] if hours else [_minutes(rest // 60)])


def _days(count: int) -> str:
    return ngettext("%(num)s 天", "%(num)s 天", count) % {"num": count}


def _hours(count: int) -> str:
    return ngettext("%(num)s 小时", "%(num)s 小时", count) % {"num": count}


def _minutes(count: int) -> str:
    return ngettext("%(num)s 分钟", "%(num)s 分钟", count) % {"num": count}
