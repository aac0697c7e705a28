"""Which finding does a heading of a public notice quote? `关于“学习不深入”问题的整改情况` quotes 学习不深入.

The quotation may hold several sentences, may never be closed, or may be missing.
"""

import re
from dataclasses import dataclass

from bihuan.reading.completion import completion_of, trailing
from bihuan.reading.deadline import STANDING
from bihuan.reading.drafts import Completion
from bihuan.reading.numerals import fold
from bihuan.reading.sentences import is_deficit, plain

DONE = r"(?:的|工作|及其)*(?:整改(?:落实|工作|任务)?(?:进展|完成|落实)?(?:情况)?(?:如下)?)?"
TAIL = rf"(?:等)?(?:的|方面的?|这一|一)?(?:突出|具体)?问题{DONE}"
LEAD = r"^(?:针对|关于|对|就|反馈(?:意见)?(?:指出|提出)?的?)?\s*"
QUOTED = re.compile(rf"{LEAD}[“\"「‘](?P<q>.+?)[”\"」’]\s*{TAIL}\s*(?P<end>[。:;,]|(?=[(【\[])|$)\s*")
UNQUOTED = re.compile(
    rf"^(?:针对|关于|反馈(?:意见)?(?:指出|提出)的?)\s*[“\"「‘]?(?P<q>[^。;]+?){TAIL}\s*(?P<end>[。:;,]|(?=[(【\[])|$)\s*"
)
UNCLOSED = re.compile(rf"^(?:针对|关于)\s*[“\"「‘](?P<q>.+?){TAIL}\s*(?P<end>[。:;]|$)\s*$")
BARE = re.compile(rf"^(?P<q>[^。;:]{{4,120}}?)(?:的)?问题{DONE}\s*$")
NAMED = re.compile(r"^(?:反馈|具体|存在|主要|发现)?的?(?:问题|意见)(?:[一二三四五六七八九十\d]+)?\s*[:]\s*(?P<q>.+)$")
MARK = re.compile(r"^[(【\[]([^()【】\[\]]{1,20})[)】\]]\s*[。:;]?\s*")


@dataclass(frozen=True)
class Subject:
    """The wording that a heading quotes, and where the heading ends.

    It is `loose` where only a comma ends it: `针对“…”问题，修订制度` may also be a sentence.
    """

    wording: str
    end: int
    loose: bool = False
    is_field: bool = False
    """`关于“党的领导弱化”方面的问题` quotes an aspect if it stands over others."""
    status: Completion | None = None
    standing: bool = False


def subject_of(text: str) -> Subject | None:
    """What a heading quotes; None where it quotes nothing."""
    folded = fold(text)
    for pattern in (QUOTED, UNQUOTED, UNCLOSED):
        if match := pattern.match(folded):
            start, end = match.span("q")
            length, status, standing = mark_of(folded[match.end() :])
            loose = match["end"] == ","
            is_field = folded.startswith("方面", end) or folded.startswith("方面", end + 1)
            return Subject(bared(text[start:end]), match.end() + length, loose, is_field, status, standing)
    bare = BARE.match(folded.rstrip("。: "))
    if bare and is_deficit(bare["q"]):
        return Subject(bared(text[: bare.end("q")]), len(text))
    return None


def mark_of(text: str) -> tuple[int, Completion | None, bool]:
    """A mark in brackets right after a heading: its length, `（已完成）` as status, `（长期坚持）` as standing."""
    match = MARK.match(text)
    status = completion_of(match[1]) if match else None
    standing = bool(match and STANDING.search(match[1])) and status != "open"
    return (match.end(), status, standing) if match and (status or standing) else (0, None, False)


def bare_subject(text: str) -> str:
    """A heading that quotes nothing: without 问题的整改情况 and without its mark of completion."""
    wording = text[: trailing(text)[0]]
    match = NAMED.match(fold(wording))
    wording = wording[match.start("q") :] if match else wording
    match = BARE.match(fold(wording))
    return bared(wording[: match.end("q")] if match and match.end() == len(wording) else wording)


def bared(text: str) -> str:
    """Without the quotation marks around it and the marks at its end."""
    text = plain(text.strip())
    if text[:1] in '“「‘"' and text[1:2]:
        inner = text[1:]
        opened = '“「‘"'.index(text[0])
        close = '”」’"'[opened]
        if inner.endswith(close) and inner.count(text[0]) == inner.count(close) - 1:
            return plain(inner[:-1])
        if close not in inner:
            return plain(inner)
    return text
