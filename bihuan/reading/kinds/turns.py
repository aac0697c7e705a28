"""Which sentence turns a feedback letter to another part? `主要是：` opens the problems, `提出以下建议` demands.

What stands in the parts, and which headings open them, is told in `sections.py`.
"""

import re
from typing import Literal

from bihuan.reading.blocks import Passage
from bihuan.reading.kinds.announcement import announced, only_announces
from bihuan.reading.kinds.headed import head_of
from bihuan.reading.kinds.summary import FIELDS
from bihuan.reading.numerals import fold
from bihuan.reading.sentences import assesses, is_deficit, split

Role = Literal["opening", "problems", "suggestions", "closing"]

LABEL = re.compile(r"^(?:具体|反馈)?问题[一二三四五六七八九十\d]{1,3}[:、.]\s*")
BODY = re.compile(
    r"^[^,。:;]{0,24}(?:党组|党委|党工委|党支部|党总支|支部|中心|局|镇|乡|村|社区|街道|公司|医院|学校|学院|小学|中学|站|所|馆):\s*"
)
"""The name of a body before what was found there: `县残联党组：一是…`."""
FOUND = re.compile(r"^[^,。]{0,24}(?:发现|指出|反馈|存在|还有)|(?:问题|不足)[^。]{0,6}[:]|如下|方面,")
CAUSES = re.compile(
    r"^(?:产生|造成|出现)(?:上述|以上|这些)[^,。;]{0,8}问题|^(?:产生|造成|存在|出现)[^,。;]{0,16}原因|^究其原因|^(?:问题|主要|分析)[^,。;]{0,6}原因(?:是|在于|有|:)"
)
TOLD = re.compile(
    r"^(?:会上,|[^。:]{0,40}(?:反映|表示|参加|列席|主持)|[^,。;:“]{1,18}(?:要(?!求)|必须|务必|须)"
    r"|[^,。:]{0,20}委(?:要求|强调))(?!.{0,30}(?:线索|信访))"
)
"""Inside a numbered line such a sentence turns to nothing: what others say or must do belongs to the finding."""

TURNS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (
        "closing",
        re.compile(
            r"^(?:同时|此外|另外|期间|巡[视察]期间)?[,]?[^,。]{0,16}(?:还|也)?(?:收到|受理"
            r"|发现)[^。]{0,40}(?:线索|反映|信访)[^。]*(?:转|移|交|处理|办理)"
            r"|线索[^。]{0,24}(?:已|将)[^。]{0,20}(?:移交|转交|转|交由|处理)|^特此|^(?:希)?望(?!远)|^会上[,]"
            r"|^[^。:]{0,40}(?:表态|表示[,:]|主持(?:了)?会议|(?:出|列)席会议|参加会议)"
            r"|^(?:以上|上述)[^。]{0,20}(?:请|望)|^请(?!示)[^。]{2,50}(?:整改|报送|研究|反馈|落实|报告)"
            r"|^(?=[^。]*(?:线索|信访|来信|来访|举报))[^。]*(?:已|均|将|按|并)[^。]{0,30}(?:移交|移送|转交|转送|转有关|转相关|交由)"
            r"[^。]{0,40}(?:处理|办理|处置|核查|调查|纪委|监委|组织部|有关|部门|机关)"
            r"|^(?:对|收到)[^。,]{0,30}[,]?请(?!示)(?:及时|认真|按|于|在|尽快|抓紧|你|贵|各)"
        ),
    ),
    (
        "suggestions",
        re.compile(
            r"(?:讲|谈|强调|明确|部署|给出)了?[一二两三四五六七八九十几\d]+[点条个方面]+的?(?:整改)?(?:意见|建议|要求)"
            r"|提出(?:了)?(?:以下|如下|下列|[一二两三四五六七八九十几\d]+[点条个方面]+|整改|相关|具体|工作|有关"
            r"|针对性)*的?(?:整改)?(?:意见|建议|要求)"
            r"|^(?:为此|对此|因此|另|此外|对(?:以上|上述)[^,。]{0,12}|针对[^,。]{0,24}|[^,。]{0,16}(?:巡[视察]组|督导组|检查组"
            r"|组长[^,。]{0,10}|反馈(?:意见)?(?:会)?|会议)[^,。]{0,6})?[,]?(?:建议|要求|强调"
            r"|指出要)[,:]?(?!落实|不)"
            r"|^(?!部分|有的|个别|一些|少数|多数)[^,。;:“]{1,18}(?:组织|党委|党组|党总支|支部|单位|部门|县委|市委|区委|镇委|乡委"
            r"|班子|各级|你们?|局|院|校|公司|干部|书记)(?:主要负责(?:人|同志))?(?:要|必须|务必|务须|须)(?![么求素件点闻])"
            r"|^(?!按|根据|依|对照|对标|比照|落实|距|与)[^,。:;]{0,12}委(?:主要领导|书记|巡[视察]办)?(?:要求|强调)[,:]"
            r"|^(?:整改)?(?:意见|建议)(?:建议|如下|是|:)|^就(?:做好|抓好)?[^,。]{0,20}(?:整改"
            r"|工作)[^,。]{0,12}(?:意见|建议|要求)"
        ),
    ),
)


def turn_of(sentence: Passage, here: Role, begun: bool, last: bool = True) -> tuple[Role | None, int]:
    """The part a sentence opens, and how many of its characters only do that; `begun` are the problems, once opened.

    `…提出了要求。` in the middle of a paragraph opens nothing: what follows it is told, not demanded.
    """
    text = fold(sentence.text)
    if CAUSES.match(text):
        return "closing", 0
    for role, pattern in TURNS:
        match = pattern.search(text)
        if not match or match.start() >= 60 or is_deficit(text[: match.end()]):
            continue
        if role == "closing" and announced(text):
            continue
        length = 0 if role == "closing" else _opening(text, match)
        if length == len(text) and not last and text[-1] != ":" and not re.search("以下|如下|下列", text):
            continue
        return role, length
    return _problems(sentence, here, begun)


def _opening(text: str, match: re.Match[str]) -> int:
    """Up to the colon, or the comma after `建议`; a sentence that only announces is all opening."""
    colon = text.find(":", 0, match.end() + 30)
    if colon >= 0:
        return colon + 1
    if text[match.end() - 1] in ",:":
        return match.end()
    return len(text) if len(text) - match.end() < 6 else 0


def _problems(sentence: Passage, here: Role, begun: bool) -> tuple[Role | None, int]:
    """An announcement opens the problems, with what it announces in the sentence or after it; a label opens one."""
    if label := LABEL.match(fold(sentence.text)):
        return "problems", label.end()
    if here == "problems" and begun:
        return None, 0
    text = fold(sentence.text)
    if here == "suggestions" and not FOUND.search(text):
        return None, 0
    if text.startswith("有的") and is_deficit(text):
        return "problems", 0
    if end := announced(text):
        return "problems", end
    if (body := BODY.match(text)) and is_deficit(text[body.end() :]):
        return "problems", body.end()
    if len(FIELDS.findall(text)) > 1 and "存在" in text:
        return "problems", 0
    head = None if begun else head_of(sentence)
    if head and head.aspect and is_deficit(head.rest.text):
        return "problems", 0
    return ("problems", len(text)) if only_announces(text) else (None, 0)


def judging(sentence: Passage) -> tuple[Role | None, int]:
    """A sentence that judges opens the problems where nothing else does; up to its colon it may only lead to them."""
    pieces = [piece for clause in split(sentence, ";") for piece in split(clause, ",、")]
    if not any(assesses(piece.text) for piece in pieces):
        return None, 0
    colon = next(split(sentence, ":"), sentence)
    leads = colon.text.endswith((":", "：")) and head_of(sentence) is None
    return "problems", len(colon.text) if leads else 0
