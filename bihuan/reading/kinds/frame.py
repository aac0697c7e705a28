"""Which lines at the head and foot of a document are its frame: title, number, salutation,
signature, date?"""

import re
from collections.abc import Sequence

from bihuan.reading.blocks import Block, Document, Passage
from bihuan.reading.lines import lines
from bihuan.reading.margin import Margin
from bihuan.reading.numbering import number_of
from bihuan.reading.numerals import HAN, fold
from bihuan.reading.sentences import is_deficit

SALUTATION = re.compile(
    r"^[^。;]{0,60}(?:委|组|局|府|院|校|厅|办|部|社|司|会|行|所|中心|支部|总支|村|镇|乡|街道|社区|集团|学校|学院|医院|同志|同志们?|领导|代表"
    r"|朋友们?|同仁)[,、]?[^。;,]{0,12}:$|^(?:同志们|各位\w{2,10})[:!,]?$"
)
NO_SALUTATION = re.compile(r"^会议|强调|要求|指出|决定|明确|议定|问题|如下|意见|建议|不足|方面|表现|情况")
DATE = (
    rf"(?:\d{{4}}|[{HAN}○]{{4}})\s*年\s*(?:\d{{1,2}}|[{HAN}]{{1,3}})\s*月(?:\s*(?:\d{{1,2}}"
    rf"|[{HAN}]{{1,3}})\s*日)?"
)
DATED = re.compile(
    rf"^\(?\s*(?:时间|日期|填报日期|发布时间|来源|作者|编辑|责任编辑|浏览)?[:]?\s*{DATE}[^。]{{0,16}}\)?$"
)
SUBTITLE = re.compile(
    r"^\(?[^。]{0,30}[〔\[(]\d{4}[〕\])][^。]{0,6}号\)?$|^\([^()。]{2,40}\)$|^(?:来源|发布|作者"
    r"|字体|浏览|时间|日期|地点|出席|参加|主持|记录|列席|缺席)[^。]{0,4}[:].*$"
)
SIGNATURE = re.compile(
    r"^[^。,;:]{2,32}(?:组|办公室|委员会|党委|县委|市委|区委|党组|办|领导小组|局|公司|院|支部|总支)$"
)
TAIL = re.compile(
    r"^(?:附件?[:]|抄送|抄报|印发|发送|分送|\(?此[件页文]|\(?(?:本页)?无正文|主题词|责任编辑"
    r"|编辑[:]|来源[:]|审核[:]|校对|打印|分享)|^(?:谢谢大家?|谢谢各位\w{0,8})[!。]?$"
)


def frame(document: Document, margin: Margin) -> tuple[str, list[Passage]]:
    """The title, and the lines of the body; all lines of the frame are marked as furniture."""
    every = list(lines(document.blocks))
    head = _head(every, document.blocks)
    foot = _foot(every, head)
    for line in every[:head] + every[foot:]:
        margin.furnish(line)
    return _title(every[:head]), every[head:foot]


def _head(every: list[Passage], blocks: Sequence[Block]) -> int:
    """How many lines stand before the body."""
    count = 0
    for line in every[:8]:
        text = fold(line.text)
        titled = re.search(r"(?i)^title|^标题$|^subtitle|^副标题", blocks[line.span.block].style)
        if not (titled or _is_salutation(text) or _is_heading(text, count) or (count and _is_detail(text))):
            break
        count += 1
        if _is_salutation(text):
            break
    return count


def _is_salutation(text: str) -> bool:
    return bool(SALUTATION.match(text)) and not NO_SALUTATION.search(text)


def _is_heading(text: str, count: int) -> bool:
    """A line of the title: short, no sentence, no number, and no finding."""
    if count > 3 or number_of(text) or len(text) > 60 or is_deficit(text):
        return False
    return text[-1] not in "。;:,、!?" and "。" not in text and not (count and re.match("在.*方面$", text))


def _is_detail(text: str) -> bool:
    return bool(DATED.match(text) or SUBTITLE.match(text))


def _foot(every: list[Passage], head: int) -> int:
    """Where the body ends and signature, date and enclosures begin."""
    foot = len(every)
    while foot > head and len(every) - foot < 8:
        text = fold(every[foot - 1].text)
        signed = SIGNATURE.match(text) and not number_of(text) and not is_deficit(text)
        if not (signed or DATED.match(text) or TAIL.match(text)):
            break
        foot -= 1
    return foot


def _title(head: list[Passage]) -> str:
    """The lines of the title as one, without what only dates or numbers it, and without the salutation."""
    kept = [p.text for p in head if not _is_detail(fold(p.text)) and not _is_salutation(fold(p.text))]
    return "".join(kept[:4])
