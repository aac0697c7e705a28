"""When is it due, in the words of an office? `2025年底前，并长期坚持` is 31 December 2025 and standing.

The last date named counts. A month without a year is the next one after the feedback date. What cannot
be a date (`2月30日`) or needs more knowledge (`集中整改期内`) gives a problem instead of a guess.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from bihuan.reading.numerals import HAN, fold, number
from bihuan.say import Say, say

IMMEDIATE = re.compile(
    r"立行立改|即知即改|立知立改|(?<!边巡)边查边改|立整立改|即行即改|立即整改|马上整改|立即完成|即时整改|随即整改"
)
STANDING = re.compile(
    r"长期|常态化|持续(?:坚持|推进|整改|落实|深化|巩固|抓好|用力)|(?:并|且|一直|始终)坚持|常抓不懈|经常性"
)
INTENSIVE = re.compile(r"集中整改期?(?:限|间)?(?:内|结束|前|期|$)|整改期(?:内|限内)")

N = rf"(?:\d{{1,4}}|[{HAN}]{{1,4}})"
YEAR = r"(?P<y>\d{4}|\d{2}(?=年)|[零〇○一二三四五六七八九]{4}|今|本|当|明|次|翌|来|后)\s*年?\s*"
DATE = re.compile(
    rf"(?:{YEAR})?(?:"
    rf"(?P<m>{N})\s*月\s*(?:份\s*)?(?:(?P<d>{N})\s*[日号]|(?P<part>[上中下]旬)|(?:月?[底末])?)"
    r"|(?P<q>第?[一二三四1-4])\s*季度|(?P<half>上半年|下半年)"
    r"|(?P<end>(?:(?<=[\d零〇○一二三四五六七八九]{2}年)|(?<=[今本当明次翌来后]年)"
    r"|(?<![半一二三四五两\d])年)年?(?:[底末终度]|内(?!容))|(?<=\d年)(?=$|完成)))"
)
NUMERIC = re.compile(
    r"(?<!\d)(?P<y>\d{4})\s*[-/.年]\s*(?P<m>\d{1,2})"
    r"(?:\s*[-/.月]\s*(?P<d>\d{1,2})(?![\d年月个%]))?(?!\s*月?\s*[上中下]旬)(?:\s*[日号])?(?![\d%])"
)
COMPACT = re.compile(r"(?<!\d)(?P<y>20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>\d\d)(?!\d)")
SHORT = re.compile(r"^(?P<m>\d{1,2})[./](?P<d>\d{1,2})(?=日?(?:之?前|完成|$))")
MONTH_END = re.compile(r"(?P<next>本|当|下|次)月[底末]?")
PERIOD = re.compile(rf"(?P<n>{N}|半)\s*个?\s*(?P<unit>工作日|年|月|周|星期|天|日)\s*(?:之内|以内|内|完成|$)")
OTHER_START = re.compile(r"会后|会议(?:结束|之日)|即日起|印发|发文|接到通知|交办之日|公示之日")
"""A period that runs from another day than that of the feedback."""
SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
NO_DATE = re.compile(r"(?:已经?|全部|整改)*(?:完成|整改|办结|销号)?|[-—/无\s]*|同上")


@dataclass(frozen=True)
class Due:
    """What a deadline's wording says; `problem` where it says something that gives no date."""

    day: date | None = None
    standing: bool = False
    immediate: bool = False
    problem: Say | None = None


def read_deadline(
    text: str, feedback_date: date | None = None, intensive_end: date | None = None, place: str = ""
) -> Due:
    """`place` (`第 3 行`) begins the sentence of a problem."""
    due, problem = _due(text, feedback_date, intensive_end)
    return replace(due, problem=say(problem, place=place, deadline=text.strip())) if problem else due


INVALID = "{place}的整改时限“{deadline}”不是日历上有的日期，请改正后再确认。"
UNREADABLE = "{place}的整改时限“{deadline}”看不出日期，请补上具体日期。"
YEARLESS = "{place}的整改时限“{deadline}”没有写年份，请先填写反馈日期，或补上年份。"
NEEDS_FEEDBACK = "{place}的整改时限“{deadline}”从反馈之日算起，请先填写反馈日期，或补上具体日期。"
NEEDS_START = "{place}的整改时限“{deadline}”不是从反馈之日算起，请补上具体日期。"
NEEDS_PERIOD = "{place}的整改时限“{deadline}”要看本轮的集中整改期，请补上具体日期。"
NEEDS_WORKDAYS = "{place}的整改时限“{deadline}”按工作日计算，请补上具体日期。"


@lru_cache(maxsize=4096)
def _due(text: str, feedback: date | None, intensive_end: date | None) -> tuple[Due, str | None]:
    """What the wording says wherever it stands, and the sentence about it where it says too little."""
    folded = fold(text).strip()
    immediate, standing = bool(IMMEDIATE.search(folded)), bool(STANDING.search(folded))
    day, problem = _day(folded, feedback, intensive_end)
    if day or immediate or standing:
        problem = problem if problem is INVALID else None
    elif problem is None and not NO_DATE.fullmatch(folded):
        problem = UNREADABLE
    return Due(day, standing, immediate), problem


def _day(text: str, feedback: date | None, intensive_end: date | None) -> tuple[date | None, str | None]:
    if SERIAL.fullmatch(text) and 36526 <= float(text) < 73051:
        return date(1899, 12, 30) + timedelta(days=int(float(text))), None
    named = _named(text)
    if named:
        return _calendar(named, feedback)
    if match := MONTH_END.search(text):
        if not feedback:
            return None, NEEDS_FEEDBACK
        month = feedback.month + (match["next"] in "下次")
        return _end(feedback.year + (month > 12), (month - 1) % 12 + 1), None
    if match := PERIOD.search(text):
        return (None, NEEDS_START) if OTHER_START.search(text) else _period(match, feedback)
    if INTENSIVE.search(text):
        return intensive_end, None if intensive_end else NEEDS_PERIOD
    return None, None


@dataclass(frozen=True)
class Named:
    """A date as named: any part may be missing; `year` may be a word such as 明."""

    year: str
    month: int
    day: int | None
    at: int


def _named(text: str) -> list[Named]:
    found: list[Named] = []
    for pattern, read in READERS:
        for match in pattern.finditer(text):
            if not any(n.at <= match.start() < n.at + 6 for n in found):
                found.append(read(match))
        text = pattern.sub(lambda m: "\x00" * len(m[0]), text)
    return sorted(found, key=lambda n: n.at)


def _numeric(match: re.Match[str]) -> Named:
    year = match.groupdict().get("y") or ""
    return Named(year, int(match["m"]), int(match["d"]) if match["d"] else None, match.start())


def _worded(match: re.Match[str]) -> Named:
    month, day = 12, None
    if match["m"]:
        month = number(match["m"]) or 0
        day = number(match["d"]) if match["d"] else {"上旬": 10, "中旬": 20}.get(match["part"] or "")
    elif match["q"]:
        month = 3 * (number(match["q"].lstrip("第")) or 4)
    elif match["half"] == "上半年":
        month = 6
    return Named(match["y"] or "", month, day, match.start())


READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Named]], ...] = (
    (COMPACT, _numeric),
    (NUMERIC, _numeric),
    (SHORT, _numeric),
    (DATE, _worded),
)


def _calendar(named: list[Named], feedback: date | None) -> tuple[date | None, str | None]:
    """The last date named; a year named before it holds until a later month would run backwards."""
    last = named[-1]
    year = _year(last.year, feedback)
    if year is None and not last.year and len(named) > 1:
        before = _year(named[-2].year, feedback)
        year = before + (last.month < named[-2].month) if before else None
    if year is None and last.year and not feedback:
        return None, NEEDS_FEEDBACK
    if not 1 <= last.month <= 12:
        return None, INVALID
    if year is None:
        if not feedback:
            return None, YEARLESS
        year = feedback.year
        first = _date(year, last.month, last.day)
        if first is not None and first <= feedback:
            year += 1
    day = _date(year, last.month, last.day)
    return day, None if day else INVALID


def _year(word: str, feedback: date | None) -> int | None:
    if word in ("今", "本", "当", "明", "次", "翌", "来", "后"):
        shift = {"明": 1, "次": 1, "翌": 1, "来": 1, "后": 2}.get(word, 0)
        return feedback.year + shift if feedback else None
    value = number(word) if word else None
    return value + 2000 if value is not None and value < 100 else value


def _date(year: int, month: int, day: int | None) -> date | None:
    if day is None:
        return _end(year, month)
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] and year >= 1900 else None


def _end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _period(match: re.Match[str], feedback: date | None) -> tuple[date | None, str | None]:
    if match["unit"] == "工作日":
        return None, NEEDS_WORKDAYS
    if not feedback:
        return None, NEEDS_FEEDBACK
    count = number(match["n"]) or 0
    if match["unit"] in ("月", "年"):
        months = count * (12 if match["unit"] == "年" else 1)
        if match["n"] == "半":
            months, count = (6, 0) if match["unit"] == "年" else (0, 15)
            return (feedback + timedelta(days=count), None) if count else (_months(feedback, months), None)
        return _months(feedback, months), None
    days = count * (7 if match["unit"] in ("周", "星期") else 1)
    return feedback + timedelta(days=min(days, 3650)), None


def _months(start: date, months: int) -> date:
    """Months later, never past the end of the month: 31 August and six months is 28 or 29 February."""
    total = start.year * 12 + start.month - 1 + min(months, 240)
    year, month = divmod(total, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
