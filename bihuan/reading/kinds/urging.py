"""Does this wording demand something: by its words, by naming who acts or by when, or because what stood before it did?

`要切实加强统筹协调` and `决不允许推诿扯皮` do; `具有重要意义`, `要清醒看到` and `取得了成效` do not.
"""

import re

from bihuan.reading.kinds.addressees import lead_named
from bihuan.reading.kinds.sections import DEMAND
from bihuan.reading.numerals import fold

SEEN = r"(?!(?:清醒|深刻|充分|客观|理性)?地?(?:看到|看清|承认|引起|警醒|警觉|高度警醒))"
NO_VERB = (
    r"(?!求(?![真实新])|素|么|点(?![对面名准])|闻(?![令过])|职|害|塞|件(?!件)|务(?![实必])|领(?![会导办着好先])|是|义(?!无)|旨"
    r"|紧(?![密紧盯扣抓跟扭贴握])|不是|不然|不了|不得)"
)
"""After 要 these make a noun or a conjunction, as in 要点 and 要是; `要紧盯` and `要务实` demand."""
MUST = re.compile(
    rf"(?<![重主需只首必扼纪摘概次简索想若])(?<!就是)(?<!的是)(?<!为了)要{NO_VERB}{SEEN}"
    rf"|立行立改|即知即改|(?<=,)长期坚持(?=[、,;。]|$)|[^,。;]{{2,16}}(?:牵头|负责|包抓|包案|领办)(?!人)|(?:必须|务必|务须|应当|理应){SEEN}"
    r"|(?<!能)不能(?=再|有|当|搞|只|光|停|坐|等(?!闲)|让|把|一|松|因|怕|流|以|简单|仅|图)|(?<![容巴怪舍恨由来见顾要虎懈误等拖慢怕])不得(?!不)|不准|不许|严禁|决不|绝不|禁止|切勿|一律|一经发现|[^,。;]{2,8}(?:负总责|各负其责|具体抓)"
    r"|^请(?!示)[^,。]{2,20}(?:于|在|将|把|及时|尽快|抓紧|按|配合|提供|安排|做好)"
)
SEES = re.compile(rf"要(?!{SEEN})")
DONE_BY = r"(?=(?:全部|全面|基本)?(?:完成|办结|销号|清零|到位|报|提交|形成|拿出|实现|印发|出台))"
COUNT = r"(?:\d{1,3}|[一二三四五六七八九十两]{1,3}|半)"
DUE = re.compile(
    r"(?:\d{4}年|今年|明年|本?年)?(?:\d{1,2}月(?:\d{1,2}[日号]|[上中下]旬|底|末)?|(?<!每)年?底)"
    rf"(?:(?:之|以)?前|{DONE_BY})"
    rf"|(?:会后|会议结束后|从?即日起|自?[^,。;]{{0,12}}之日起)?[,]?(?<![每近第\d])"
    rf"{COUNT}个?(?:工作日|月|周|星期|天|日)(?:之内|以内|内)"
    r"|(?<![\d一二三四五两半])年内(?!容)"
    rf"|(?<!每)(?:[本下]周[一二三四五六日末]?|[本当下次]?月[底末]|第?[一二三四]季度末?)(?:(?:之|以)?前|内|{DONE_BY})"
)
VOW = re.compile(
    r"(?:(?:我|我们|本人)(?:作为[^,。;]{2,16},)?|党委|党组|支部|[县市区镇乡局院校司](?:委|党委|党组|政府)(?:常委会|班子)?)(?:将|一定)(?!会)"
)
VERB = (
    r"(?:切实|坚决|确保|带头|严格|抓紧|尽快|进一步|认真|全力|积极|加快|着力|深入|督促|负责|落实|自觉|定期|围绕|针对|聚焦|凡|召开|主动"
    r"|逐[条项个]|严[防查惩禁把管抓]|注重|成立|设立|防止|杜绝|力戒|力争|敢于|勇于|善于|牢记|树立|发挥|保持|保证|形成|整合|压紧|拧紧|做到"
    r"|规范|整治|清理|梳理|列出|制定|明确|细化|量化|优化|修订|公开|通报|约谈|倒排|倒查|查处|对照|举一反三|依法|依规|组织|开展|结合|编发|编制"
    r"|选派|抽调|安排|调整|压减|压缩|取消|停止|暂停|纠正|追缴|清退|清缴|清收|收回|拆除|关停|恢复|补办|补齐|推行|实行|实施|执行|采取|用好|讲清"
    r"|查清|摸清|弄清|吃透|学习|传达|宣传|培训|邀请|接受|报送|上报|提交|反馈|汇总|分析|研判|研究|解决|化解|处置|拿出|包抓|认领|履行|抓|盯|每[周月季旬天日]|按[月周季时])"
)
BEGIN = re.compile(
    rf"^(?:{VERB}(?!的)|[把将]|谁|边|不[搞打走留找讲]|[^,。;]{{2,30}}的[,]|能[^,。;]{{0,6}}的"
    r"|对于?[^,。;]{2,24}(?:问题|情况|事项|任务|单位|人员|干部|线索|行为)[,])"
)
ROLE = re.compile(
    r"^(?:(?:我|我们|本人)(?:作为[^,。;]{2,16},)?|班子(?:成员)?|[各每][^,。;]{1,10}?|(?:主要|分管)(?:负责)?(?:同志|领导|负责人)"
    rf"|[^,。;]{{0,6}}(?:书记|干部|同志|人员|成员|负责人))(?=每人|都|各负|一律|要|{VERB})(?:每人|都)?"
)
"""Whoever is to do it: `班子成员每人包抓两个问题`."""
ACCOUNT = re.compile(
    r"^(?:有的|一些|少数)|(?<![别其凡于总实但而若或只])是(?!否|非)|(?<!不)了(?![解结然如却])|已(?!经|销号|完成的|整改的|办结的)|取得|事关|关系到|表明|体现|有利于|有助于"
)
"""What tells how things are: 是, 了, 取得; it keeps what only begins with a verb from being a demand."""
EXPLAINS = re.compile(r",(?:这)?(?:既|也|更|就)?是[^,。;]{4,40}[。]?$|,这是[^。;]*$")
"""`既要治标，又要治本，这是根本要求` says why, where nobody is told to do it."""
AGREED = re.compile(r"^(?:会议)?(?:原则)?(?:上)?(?:同意|决定|授权|批准|审定|审议通过|通过)")
EVERY = re.compile(
    r"^(?:[各全所每][^,。;]{1,14}|[^,。;]{2,12}(?:书记|主任|干部|同志|人员))(?:要(?!求)|必须|务必|应当|不得)"
)
SPOKEN_OF = re.compile(
    r"^为什么|^为何|怎么看|如何看|认识|意义|形势|肯定|回顾|看到|成绩|成效|进展|不足|差距|原因|听取|汇报|通报|发言|基本情况"
)

SLOGAN = re.compile(
    r"让我们|奋力|谱写|新局面|新篇章|新的更大|更大贡献|(?:满意|合格|优异)的?(?:答卷|成绩)|不懈努力|努力奋斗"
)


def demands_something(text: str, before: bool) -> bool:
    """`before`: the clause or the point before demanded, so one that begins with 切实 or 确保 goes on demanding."""
    folded = fold(text)
    if DUE.search(folded) or VOW.search(folded):
        return True
    if MUST.search(folded):
        return not EXPLAINS.search(folded) or bool(EVERY.match(folded))
    who = ROLE.match(folded)
    rest = folded[who.end() :] if who else folded
    goes_on = before and not SEES.match(rest) and (BEGIN.match(rest) or DEMAND.match(rest))
    return bool(goes_on or lead_named(folded)) and not gives_account(text)


def gives_account(text: str) -> bool:
    return bool(ACCOUNT.search(fold(text)))


def is_whole(text: str) -> bool:
    """Is the first sentence of a point a demand of its own, not a heading? It says who, by when, or what was agreed."""
    folded = fold(text)
    return bool(AGREED.match(folded) or EVERY.match(folded) or DUE.search(folded) or lead_named(folded))


def is_imperative(title: str, mark: str) -> bool:
    """Does a heading demand by itself? `三要严守纪律` and `（二）加强领导` do."""
    if mark.endswith("要"):
        return True
    told = speaks_of(title) or gives_account(title)
    return not told and bool(DEMAND.match(title) or MUST.search(fold(title)))


def speaks_of(title: str) -> bool:
    """Does a heading only announce reasons? `充分认识重要意义` is no task where a paragraph explains it."""
    return bool(SPOKEN_OF.search(title))


def is_slogan(text: str) -> bool:
    """`奋力谱写新篇章` at the end of a speech asks nothing of anybody."""
    return bool(SLOGAN.search(text))
