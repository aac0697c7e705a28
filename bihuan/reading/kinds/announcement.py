"""Which words only announce that findings follow? `但仍存在一些突出问题，主要是：` does, `用力不够，主要表现在` does
not: it names a shortcoming of its own. What announces is never part of a row.
"""

import re

from bihuan.reading.sentences import is_deficit

GAP = "(?:问题|不足|差距|短板|弱项|薄弱环节|薄弱之处)"
AMOUNT = "(?:一些|不少|以下|如下|下列|一定|部分|若干|诸多|较多|这样那样|几个方面|方面|突出|主要|具体|共性|普遍)"
GAPS = rf"{GAP}(?:(?:和|与|及|、){GAP})*"
SOME = rf"(?:(?:存在|发现|有|查找出|梳理出)(?:着|了|出)?{AMOUNT}+的?|(?:主要|突出|具体|{AMOUNT})+的?){GAPS}"
HAVING = rf"(?:{SOME}|(?:还|仍|也|依然|仍然|但)[^,。;:不]{{0,8}}?(?:存在|有)(?:不[小少])?[^,。;:不]{{0,12}}?{GAPS})"
"""`存在一些不足` and, before a list, also `仍有差距`; 队伍建设有短板 is a shortcoming of its own."""
SHOWN = "(?:表现|体现|反映|存在|集中|包括|归纳)"
VERB = "(?:(?:起来)?(?:是|在|为|有|于)|如下|包括)"
WHERE = "(?:以下|如下|下列)?(?:这)?(?:几|[一二三四五六七八九十两]|\\d)?个?(?:方面|点)?"
ANNOUNCEMENTS = re.compile(
    rf"(?:发现|存在|看到|指出|反馈|梳理|查找)[^。]{{0,60}}?{GAP}[^。,:;]{{0,12}},?(?:主要)?(?:表现)?{VERB}?:"
    rf"|{GAP}[^。:]{{0,6}}[^。,:;]{{0,12}},?(?:主要)?(?:表现)?{VERB}?:"
    rf"|(?:主要|具体|集中|突出|普遍|共性)的?{GAP}?{SHOWN}?(?:的?问题)?{VERB}{WHERE}[,:]?"
    rf"|(?:还|仍|也|但|同时)[^。,]{{0,10}}(?:发现|存在|有)[^。]{{0,16}}(?:问题|不足)(?:和不足)?(?:主要是)?[,:]?"
    r"|^(?:[^,。:]{0,16},)?[^,。:]{0,20}(?:指出|反馈|认为|发现)[,:]"
)
LISTED = re.compile(r";|[一1]是|(?<=[:,。])一、|1[.、]|\([一1]\)|①|有的")
NO_SHORTCOMING = re.compile(HAVING)
SAYS_SOME = re.compile(SOME)

ENDS_LIST = re.compile(rf";[^。]*等[^,;。]{{0,6}}{GAP}$")
GAP_LAST = re.compile(rf"{GAP}$")
LONGEST = 1000
"""An announcement stands within the first so many characters of its sentence, if it is one."""


def announced(text: str) -> int:
    """How many characters of a folded sentence announce the findings that it goes on to name; 0 where none do."""
    text = text[:LONGEST]
    first = LISTED.search(text)
    limit = first.start() if first else len(text)
    ends = [_end(text, match) for match in ANNOUNCEMENTS.finditer(text[: limit + 1]) if match.end() <= limit]
    return max((end for end in ends if end and _names_findings(text[end:])), default=0)


def _end(text: str, match: re.Match[str]) -> int:
    """Where an announcement ends; it runs on to its colon: `巡视发现，还存在一些问题，主要是：`."""
    if shortcoming(text[: match.end()]):
        return 0
    end = match.end()
    colon = text.find(":", end, end + 50)
    between = text[end:colon] if colon >= 0 else ""
    if 0 < len(between) < 9 and GAP_LAST.search(text[:end]):
        return colon + 1
    if not between or ";" in between or re.search("[一1]是|方面", between) or shortcoming(between):
        return end
    return colon + 1


def _names_findings(rest: str) -> bool:
    rest = rest.strip("。 ")
    return is_deficit(rest) or "方面" in rest or bool(ENDS_LIST.search(rest))


def shortcoming(text: str) -> bool:
    """Does this folded wording name a shortcoming, and not only that there are some?"""
    return is_deficit(NO_SHORTCOMING.sub("", text))


def announces(text: str) -> bool:
    """Is this folded sentence nothing but an announcement? `但还存在不少差距和不足。` is."""
    return bool(SAYS_SOME.search(text)) and not shortcoming(text)


def only_announces(text: str) -> bool:
    """Does a folded sentence end with its announcement, so that findings follow in the next ones?"""
    if len(text) > LONGEST:
        return False
    last = max((_end(text, match) for match in ANNOUNCEMENTS.finditer(text)), default=0)
    return bool(last) and not text[last:].strip("。 ") and not shortcoming(text)
