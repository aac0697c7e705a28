"""Does a heading name an aspect, how is it called, and does it say anything at all?

Which aspects there are stands in `aspects.toml` and is read by `taxonomy.py`.
"""

import re

from bihuan.reading.numerals import fold
from bihuan.reading.sentences import is_deficit, plain
from bihuan.reading.taxonomy import Aspect, in_force

LABELS = re.compile(r"党的领导弱化|党的建设缺失|全面从严治党不力")
FIELD = re.compile(
    r"方面[\s。:,]*(?:的|中)?(?:还|仍|仍然|依然)?(?:存在|发现|反馈|有)?(?:着)?的?(?:主要|突出|具体|一些|一定|较大|明显|不小)*的?"
    r"(?:问题|不足|差距|短板|弱项|薄弱环节|偏差|欠缺)?(?:的?整改.*)?$"
)
SPECIAL = re.compile(
    r"(?:工作)?(?:专项)?(?:检查|巡视|巡察|督查)?(?:中|时)?(?:发现|反馈|指出|存在)的?(?:主要|突出"
    r"|具体)*的?(?:问题|不足)(?:和不足)?$"
)
COUNTED = re.compile(r"[（(][^（）()]*\d+[^（）()]*[个项条][^（）()]*[）)]$")
ABOUT = re.compile(r"^(?:关于|聚焦|围绕|对照)*(?:在|对)?")
FOCUS = re.compile(r"^(?:关于|聚焦|围绕|对照|紧盯)+(?:在)?")
GENERIC = re.compile(
    r"已|未|表现|有关|正在|阶段性|基本|巡视组?|巡察组?|督导组?|检查组?|审计组?|反馈|发现|存在|指出|查找|主要|突出|具体|共性|个性"
    r"|重点|一些|方面|问题"
    r"|不足|薄弱环节|[的与和及中出了等、“”,:。（）()及其以下如下]|常规|本轮|此次|这次|情况|需要|整改"
    r"|关于|回头看|聚焦|抓好|抓实|扎实|全力|坚决|全面|真抓|真改|实改|严格|从严|从实|压茬|有力|有序|有效|导向|坚持|靶向|精准|见效|到位|做好|切实|强化|成果|确保|落地|高质量|高标准|标本兼治|意见|要求|任务|逐项|逐条|对照|紧盯|各项|事项|推进|进展|落实|完成|通报|如下|省委|市委|县委|第|[一二三四五六七八九十\d]+|党委|党组|领导班子|班子|目前|当前|我们"
)


def aspect_of(text: str) -> Aspect | None:
    """The first aspect whose wording occurs in `text`, by the taxonomy in force."""
    return in_force().aspect_of(text)


def is_aspect(heading: str) -> bool:
    """Is this heading the name of an aspect, and not itself a finding?"""
    folded = fold(COUNTED.sub("", plain(heading)))
    if is_field_name(heading):
        return True
    return len(folded) < 60 and aspect_of(folded) is not None and not is_deficit(folded)


def is_field_name(heading: str) -> bool:
    """Does it say by its own words that it names a field: `选人用人方面`, `意识形态专项检查发现的问题`?"""
    folded = fold(COUNTED.sub("", plain(heading)))
    return bool(FIELD.search(folded) or SPECIAL.search(folded) or LABELS.fullmatch(folded.strip("“”")))


def is_generic(heading: str) -> bool:
    """`二、巡视发现的主要问题` says no more than that findings follow."""
    folded = fold(COUNTED.sub("", heading))
    return not GENERIC.sub("", folded).strip() and not (FIELD.search(folded) and aspect_of(folded))


def aspect_name(heading: str) -> str:
    """The heading without what every aspect heading has: `在“选人用人”方面存在的问题` is 选人用人.

    The aspects of some sets, as the special parts, have one name each, however they are headed.
    """
    text = COUNTED.sub("", plain(heading))
    folded = fold(text)
    known = aspect_of(folded)
    if known and known.set in in_force().one_name and is_aspect(heading):
        return known.name
    match = FIELD.search(folded) or SPECIAL.search(folded)
    text = text[: match.start()] if match and match.start() > 1 else text
    lead = ABOUT.match(fold(text)) if match else FOCUS.match(fold(text))
    text = text[lead.end() :] if lead and len(text) - lead.end() > 1 else text
    if lead and not match and text.endswith("情况"):
        text = text[:-2]
    text = text.strip()
    if text[:1] in '“"‘' and text[-1:] in '”"’' and "“" not in text[1:]:
        text = text[1:-1]
    return plain(text)
