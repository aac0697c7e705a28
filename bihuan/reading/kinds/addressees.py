"""Which unit does a demand name as the one to act? `县委联络组要提前准备` and `由县财政局牵头` name one.

The first unit leads, the others support. Everyone at once (各乡镇、各部门) is no lead unit, nor is a person or the
inspection team itself.
"""

import re

SEAT = r"(?:县委|市委|区委|省委|州委|镇委|乡委|党委|党组|县政府|市政府|区政府|镇政府|乡政府|县|市|区|镇|乡|局|校)?"
KIND = (
    r"(?:纪委监委|纪委|监委会|监委|村委会|居委会|理事会|董事会|监事会|委(?![员托书会])|办公室|办(?![理公结好])|局|组(?![织成长员])"
    r"|部(?![门分署])|院|中心|政府|公司|集团|党组|党委|党总支|支部|专班|所(?![有属])|站(?!位)|队(?!伍)|科(?!学|技)|股(?!份)|室|厅"
    r"|处(?![理置分罚在]|于(?!\d))|社(?![会区局])|街道|镇|乡(?!村|镇)|馆|园区|开发区|团委|妇联|残联|工商联|科协|文联|工会|党校|小学|中学|大学"
    r"|管委会|委员会|联合会|协会|学校|银行|机关(?!事务))"
)
UNIT = rf"(?:(?:中共)?[\u4e00-\u9fff]{{0,2}}?{SEAT}[\u4e00-\u9fff]{{0,10}}?{KIND}(?:监委|机关|办公室|党组|党委|办)*)"
UNITS = rf"{UNIT}(?:(?:[、和与及,]){UNIT})*"
EVERYONE = re.compile(
    r"^(?:各|全|所有|每|我们?|大家|有关|相关|被|其他|其|该|本|上级|同级|上述|这|那|以(?!上)|对(?![外口])|向|按|与|给|为|把|将|让|在|从|经(?![营济发开信管])|使|到"
    r"|是|之|作为|同意|原则|授权|听取|要|就(?!业)|会议|乡镇|村组)|巡视组|巡察组|督导组|人员|同志|干部(?![科处股室局监教])|领导(?!小组)"
    r"|中转站|[电泵车气油基]站|收费站|[把将到使由]|统一|提交|上报|报送|移交|转交|及时|实现|确保|通过|切实|进一步"
)
TO_ACT = (
    r"(?:必须|务必|不得|负责(?!人)|牵头|会同|承办|主办|做好|抓好|开展|制定|拟定|起草|提出|加强|落实|建立|完善|严格|强化|定期|全程|及时|尽快"
    r"|立即|抓紧|继续|持续|提供|承担|统筹|配合|协助|协调|汇总|督促|督查|跟踪|报送|准备|安排|维护|保障|具体|进一步|组织|选派|抽调|派出|编发"
    r"|编制|设立|成立|指导|研究|排查|清理|核查|审核|受理|办理|根据|结合|围绕|针对|牢牢|主动|认真|全面|联合|共同|统一|分别|逐[个项条一])"
)
ACTS = (
    rf"(?:要(?![求素点么])|须|应当?|每|按|对|于\d|在\d|\d|{TO_ACT}"
    r"(?![室局处科所]|部(?!署)|办(?=公室|[要负牵会、,。])|组(?![织建])|中心|委(?!托)))"
)
SUBJECT = re.compile(rf"(?:^|[,:。;(])(?:请|由)?(?P<units>{UNITS})(?={ACTS})")
BY_ONE = re.compile(rf"(?<![自理缘事])由(?P<units>{UNITS})(?=[^,。;长])")
ASKED = re.compile(rf"(?:^|[,:。;])请(?P<units>{UNITS})(?=[将于在])")
TOLD = re.compile(rf"[,:。;](?:请)?(?P<units>{UNITS})(?:要(?![求素点么])|必须|务必|负责(?!人)|做好|抓好)")
"""A further unit that is told to do its part."""
POST = (
    r"(?:(?:党(?:工)?委|党组|总?支部|纪委|政法委)?(?:第一)?副?书记|副?[县市区镇乡村校院局处科股所站部厅]长|副?主[任席]|副?秘书长|副?巡视员|副?总经理"
    r"|副?董事长|副?总工程师|副?组长|常委|党委委员|党组成员)"
)
PERSON = re.compile(rf"(?:(?!由)[\u4e00-\u9fff]){{0,2}}?{POST}")
"""What makes a person of the unit before it: 县委办主任."""
LEADER = re.compile(
    rf"(?:(?:^|[,:。;])由?|由)(?P<who>[\u4e00-\u9fff]{{0,8}}?{POST}"
    r"(?:(?!分[片别头]|共同|统一|直接|具体|亲自|全程)[\u4e00-\u9fff]{2,3})??)(?:同志)?(?:具体|亲自|总|直接|全程)?(?:负责|牵头|分管|包抓|包案|挂帅|领办|督办|带队)"
)
AGREED = re.compile("会议|原则|同意|授权|批准|审定|通过")
NO_ONE = re.compile("^(?:各|全|所有|每|相关|有关|该|其|党组织|主要|班子)|责任人")
HELPING = (
    re.compile(rf"(?:牵头|负责)[,、]?(?:由)?(?P<units>{UNITS})(?:等(?:单位|部门)?)?(?:密切)?(?:配合|参与|协助|协同)"),
    re.compile(rf"[,;](?P<units>{UNITS})(?:等(?:单位|部门)?)?(?:做好|积极|密切|全力|协同|予以)?(?:配合|协助|参与)"),
    re.compile(rf"会同(?P<units>{UNITS})"),
)


def lead_named(text: str) -> str:
    """The unit or units told to act, as worded, in a folded demand; empty where none is named."""
    for pattern in (SUBJECT, ASKED, BY_ONE):
        for match in pattern.finditer(text):
            everyone = EVERYONE.search(match["units"])
            if not everyone and not _is_person(match):
                return match["units"]
            if everyone and match.start() == everyone.start() == 0 and not AGREED.match(text):
                return ""
    return ""


def _is_person(match: re.Match[str]) -> bool:
    return match["units"].endswith("常委") or bool(PERSON.match(match.string, match.end("units")))


def helpers_named(text: str) -> str:
    """The units that support, in a folded demand."""
    found = [match for pattern in HELPING if (match := pattern.search(text))] + list(TOLD.finditer(text))
    named = (m["units"] for m in found if not _is_person(m))
    return "、".join(dict.fromkeys(units for units in named if not EVERYONE.search(units)))


def leader_named(text: str) -> str:
    """The person told to lead, post and name as worded: `由副县长陆明川负责`; a post of everybody's is none."""
    match = LEADER.search(text)
    return match["who"] if match and not NO_ONE.search(match["who"]) else ""
