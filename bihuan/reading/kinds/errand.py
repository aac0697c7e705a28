"""What does one line about an errand say: which kind of thing, on which day, at what time?

Example: `read_line("明天14:30 用车两辆去松河镇", today)` is a vehicle at half past two tomorrow, “用车两辆去松河镇”.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

SIGNS: tuple[tuple[str, str], ...] = (
    ("meal", r"用餐|就餐|早餐|午餐|晚餐|中餐|盒饭|餐费|食堂|[早午晚]饭"),
    ("vehicle", r"用车|车辆|派车|接送|公务车|中巴|面包车|商务车|越野车|[一二两三四五六七八九十\d]+[辆台]车"),
    ("network", r"网络|网线|宽带|上网|电话|座机|视频会议|投影|打印机|复印机"),
    ("room", r"会议室|谈话室|房间|住宿|场地|接待室|值班室"),
    ("office", r"办公|桌椅|文件柜|保密柜|碎纸机|文具|门禁|出入证|工作证"),
)
DAYS = {"今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2}
HALVES = {"上午": 0, "早上": 0, "中午": 12, "下午": 12, "晚上": 12}

_DAY = re.compile(r"今天|今日|明天|明日|后天|(?:(?P<y>\d{4})[-年/.])?(?P<m>\d{1,2})[-月/.](?P<d>\d{1,2})[日号]?")
_TIME = re.compile(
    r"(?P<half>上午|早上|中午|下午|晚上)?\s*(?P<h>\d{1,2})(?:[::](?P<min>\d{2})|[点时](?P<half_past>半)?(?:(?P<min2>\d{1,2})分?)?)"
)
_HALF = re.compile(r"上午|早上|中午|下午|晚上")
USUAL = {"上午": time(9), "早上": time(8), "中午": time(12), "下午": time(15), "晚上": time(18)}


@dataclass(frozen=True)
class ErrandLine:
    """What one line says. `at` is without time zone, and None where the line names neither day nor time."""

    kind: str
    title: str
    at: datetime | None


def read_line(text: str, today: date) -> ErrandLine:
    """The kind by its words, and the day and time with which the line begins."""
    rest = unicodedata.normalize("NFKC", text).strip()
    day, rest = _day(rest, today)
    hour, rest = _hour(rest)
    at = datetime.combine(day or today, hour or time(18)) if day or hour else None
    return ErrandLine(kind_of(rest), rest or text.strip(), at)


def kind_of(text: str) -> str:
    """The first kind whose words the text has; `other` where it has none."""
    return next((kind for kind, words in SIGNS if re.search(words, text)), "other")


def _day(text: str, today: date) -> tuple[date | None, str]:
    found = _DAY.match(text)
    if found is None:
        return None, text
    if found[0] in DAYS:
        day: date | None = today + timedelta(days=DAYS[found[0]])
    else:
        day = _named_day(int(found["y"] or today.year), int(found["m"]), int(found["d"]))
    return (day, _after(text, found)) if day else (None, text)


def _named_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _hour(text: str) -> tuple[time | None, str]:
    if found := _TIME.match(text):
        hour, minute = int(found["h"]), int(found["min"] or found["min2"] or (30 if found["half_past"] else 0))
        if hour < 12 and HALVES.get(found["half"] or "", 0) and not (found["half"] == "中午" and hour > 9):
            hour += 12
        return (time(hour, minute), _after(text, found)) if hour < 24 and minute < 60 else (None, text)
    if found := _HALF.match(text):
        return USUAL[found[0]], _after(text, found)
    return None, text


def _after(text: str, found: re.Match[str]) -> str:
    return re.sub(r"^[\s,。:、]+", "", text[found.end() :])
