"""Where does a sentence end, where does a clause end, and which clauses name a shortcoming?

Full stops inside quotation marks, book titles and brackets end nothing.
"""

import re
from collections.abc import Callable, Iterator

from bihuan.reading.blocks import Passage
from bihuan.reading.lines import cut
from bihuan.reading.numerals import fold

PAIRS = {"”": "“", "’": "‘", "》": "《", ")": "(", "」": "「", "】": "【", "]": "["}

DEFICIT_WORDS = (
    "不到位|不够|不足|差距|短板|弱项|风险[较偏]?高|不力|不严|不实|不深|弱化|缺失|薄弱(?:环节)?|滞后|不规范|不健全|不充分"
    "|流于形式|虚化|空转"
    "|缺位|欠缺|打折扣|温差|偏差|还需|有待|走过场|走形式|走样|淡化|宽松软|缺乏|缺少|漏洞|隐患"
    "|时有发生|多发|频发"
    "|(?:风险|问题|矛盾|现象|隐患|较|仍|比较)[^,;。]{0,2}突出|依然存在|仍然存在|仍存在|敷衍|违规"
    "|超标|推诿|迟缓|缓慢|较慢|落后|较差|较弱"
    "|偏弱|偏低|偏松|偏软|乏力|失察|失管|失责|失职|断档|脱节|悬空|挂空挡|上热下冷|失之于[宽松软]?|疏于[\u4e00-\u9fff]{2,6}|层层递减|未能"
    "|没有|以会代训"
    "|淡薄|淡漠|乏人|无序|闲置|停滞|流失|避重就轻|照搬照抄|照抄照转|上下一般粗|一罚了之|吃拿卡要"
    "|优亲厚友|虚报|套取|截留|挪用|冒领|骗取|超职数|失真|失实|失衡|失序|失范|失控|脱岗|空岗|缺岗|缺口|不作为|慢作为"
    "|乱作为|畏难|好人主义|老好人|易发|高发|屡禁不止|禁而不|屡改屡犯|蜻蜓点水|浮于表面|浅尝辄止|两张皮|一言堂|家长制"
    "|积压|铺张|懒散|散漫|僵化|粗糙|过宽|过松|过软|过多|过频|过少|偏少|久拖|拖延|拖欠|空心化|空壳|停留在|满足于|局限于"
    "|跑冒滴漏|倒置|念文件|层层加码|一刀切|反弹|堵点|死角|盲区"
    "|挤占|混用|混同|混淆|错位|越位|断层|雷同|超期|逾期|超时|虚设|失修|代签|代写|抄袭|补签|坐支|白条|挂账|先斩后奏|束之高阁|名存实亡|灯下黑|东拼西凑|拖沓|碎片化|冷热不均|变味|变形|跑偏|走偏"
    "|边改边犯|反复出现|化整为零|转包|吃空饷|小金库|公车私用|乱收费|等靠要|各自为政|单打独斗|重复(?:提交|报销|建设|填报)"
    "|未(?!来|成年|雨绸缪|有穷期|发[生现])[^,。;]{2}"
    "|(?:仍|还|屡|又)有(?:发生|出现)|照抄照搬|被动应付|一般化|表面化|形式化|简单化|粗放|混乱|随意|松懈|松弛|弄虚作假|老化|矛盾凸显|重.{1,6}轻.{1,6}"
)
DEFICIT = re.compile(
    rf"{DEFICIT_WORDS}|(?:不|未|无)(?![仅但断忘久少愧负畏]|同程度|得不|[容可]忽视)[\u4e00-\u9fff]{{1,5}}(?=$|[,、;。:”等)])"
    r"|(?<![降减缩变])[差弱慢低虚空软松散乱窄浅少短粗薄缺](?=$|[,;。”)])"
)
JUDGED = re.compile(
    rf"(?:{DEFICIT_WORDS}|(?:(?<!长期)[不无]|有待)[\u4e00-\u9fff]{{1,5}}|[差弱慢低虚空软松散乱窄浅少短粗薄缺大]"
    r"|存在[^,;。\d]{2,4}|以[^,;。]{2,8}代替?[^,;。替]{2,6}|虚假[\u4e00-\u9fff]{2})[”)]?$"
)
HAPPENS = re.compile(r"(?:发生|(?<!易发)[多频]发|不止|不绝|出现)$")
"""What happens again and again is an example of what is judged."""
ETC = re.compile(r"等(?:方面)?(?:的)?(?:突出)?(?:问题|不足|现象|情况)?[。;]?$")
ELABORATION = re.compile(
    r"^(?:如|例如|比如|譬如|又如|再如|诸如|其中|仅|只有|甚至|导致|致使?|造成|影响|引发|带来|(?:群众|基层|企业|社会|师生|职工|干部|患者)(?:反映|反响|意见|评价|[^,;。]{0,2}(?:知晓|参与|满意|认可|信任|获得|幸福)[率度感])|群众办事|使得|以致|占|涉及|累计|最[长高多低少大小]|截至|截止|至今|个别|抽查|随机|经查|有的"
    r"|调研|巡[视察](?:组|期间|发现|时|中)|\d)"
)
"""What goes on about the shortcoming before it, by an example, a figure or a consequence."""
OF_THESE = re.compile("(?:部分|一些|有的|个别)?问题")
"""What `整改不彻底，部分问题反弹` goes on about; where 责任 was spoken of, it is another matter."""
LEADING_DEFICIT = re.compile(
    r"(?:还|也|又|且|并|较|比较|仍|存在|有|不|未|没有|缺乏|缺少|流于|失之于[宽松软]?|疏于[\u4e00-\u9fff]{2,6}|浮于|停留|满足于|局限于|照搬|照抄|应付|敷衍"
    r"|蜻蜓点水|浅尝辄止|走过场|搞|以[^,]{1,10}代|重[^,]{1,6}轻|(?:与|同|距离?|离)[^,]{2,20}(?:要求|目标|期待|期盼|需要))"
)
"""A clause that begins so has no subject of its own and stays with the one before it."""


def is_deficit(text: str) -> bool:
    """Does this wording name a shortcoming? `党委理论学习不深入` does, `党委高度重视` does not."""
    return bool(DEFICIT.search(fold(text).rstrip(" ;。,、:")))


LEADS_ON = re.compile(
    r"^(?:贯彻|落实|推动|推进|履行|执行|抓|开展|加强|坚持|统筹|围绕|聚焦|服务|学习|运用|发挥|把|对|在|以|从|为|与|同|向|将|按|就|作为"
    r"|面对|针对|通过|由于|虽然|尽管|结合|深入|全面|进一步|防范|化解|保障|维护|引领|促进|提升|提高|建设|强化|深化|监督|管理)"
)
"""A clause that begins so may only lead to the shortcoming that the next one names: `贯彻新发展理念，`."""
SHORTEST, SHORTEST_NEAR = 5, 6
"""How many characters a clause after `，` or after `、` has at least where it is a shortcoming of its own."""
NAMED_TOGETHER = re.compile(r"、[^,;。]*等(?!(?:方面)?的?(?:突出)?(?:问题|不足|现象|情况)?[。;,、]?$)")
"""`超标准配备公车、公款吃喝等问题仍有发生` is one shortcoming of several things."""


def assesses(text: str) -> bool:
    """Does a clause end with a judgement (`把关不严`, `推进滞后`), and not with what was not done (`未开展`)?"""
    clause = ETC.sub("", fold(text).rstrip(" ;。,、:"))
    match = JUDGED.search(clause)
    return match is not None and match[0][0] not in "未没" and not HAPPENS.search(clause)


def elaborates(text: str) -> bool:
    """Does this wording go on about the shortcoming before it: `如某村三年未公开`, `2023年仅开展2次`?"""
    return bool(ELABORATION.match(fold(text)))


def shielded(text: str) -> bytearray:
    """A byte per character, 1 inside closed quotation marks or brackets. `text` is folded."""
    shield = bytearray(len(text))
    open_at: dict[str, int] = {}
    for i, c in enumerate(text):
        if c in PAIRS:
            start = open_at.pop(PAIRS[c], -1)
            if start >= 0 and i - start <= 400:
                shield[start : i + 1] = b"\x01" * (i + 1 - start)
        elif c in "“‘《([「【":
            open_at[c] = i
    return shield


def split(passage: Passage, marks: str) -> Iterator[Passage]:
    """The stretches between `marks` outside quotes; each keeps its own closing mark."""
    text = fold(passage.text)
    if not any(mark in text for mark in marks):
        yield from [piece] if (piece := cut(passage)).text else ()
        return
    shield = shielded(text)
    start = 0
    for i, c in enumerate(text):
        if c in marks and not shield[i]:
            piece = cut(passage, start, i + 1)
            start = i + 1
            if piece.text:
                yield piece
    piece = cut(passage, start)
    if piece.text:
        yield piece


def sentences(passage: Passage) -> Iterator[Passage]:
    return split(passage, "。!?")


def plain(text: str) -> str:
    """A wording fit for a row: no joining punctuation at its end, no full stop after a single sentence."""
    text = text.strip().lstrip("●•◆■▲◇○※·► ").rstrip(";；,，、:： \u3000")
    body = text.rstrip("。.")
    return body if "。" not in body else text


def deficits(passage: Passage, says: Callable[[str], bool] | None = None) -> list[Passage]:
    """Split at commas between clauses that each name a shortcoming: `学习不深入，担当不够强` is two.

    A clause without a subject of its own (`不深入`, `存在差距`) stays with the one before it. Among clauses that mostly
    are shortcomings also one is whose words nobody knows. `says` tells which clause is one where other marks part the
    list, so that the clauses between them name one or more: `assesses` or `names_one`.
    """
    pieces: list[Passage] = []
    start = last = 0
    named = False
    commas = list(_commas(passage))
    clauses = [passage.text[: commas[0][0]] if commas else "", *(after for _, after in commas)]
    mostly = 2 * sum(map(is_deficit, clauses)) >= len(clauses)
    near = names_near(passage)
    first, other = (names_one, says) if says else (names_one, names_one) if mostly else (is_deficit, is_deficit)
    for end, after in commas:
        close = passage.text[:end].rstrip().endswith("、")
        before = passage.text[last:end]
        named = named or (is_deficit(before) and _length(before) >= SHORTEST_NEAR if close else first(before))
        last = end
        if (
            named
            and (near(before) and near(after) if close else other(after))
            and not _goes_on(after, before, says is assesses)
        ):
            pieces.append(cut(passage, start, end))
            start, named = end, False
    pieces.append(cut(passage, start))
    return pieces


def names_near(passage: Passage) -> Callable[[str], bool]:
    """Which clause after `、` is one? In a list of shortcomings any, elsewhere one that judges its own subject.

    `截留、挪用补助` is one: its second clause has no subject.
    """
    clauses = list(split(passage, "、"))
    listed = len(clauses) > 2 and 2 * sum(assesses(one.text) for one in clauses) >= len(clauses)
    says = names_one if listed else is_deficit
    return lambda clause: says(clause) and _length(clause) >= SHORTEST_NEAR and not DEFICIT.match(fold(clause))


def _goes_on(clause: str, before: str, strictly: bool) -> bool:
    """Does a clause tell of the shortcoming before it?

    Between semicolons (`strictly`) also one of the same matter does (`监督委员会形同虚设，监督记录由会计代写`) and
    one of some places (`部分库房未检修`); one that begins with 个别 may be one of its own.
    """
    text, told = fold(clause), fold(before)
    if OF_THESE.match(text):
        return "责任" not in told
    if strictly and (text.startswith("部分") or (text[:2] in told and not _both_lead_on(text, told))):
        return True
    own = text.startswith("个别") and (strictly or assesses(text))
    return _length(clause) < SHORTEST or bool(LEADING_DEFICIT.match(text) or (elaborates(text) and not own))


def _both_lead_on(clause: str, before: str) -> bool:
    return bool(LEADS_ON.match(clause) and LEADS_ON.match(before))


def _length(clause: str) -> int:
    return len(clause.strip("。；;，,、 "))


def names_one(clause: str) -> bool:
    """Among shortcomings also a clause of other words, as `课时被挤`, unless it only leads to the next."""
    text = fold(clause).rstrip("。;,、 ")
    return is_deficit(text) or (len(text) > 5 and not LEADS_ON.match(text) and not re.search(r"\d", text))


def _commas(passage: Passage) -> Iterator[tuple[int, str]]:
    """Each comma's end, and the clause after it; the one after `，` runs over any `、`."""
    for clause in split(passage, ","):
        for part in [clause] if NAMED_TOGETHER.search(fold(clause.text)) else split(clause, "、"):
            at = part.span.start - passage.span.start
            if at:
                yield at, clause.text if part.span.start == clause.span.start else part.text
