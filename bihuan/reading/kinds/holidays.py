"""Which days are off, and which make up for them, in the words of the yearly notice?

Example: “一、元旦：1月1日至3日放假调休，共3天。1月4日（星期日）上班。” gives three days off and one at work, all 元旦.
A date takes part only where a verb of going off or to work follows it; every other date is warned about, and the pieces
put together are the whole text, so that nothing is dropped silently.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bihuan.reading.numerals import HAN, fold, number
from bihuan.say import Say, say

FESTIVALS = {
    "元旦": "元旦",
    "春节": "春节",
    "清明节": "清明",
    "劳动节": "劳动节|五一",
    "端午节": "端午",
    "中秋节": "中秋",
    "国庆节": "国庆",
}
N = rf"(?:\d{{1,2}}|[{HAN}]{{1,3}})"
DAY = re.compile(
    rf"(?:(?P<year>\d{{4}})\s*年\s*)?(?:(?P<month>{N})\s*月\s*)?(?P<day>{N})\s*[日号](?:\s*\((?P<note>[^()]{{0,40}})\))?"
)
DATED = re.compile(rf"(?:\d{{4}}\s*年\s*)?{N}\s*月\s*{N}\s*[日号]")
TO = re.compile(r"\s*(?:至|到|[-—~–]+)\s*")
AND = re.compile(r"\s*(?:、|以及|和|及|与)\s*")
VERB = re.compile(
    r"\s*,?\s*(?:(?:均|都|全天|调休|正常|照常|共\s*\d{1,2}\s*天,?)\s*)*"
    r"(?:(?P<off>放假|休息|公休|补休|休假)|(?P<work>上班|补班|工作(?!日)))"
)
COUNT = re.compile(r"共\s*(?P<count>\d{1,2})\s*天")
TITLED = re.compile(r"(?P<year>20\d\d)\s*年(?!\s*\d{1,2}\s*月)")
LOOSE = re.compile(rf"\d{{1,4}}[-/.]\d{{1,2}}(?:[-/.]\d{{1,2}})?|{N}\s*[日号]")
"""What may be a date, in a form that is not read."""
ORDERS = re.compile(r"放假|休息|公休|补休|休假|调休|上班|补班")
SENTENCE = re.compile(r"[^。;\n]*[。;\n]|[^。;\n]+")
SIGNED = re.compile(rf"\s*{DATED.pattern}\s*")
"""The date under a notice."""
ADVICE = re.compile(r"鼓励|建议|倡导|不(?:再)?(?:放假|调休|上班|休息)")
"""A sentence that orders no day off: “鼓励安排职工在除夕（2月9日）休息”."""
NUMBERED = re.compile(rf"\s*(?:[{HAN}]{{1,3}}、|\(?\d{{1,2}}[.、)])\s*(?P<name>[^:,。\d]{{2,20}}):")
WEEKDAY = re.compile(r"(?:周|星期|礼拜)(?P<which>[一二三四五六日天])")
WEEK = "一二三四五六日"
LONGEST = 31
"""Days in one stretch; more is another meaning of the words."""
WHOLE = 3
"""Festivals from which on a text is the notice of a whole year."""


@dataclass(frozen=True)
class Mention:
    """One day as the notice says it."""

    day: date
    off: bool
    name: str


@dataclass(frozen=True)
class Piece:
    """A sentence as it stands, and the days it gives: none where it speaks of something else."""

    text: str
    days: tuple[Mention, ...]


@dataclass(frozen=True)
class Notice:
    """What a notice says. Its pieces put together are its text."""

    pieces: tuple[Piece, ...]
    warnings: tuple[Say, ...]

    @property
    def days(self) -> tuple[Mention, ...]:
        return tuple(day for piece in self.pieces for day in piece.days)


@dataclass(frozen=True)
class Stretch:
    """Days that the text names together, where they end in it, and what is wrong with them."""

    days: tuple[date, ...]
    end: int
    faults: tuple[Say, ...]
    misnamed: tuple[str, ...]
    """Dates beside which stands another day of the week."""


def read_notice(text: str, year: int) -> Notice:
    """`year` holds where neither the title nor a date names one."""
    folded = fold(text)
    titled = TITLED.search(folded)
    reader = _Reader(int(titled["year"]) if titled else year)
    pieces: list[Piece] = []
    for match in SENTENCE.finditer(folded):
        original = text[match.start() : match.end()]
        pieces.append(Piece(original, tuple(reader.read(match[0], original.strip()))))
    return Notice(tuple(pieces), (*_misnamed(reader.misnamed), *reader.warnings, *_missing(pieces)))


def _misnamed(dates: list[str]) -> list[Say]:
    """One sentence for all of them: most often it is the year that is wrong."""
    if not dates:
        return []
    return [say("这些日期的星期与日历不符：{dates}。请核对年份和日期。", dates="、".join(dates))]


def _missing(pieces: list[Piece]) -> list[Say]:
    """The festivals that a notice of a whole year should have and has not."""
    names = "、".join({day.name for piece in pieces for day in piece.days})
    found = {festival for festival in FESTIVALS if festival in names}
    missing = [festival for festival in FESTIVALS if festival not in found]
    if len(found) < WHOLE or not missing:
        return []
    return [say("没有读到{festivals}的安排，请核对通知是否完整。", festivals="、".join(missing))]


class _Reader:
    """What has been said so far: the year of the notice, the festival of the item, the days that are read."""

    def __init__(self, year: int) -> None:
        self.year, self.name = year, ""
        self.known: set[date] = set()
        self.warnings: list[Say] = []
        self.misnamed: list[str] = []

    def read(self, text: str, original: str) -> list[Mention]:
        """The days of one sentence, in its order; what is doubtful or left unread becomes a warning."""
        self.name = _festival(text) or self.name
        advice, at = bool(ADVICE.search(text)), 0
        found: list[Mention] = []
        unread: list[str] = []
        while match := DATED.search(text, at):
            stretch = _stretch(text, match.start(), self.year)
            at = max(stretch.end, match.end())
            verb = None if advice else VERB.match(text, at)
            self.warnings += stretch.faults
            self.misnamed += stretch.misnamed
            if verb and stretch.days:
                found += [Mention(day, bool(verb["off"]), self.name) for day in stretch.days]
                self.warnings += _miscounted(text, match.start(), verb, len(stretch.days), original)
            elif not stretch.faults and not self.known.union(each.day for each in found).issuperset(stretch.days):
                unread.append(text[match.start() : at])
        if not found and not unread and ORDERS.search(text) and not DATED.search(text):
            unread = [each[0] for each in LOOSE.finditer(text)]
        self.known.update(mention.day for mention in found)
        self.warnings += _unread(unread, original) if not SIGNED.fullmatch(text) else []
        return found


def _festival(text: str) -> str:
    """What a sentence is about: the festivals it names before its first date, or the heading of a numbered item."""
    dated = DATED.search(text)
    before = text[: dated.start()] if dated else ""
    names = [festival for festival, sign in FESTIVALS.items() if re.search(sign, before)]
    numbered = NUMBERED.match(text)
    return "、".join(names) or (numbered["name"].strip() if numbered else "")


def _unread(dates: list[str], sentence: str) -> list[Say]:
    if not dates:
        return []
    text = "“{sentence}”中的 {dates} 没有读出是放假还是上班，请核对，需要时另行登记。"
    return [say(text, sentence=sentence, dates="、".join(dates))]


def _miscounted(text: str, start: int, verb: re.Match[str], found: int, sentence: str) -> list[Say]:
    """The number of days that stands beside a stretch, where it is another than that of the days."""
    following = DATED.search(text, verb.end())
    stated = COUNT.search(text, start, following.start() if following else len(text))
    if stated is None or int(stated["count"]) == found:
        return []
    return [
        say("“{sentence}”写的是共 {stated} 天，读出 {found} 天，请核对。",
            sentence=sentence, stated=int(stated["count"]), found=found)
    ]  # fmt: skip


def _stretch(text: str, at: int, year: int) -> Stretch:
    """The dates from `at` on that are joined by 、 or 至; a month holds until another is named."""
    days: list[date] = []
    faults: list[Say] = []
    misnamed: list[str] = []
    end, month = at, ""
    while first := DAY.match(text, at):
        month = first["month"] or month
        to = TO.match(text, first.end())
        last = (to and DAY.match(text, to.end())) or first
        between = _between(first, last, month, year)
        if isinstance(between, Say):
            faults.append(between)
        else:
            days += between
            ends = ((first, between[0]), (last, between[-1]))
            misnamed += dict.fromkeys(written[0] for written, day in ends if _says_other(written, day))
        end, month = last.end(), last["month"] or month
        joined = AND.match(text, end)
        if joined is None:
            break
        at = joined.end()
    return Stretch(tuple(days), end, tuple(faults), tuple(misnamed))


def _between(first: re.Match[str], last: re.Match[str], month: str, year: int) -> list[date] | Say:
    """Every day of a stretch. One that ends before it begins began in the year before, as New Year's does."""
    start = _date(int(first["year"] or year), month, first)
    end = _date(int(last["year"] or first["year"] or year), last["month"] or month, last)
    if start and end and end < start:
        start = _date(start.year - 1, month, first) if not first["year"] else start
        end = _date(end.year + 1, last["month"] or month, last) if first["year"] and not last["year"] else end
    if start is None or end is None:
        return say("“{date}”不是日历上有的日期，请改正后再读。", date=(first if start is None else last)[0])
    length = (end - start).days + 1
    if not 1 <= length <= LONGEST:
        return say("“{first}”到“{last}”不像一段假期，请核对。", first=first[0], last=last[0])
    return [start + timedelta(days=n) for n in range(length)]


def _date(year: int, month: str, written: re.Match[str]) -> date | None:
    try:
        return date(year, number(month) or 0, number(written["day"]) or 0)
    except ValueError:
        return None


def _says_other(written: re.Match[str], day: date) -> bool:
    """Whether the brackets behind a date name another day of the week than its own."""
    named = WEEKDAY.search(written["note"] or "")
    return named is not None and WEEK.index(named["which"].replace("天", "日")) != day.weekday()
