"""Does a text ask for what the rules of conduct forbid: what was said in an interview, who wrote, how to hold back?

Source: trade.md §1.3, prohibitions 1, 2, 3 and 5. A text that forbids the thing, or asks whether it happened, is no
breach. Example: `breach("请了解谈话对象说了什么")` is a sentence with its reason; `breach("任前谈话记录")` is None.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from bihuan.say import Say, say

REMARK_LIMIT = 30
"""Characters of a remark on an interview: enough for “行动不便，请安排一楼”, too few for a record."""


@dataclass(frozen=True)
class Bar:
    """One thing that is not to be asked or written: what it looks like, why not, and which prohibition it is."""

    looks: re.Pattern[str]
    reason: Say
    source: str


def _any(*wordings: str) -> re.Pattern[str]:
    return re.compile("|".join(wordings))


_INTERVIEW = r"(?<!谈心)(?<!提醒)(?<!任前)(?<!廉政)(?<!诫勉)(?<!教育)(?<!任职)谈话"
_WHO = r"(?:谁|哪些人|哪个人|什么人|何人|哪位|哪个同志|哪些同志)"
_SAID = r"(?:说了|说过|讲了|讲过|谈了|谈到|谈过|问了|问到|问过|提到|提了|反映了|反映的|反映什么|反映哪些|被问)"
_WRITER = r"(?:举报|写信|来信|来电|来访|检举|告状|投诉|反映问题)的?(?:人员|人|者|群众|干部|同志)"
_WRITES = r"(?:举报|写信|写的信|来信|告状|打的?电话|打了电话|来电|来访|检举|投诉|反映(?:的|了)?问题)"

BARS = (
    Bar(
        _any(
            rf"{_INTERVIEW}的?内容",
            r"个别谈话的?(?:记录|笔录|情况)",
            rf"{_INTERVIEW}(?:对象|人员|人|后|时|中|的同志)?[^。；\n]{{0,10}}?{_SAID}",
            rf"(?:谈|谈话)(?:完|结束|回来)后?[^。；\n]{{0,10}}?(?:{_SAID}|汇报|报告|反馈)",
            r"(?:巡视组|巡察组|检查组|组里)(?:的?同志|人员)?[^。；，\n]{0,8}?(?:问了|问过|问到|谈了|谈过)",
        ),
        say("“{words}”涉及谈话内容。不得打听、记录或收集谈话内容，请删去，只写时间、地点等安排。"),
        "§1.3, 1",
    ),
    Bar(
        _any(
            rf"{_WHO}[^。；，\n]{{0,8}}?{_WRITES}",
            rf"{_WRITER}[^。；，\n]{{0,4}}?(?:姓名|名单|名字|身份|是谁|联系方式|电话|号码|住址|笔迹)",
            rf"(?:追查|查找|查清|查一查|排查|打听|了解|摸清|弄清|找出|锁定)[^。；，\n]{{0,8}}?(?:{_WRITER}|来电号码|来信笔迹)",
        ),
        say("“{words}”涉及来信来访来电的人。不得打听、追查是谁反映问题，请删去。"),
        "§1.3, 2",
    ),
    Bar(
        _any(
            r"截访|拦访",
            r"(?:拦截|阻拦|劝返|拦住|堵住|劝离)[^。；，\n]{0,6}?(?:上访|来访|信访|群众|反映)",
        ),
        say("“{words}”涉及拦阻来访群众。不得阻拦群众向巡视组反映情况，请删去。"),
        "§1.3, 2",
    ),
    Bar(
        _any(
            r"(?<!按)(?<!按照)统一(?:答复|回答|谈话)?口径(?!填|统计|汇总|报)",
            r"对好?口径|串供|(?:谈话|回答)的?(?:口径|标准答案|统一答案)",
            r"(?:教|交代|交待|叮嘱|培训|辅导)[^。；，\n]{0,8}?(?:怎么说|怎么讲|怎么谈|如何回答|怎么回答|如何应答)",
        ),
        say("“{words}”涉及统一口径。不得事先统一口径或教人如何回答，请删去。"),
        "§1.3, 3",
    ),
    Bar(
        _any(
            r"(?:先不|不要|别|暂不|不)(?:给|提供给?|交给|报给?)巡[视察]组",
            r"能拖就拖|拖(?:几|两|一|些)天再(?:给|交|报|提供)",
            r"(?:敏感|不利|有问题)的?(?:材料|资料|内容|文件)?[^。；，\n]{0,6}?(?:先不|不要|别|暂不|不予|抽掉|抽走)",
            r"(?:筛选|挑选|过滤|抽掉|抽走)[^。；\n]{0,10}?再(?:给|提供|报|交)",
        ),
        say("“{words}”涉及筛选或拖延提供材料。请按要求如实、及时、完整提供，并删去这句话。"),
        "§1.3, 3",
    ),
)
"""What no text of the desk may ask for, whoever writes it down."""

LAVISH = Bar(
    _any(
        r"茅台|五粮液|名酒|名烟|烟酒|礼品|礼金|红包|购物卡|土特产|纪念品",
        r"宴请|接风|洗尘|饯行|送行宴|高档[烟酒菜餐]|高档(?:酒店|宾馆)|会所|KTV|唱歌|旅游|游览|景区|景点",
        r"警车开道|列队(?:欢迎|迎接)|欢迎(?:横幅|标语|仪式)",
    ),
    say("“{words}”超出接待标准。服务保障不得超标准接待，请按标准安排后再登记。"),
    "§1.3, 5",
)
"""What an errand may not be. A request may well ask for the books on gifts, so this is asked of errands alone."""

TELLING = re.compile(
    "内容|反映|举报|检举|揭发|信访|说了|说到|讲了|讲到|问了|问到|问起|提到|提了|谈了|谈到|谈及|"
    "交代|交待|承认|涉及|线索|问题|表态|情绪|态度|录音|笔录|谈话记录"
)
"""Words that a remark on an interview does not need unless it tells of what was said."""

_FORBIDS = re.compile(
    r"(?:不得|严禁|禁止|不准|不许|不能|不可|防止|杜绝|避免|决不|绝不|有无|有没有|是否|查处|查办|整治|纠正)[^。；，！？\n]{0,16}$"
)


def breach(text: str) -> Say | None:
    """The reason why a text cannot be taken down, or None. Asked of requests, visits, errands and announcements."""
    return _first(BARS, text)


def lavish(text: str) -> Say | None:
    """The reason why an errand is beyond the standard of reception, or None."""
    return _first((LAVISH,), text)


def remark_breach(text: str, names: Iterable[str] = ()) -> Say | None:
    """The reason why a remark on an interview cannot be kept, or None. `names` are the persons that are sealed."""
    flat = _flat(text)
    if len(text.strip()) > REMARK_LIMIT:
        return say("备注最多 {limit} 个字，只写行程安排。", limit=REMARK_LIMIT)
    if found := TELLING.search(flat):
        return say("备注只写行程安排，不得涉及谈话内容，请删去“{words}”。", words=found[0])
    if any(len(name) > 1 and name in flat for name in map(_flat, names)):
        return say("备注里不写谈话对象的姓名，请删去姓名。")
    return breach(text) or None


def _first(bars: tuple[Bar, ...], text: str) -> Say | None:
    flat = _flat(text)
    for bar in bars:
        for found in bar.looks.finditer(flat):
            if not _FORBIDS.search(flat[: found.start()]):
                return say(bar.reason.text, words=found[0])
    return None


def _flat(text: str) -> str:
    """Full and half width alike, without the gaps that hide a word, lines kept apart."""
    return re.sub(r"[^\S\n]+", "", unicodedata.normalize("NFKC", text)).replace(",", "，").replace(";", "；")
