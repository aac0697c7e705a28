"""Why is it due on that date? The way from the start to the due date, line by line, as a person would check it.

Example: three working days after Tuesday 29 September 2026 skip the seven days of the National Day and end on Friday
9 October; each of these is a line.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby

from bihuan.rules.deadlines import DEFAULT, ONE_DAY, Counting, OnDayOff, Term, add_months, fill, settle
from bihuan.rules.workdays import WEEKDAYS, Calendar, is_workday
from bihuan.say import Say, say


def reasons(start: date, term: Term, calendar: Calendar, counting: Counting = DEFAULT) -> tuple[Say, ...]:
    """Every step: day one, what is skipped, when the term is full, whether it moves, and what is not known."""
    full = fill(start, term, calendar, counting)
    on = settle(full, counting.direction(term), calendar)
    spent = (start, full, on) if term.unit == "workdays" else (full, on)
    return (
        *_begin(start, term, counting),
        *(_skipped(start, full, calendar) if term.unit == "workdays" else ()),
        *_full(start, term, full),
        *_moved(full, on, calendar, counting.direction(term)),
        *_unknown(spent, calendar),
    )


def named(day: date) -> Say:
    """`2026-10-08（周四）`."""
    return say("{date}（{weekday}）", date=day.isoformat(), weekday=WEEKDAYS[day.weekday()])


def _begin(start: date, term: Term, counting: Counting) -> Iterator[Say]:
    if term.amount < 0:
        yield say("从{start}往前数，当天不算。", start=named(start))
    elif counting.counts_start(term):
        yield say("{start}当天就是第一天。", start=named(start))
    elif term.amount > 0:
        yield say("{start}当天不算，第一天是 {first}。", start=named(start), first=named(start + ONE_DAY))


def _full(start: date, term: Term, full: date) -> Iterator[Say]:
    if term.unit == "months" and add_months(start, term.amount).day != start.day:
        month = add_months(start, term.amount)
        yield say(
            "{year} 年 {month} 月没有 {day} 日，取当月最后一天。", year=month.year, month=month.month, day=start.day
        )
    length = Term(abs(term.amount), term.unit).words
    if term.amount == 0:
        yield say("不另加时间，就是 {day}。", day=named(full))
    elif term.amount < 0:
        yield say("往前数满 {term}，是 {day}。", term=length, day=named(full))
    else:
        yield say("数满 {term}，是 {day}。", term=length, day=named(full))


def _skipped(start: date, full: date, calendar: Calendar) -> Iterator[Say]:
    """What lies on the way and is no working day, festivals by name; and what is one though it is a weekend."""
    first, last = min(start, full), max(start, full)
    way = [first + timedelta(days=n) for n in range((last - first).days + 1) if first + timedelta(days=n) != start]
    weekends = 0
    for stretch in _stretches([day for day in way if not is_workday(day, calendar)], calendar):
        if stretch[0] in calendar.names:
            yield _left_out(stretch, calendar)
        else:
            weekends += len(stretch)
    if weekends:
        yield say("跳过周末，共 {count} 天。", count=weekends)
    for day in way:
        if day.weekday() >= 5 and is_workday(day, calendar):
            yield say("{day}因{name}调休上班，算工作日。", day=named(day), name=_festival(day, calendar))


def _left_out(stretch: list[date], calendar: Calendar) -> Say:
    name = calendar.called(stretch[0])
    if len(stretch) == 1:
        return say("跳过{name} {day}。", name=name, day=named(stretch[0]))
    first, last = stretch[0].isoformat(), stretch[-1].isoformat()
    return say("跳过{name} {first} 至 {last}，共 {count} 天。", name=name, first=first, last=last, count=len(stretch))


def _festival(day: date, calendar: Calendar) -> Say | str:
    return calendar.names.get(day) or say("节假日")


def _stretches(days: Iterable[date], calendar: Calendar) -> Iterator[list[date]]:
    """Days one after another that belong to the same festival, or to none."""
    numbered = enumerate(days)
    for _key, group in groupby(numbered, lambda pair: (pair[1].toordinal() - pair[0], calendar.names.get(pair[1]))):
        yield [day for _number, day in group]


def _moved(full: date, on: date, calendar: Calendar, direction: OnDayOff) -> Iterator[Say]:
    if is_workday(full, calendar):
        return
    name = calendar.called(full)
    if direction is OnDayOff.STAY:
        yield say("{day} 是休息日（{name}），按规则不移动。", day=full.isoformat(), name=name)
    elif direction is OnDayOff.FORWARD:
        yield say("{day} 是休息日（{name}），顺延到 {to}。", day=full.isoformat(), name=name, to=named(on))
    else:
        yield say("{day} 是休息日（{name}），提前到 {to}。", day=full.isoformat(), name=name, to=named(on))


def _unknown(spent: Iterable[date], calendar: Calendar) -> Iterator[Say]:
    days = sorted(spent)
    for year in range(days[0].year, days[-1].year + 1):
        if not calendar.knows(year):
            yield say("{year} 年的放假安排还没有收录，只按周末推算，收录后请再核对。", year=year)
