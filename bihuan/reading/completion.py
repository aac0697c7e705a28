"""Is it finished, in the words of an office? 已完成 is done, 阶段性完成 is partly, 正在整改 is open.

A percentage or a sentence of progress is no status.
"""

import re
from functools import lru_cache

from bihuan.reading.deadline import STANDING
from bihuan.reading.drafts import Completion
from bihuan.reading.numerals import fold

DONE = (
    r"(?:已|全部|均|整改|全面|按期|如期|按时|基本)*(?:完成|整改完毕|整改到位|办结|销号|整改"
    r"|落实到位|完结|归零|解决|关闭|闭环|清零|办毕|完毕|结案|验收通过|通过验收|验收合格|整治到位|整治完毕)"
    r"(?:整改|销号|到位|任务|目标|并?长期坚持|了)*"
)
PARTLY = (
    r"(?:已|整改)*(?:基本(?:完成|整改到位|整改完成|到位|解决|办结)|阶段性?(?:完成|整改完成)"
    r"|部分(?:完成|整改)|大部分(?:完成|整改到位)"
    r"|取得阶段性(?:成效|成果|进展)|阶段性(?:成效|成果|任务完成)|完成阶段性(?:整改|任务|目标)"
    r"|有待持续整改)(?:整改|任务|目标)*"
)
OPEN = (
    r"(?:仍|还|尚|正|正在|在|持续|有序|继续|加快|积极|全力)*(?:未(?:完成|整改|销号|办结|启动|开始"
    r"|到位|完结|达到|关闭|闭环|清零|验收|整改到位|整改完成|完成整改)"
    r"|整改中|推进中|进行中|办理中|落实中|推进|整改|办理|进行|落实|实施中)(?:之?中)?"
    r"|逾期(?:未完成)?|待(?:整改|启动|销号|完成|验收)|没有完成|滞后|申请延期"
)
BRACKETED = re.compile(r"[(【\[〔](?P<inner>[^()【】\[\]〔〕]{1,20})[)】\]〕]\s*[。;]?$")


@lru_cache(maxsize=4096)
def completion_of(text: str, question: bool = False) -> Completion | None:
    """The status that `text` is, or None. With `question` (是否完成) 是, 否, √ and × answer too."""
    words = re.sub(r"\s+", "", fold(text)).strip("。.;,、:")
    if question and words in ANSWERS:
        return ANSWERS[words]
    words = re.sub(r"[(【\[][^()【】\[\]]*[)】\]]", "", words)
    words = re.sub(r"^(?:整改)?(?:状态|情况|结果)?[:]", "", words).strip("。.;,、:")
    words = re.sub(
        (r"[,、;并且]+(?:将|需|须|并)?(?:长期|持续|常态化|继续|坚持|巩固|推进|整改|深化|抓好|落实)+$"), "", words
    )
    for status, pattern in ORDER:
        if re.fullmatch(pattern, words):
            return status
    return None


ORDER: tuple[tuple[Completion, str], ...] = (("partly", PARTLY), ("open", OPEN), ("done", DONE))
ANSWERS: dict[str, Completion] = {
    "是": "done", "√": "done", "✓": "done", "✔": "done", "☑": "done", "Y": "done",
    "否": "open", "×": "open", "✗": "open", "☒": "open", "N": "open",
}  # fmt: skip


def leading(text: str) -> Completion | None:
    """The status a sentence begins with: `已完成，印发了制度` in a column that is asked for the status."""
    first = re.split(r"[,。;:(\n]", fold(text).strip(), maxsplit=1)[0]
    return completion_of(first)


def trailing(text: str) -> tuple[int, Completion | None, bool]:
    """A mark in brackets at the end, `…不到位（已完成）`: where the wording ends, status, standing."""
    match = BRACKETED.search(fold(text))
    if match:
        status = completion_of(match["inner"])
        standing = bool(STANDING.search(match["inner"])) and status != "open"
        if status or standing:
            return match.start(), status, standing
    return len(text), None, False
