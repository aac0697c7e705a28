"""Who speaks in a paragraph of a speech or of minutes, and does a list of demands open here?

`会议要求，` and `县长强调：` open demands; `会议听取了…` tells what happened; `最后，祝…` takes leave;
`下面讲三点意见：` opens a list, and `首先，… 其次，…` counts its points.
"""

import re

from bihuan.reading.numbering import SERIAL, Number
from bihuan.reading.numerals import HAN, fold, number

SAYS = (
    r"(?:还|并|再次|同时|最后|进一步)?"
    r"(?:要求|强调|指出|决定|议定|明确|部署|确定|提出|认为|听取|传达|研究|审议)(?:了|如下)?(?:[,:]|(?![会的]))"
)
AGREES = r"(?:还|并|同时|一致)?(?=(?:原则)?(?:上)?(?:同意|审定|通过|批准))"
"""What was agreed keeps its verb: `会议原则同意设立专班` is 原则同意设立专班."""
SPEAKER = (
    r"(?:[^,。;:《“]{0,12}(?:书记|[县市区镇乡局院校部组]长|主任|同志|主席)"
    r"|(?!省委|市委|中央|条例|反馈|巡)[\u4e00-\u9fff]{2,3})(?:还|最后|同时|就[^,。]{2,20})?(?:要求|强调|指出)[,:]"
)
MEETING = re.compile(rf"^(?:会议{SAYS}|会议{AGREES}|(?!.{{0,14}}(?:总书记|中央)){SPEAKER})")
DECIDED = re.compile(
    r"(?:会议|会上)(?:还|同时|最后|一致|研究|原则上?)*(?:要求|决定|议定|审定|通过|批准|明确|同意|部署|确定)(?:了)?"
    r"|^(?:议定|决定)事项|现将[^。]{0,20}(?:任务|分工)"
)
NARRATED = re.compile(
    r"^[^,。;]{0,24}(?:总书记|国家主席|党中央|中央|国务院)[^,。;]{0,20}(?:强调|指出|要求|指示|提出)"
    r"|^这[些样][^,。;]{0,8}(?:必须|应当|要)(?:深刻)?(?:汲取|吸取|警醒|引起)|^(?:这次|此次|本轮|本次)巡[视察](?:工作)?[,]?(?:我们|巡[视察]组)?(?:将|主要|重点)"
    r"|^(?:\d{1,4}[年月]|今天|近日|上午|下午)?[^。将要]{0,24}(?:主持召开|主持会议)|^(?:\d{1,4}[年月]|今天|近日)[^。将要]{0,24}召开|^会议(?:还|同时)?(?:认为|听取|传达|学习|审议(?!通过)|通报|研究(?!决定|同意))"
)
FAREWELL = re.compile(
    r"^(?:同志们[,:!](?=.*(?:让我们|希望|谢谢|努力|奋斗|使命|新局面|新篇章|贡献|答卷))|(?:最后[,]?)?(?:再次)?(?:衷心)?(?:祝|感谢|预祝|谢谢)"
    r"|最后[,](?=[^。]*(?:让我们|希望|谢谢|祝|感谢|恳请))"
    r"|让我们|(?:我们?)?(?:也)?(?:恳请|坚信|相信|希望(?!各(?!位)|全|有关|相关|[县市区镇])))"
)
ASIDE = re.compile(
    r"^(?:同志们[,:!]|(?:最后|另外|此外|同时|这里|在此)?[,]?我?(?:还|再|要)*(?:特别)?(?:强调|说)(?:一点|一下|一句|几句|的是)[,:]|(?:另外|此外|同时|会后)[,])"
)
LISTS = re.compile(
    r"(?:强调|要求|决定|议定|明确|部署|同意)[^。:]{0,16}:$"
    r"|(?:意见|要求|事项|任务|分工|希望|工作|建议|条|点|方面[^。:]{0,12})(?:如下)?:$"
    rf"|(?:[几{HAN}\d]+(?:个|点|条|项|件|方面|步|句|字)|如下|以下|下列)[^。:]{{0,16}}:$"
    rf"|(?:讲|谈|提|强调|作|说)[^。:]{{0,12}}(?:几|[{HAN}\d]+)(?:点|个方面|条|个字|项|句)[^。:]{{0,10}}[:。]?$"
)
FAULTS = re.compile(r"(?:问题|表现|不足|差距|原因|短板|成绩|成效|变化|特点|教训|意义|体现)[^。:;]{0,8}[:,。]$")
FAULTY = re.compile("有的|主要是")
ENDING = 80
"""How many characters at the end of a paragraph say what it opens; a paragraph may be a million long."""
ORDER = re.compile(
    rf"^(?P<mark>首先|其次|再次|再者|其[一二三四五六]|最后一点|最后|第(?P<n>[{HAN}]{{1,2}})(?:个|点|件事|条|个方面|句话))(?:是|要)?[,:、]\s*"
)
ORDERED = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "其一": 1, "其二": 2, "其三": 3}


def resolves(text: str) -> bool:
    """Does this paragraph say what a meeting required or decided?"""
    return bool(opening(text) or DECIDED.search(fold(text)[:40]))


def opening(text: str) -> int:
    """How long `会议要求，` at the beginning is; 0 where no one is said to speak."""
    match = MEETING.match(fold(text))
    return match.end() if match else 0


def narrates(text: str) -> bool:
    """`会议认为…`, `会议听取了…` and what higher leaders said tell; they ask nothing of this office."""
    return bool(NARRATED.match(fold(text)))


def aside(text: str) -> int:
    """How long `最后强调一点，` at the beginning of a demand is."""
    match = ASIDE.match(fold(text))
    return match.end() if match else 0


def lists(text: str) -> bool:
    """`下面我讲三点意见：` and `会议议定事项如下：` open a list of demands."""
    return bool(LISTS.search(fold(text[-ENDING:]).strip())) and not tells_faults(text)


def only_opens(text: str) -> bool:
    """A sentence that ends with a colon opens what follows: `我们将从三方面抓好落实：`."""
    return fold(text[-ENDING:]).rstrip().endswith(":")


def tells_faults(text: str) -> bool:
    """`主要表现在：` opens a series of shortcomings, not of demands."""
    return bool(FAULTS.search(fold(text[-ENDING:]).strip()) or FAULTY.match(fold(text[:ENDING]).strip()))


def heads_demands(title: str) -> bool:
    """Is this the heading of a list of demands, like `下一步工作要求` and `工作安排`?"""
    return bool(re.search("(?:要求|任务|安排|打算|措施|部署)$", title))


def is_farewell(text: str) -> bool:
    return bool(FAREWELL.match(fold(text)))


def ordinal_of(text: str) -> Number | None:
    """`其次，` and `第二个，` count like `二、`; whether others stand beside it is for the reader to know."""
    match = ORDER.match(fold(text))
    if not match:
        return None
    value = (number(match["n"]) if match["n"] else ORDERED.get(match["mark"])) or 4
    return Number(SERIAL, value, match["mark"], match.end())
