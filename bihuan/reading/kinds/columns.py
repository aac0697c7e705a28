"""Which column of a ledger means what? Header synonyms first, then the telling word in an unknown header.

`责任领导（县级）` is the leader; `整改责任人` is the person who does the work, never the leader.
"""

import re
from typing import Literal

from bihuan.reading.numerals import fold

Column = Literal[
    "number", "aspect", "sort", "category", "finding", "manifestation", "cause", "goal", "measure", "leader",
    "division_leader", "claim_leader", "claim_unit", "lead_unit", "support_units", "person", "deadline",
    "period", "status", "question", "progress", "remark", "kind", "key", "common", "standing", "immediate", "known",
]  # fmt: skip
"""`question` asks for yes or no (是否完成); `kind` holds 立行立改, 集中整改, 长期坚持;
`sort` is a class of findings that gives the aspect where nothing better does; `known` is understood but not kept."""

SYNONYMS: dict[Column, str] = {
    "number": "序号 编号 问题序号 巡察问题序号 巡视问题序号 问题编号 表单编号 No 项次 号",
    "aspect": (
        "反馈重点方面 巡视反馈重点方面 巡察反馈重点方面 问题主要方面 主要方面 对应四落 对应四落实 四个落实"
        " 对应四聚焦 四聚焦 对应四个落实 方面 所属方面 问题方面 领域 问题领域 反馈方面 一级标题"
    ),
    "sort": "问题类别 问题类型 类别 大类 问题大类 专项 整改巡视专项 整改巡察专项 所属专项",
    "category": ("一级 一级问题 问题子类 反馈重点内容 巡视反馈重点内容 子类 二级分类 问题小类 小类 二级标题 重点内容"),
    "finding": (
        "反馈问题 反馈意见 巡视反馈问题 巡察反馈问题 巡视反馈具体问题 巡察反馈具体问题 巡视反馈的问题"
        " 巡察反馈的问题 发现的问题"
        " 存在问题 存在的问题 问题 具体问题 问题描述 问题内容 主要问题 反馈具体问题 问题事项 整改问题"
        " 整改事项 二级 二级问题 突出问题"
        " 巡视反馈意见 巡察反馈意见 反馈的问题 反馈内容 查摆问题 问题清单 审计发现问题"
    ),
    "manifestation": (
        "具体表现 具体内容 问题的具体内容 主要表现 问题表现 问题具体表现 表现形式 三级 三级问题 表现"
        " 问题具体内容 具体情形"
    ),
    "cause": "原因剖析 原因分析 剖析原因 产生问题的根本原因 问题根源 产生原因 问题原因 根源剖析 原因",
    "goal": ("整改目标 整改落实目标 整改标准 完成标志 整改要求 目标 预期目标 预期成效 目标要求 验收标准 完成标准"),
    "measure": (
        "整改措施 整改计划 整改举措 具体措施 措施内容 整改措施具体内容 归零措施 整改任务 措施 举措"
        " 任务 具体举措 整改内容"
        " 工作措施 主要措施 整改具体措施 任务措施 工作任务 整改方案 针对根本原因制定的归零措施"
    ),
    "leader": (
        "责任领导 牵头领导 包抓领导 挂联领导 县级责任领导 责任县领导 领导 县级领导 责任县级领导"
        " 牵头县领导 党组织主要负责人 包保领导"
    ),
    "division_leader": "分管领导 主管领导",
    "claim_leader": "认领领导 认领人",
    "claim_unit": "认领单位 认领部门",
    "lead_unit": (
        "牵头单位 牵头部门 责任单位 责任部门 整体牵头部门 整体牵头部门/负责人 主责单位 整改单位"
        " 承办单位 主办单位 责任主体 牵头责任单位"
        " 责任科室 牵头科室 主责部门 单位 部门 整改责任单位 整改主体"
    ),
    "support_units": (
        "配合单位 协办单位 参与单位 协同部门 配合部门 协同单位 协助单位 责任配合单位 配合科室 配合责任单位"
    ),
    "person": "责任人 具体责任人 经办人 联系人 直接责任人 整改责任人 承办人 负责人 具体负责人 工作人员",
    "deadline": (
        "整改时限 完成时限 完成时间 预计完成时间 整改期限 时限要求 时限 期限 整改完成时限"
        " 计划完成时间 办理时限 拟完成时间 整改完成时间 完成期限 时间节点 计划时限"
    ),
    "period": "整改周期 周期",
    "status": (
        "完成情况 整改状态 完成状态 任务状态 销号情况 整改结果 状态 整改完成情况 办理状态"
        " 具体问题整改完成情况 销号状态 是否整改 落实状态"
    ),
    "question": "是否完成 是否销号 是否完成整改 是否整改完成 是否整改到位 是否已完成",
    "progress": (
        "整改进展 进展情况 整改情况 整改落实情况 整改成效 整改描述 整改措施完成情况 完成概述"
        " 具体问题整改落实情况 整改进展情况 落实情况 成效"
        " 工作进展 办理情况 办理结果 问题完成情况概述 进展 整改进展成效 目前进展"
    ),
    "remark": "备注 说明 备 备注说明",
    "kind": "类型 整改类型 整改类别 时限类型 任务类型",
    "key": "是否重点关注 重点关注 重点问题",
    "common": "问题性质 问题属性 个性共性 共性个性",
    "standing": "是否常态化坚持 是否长期坚持 长期坚持 是否长期 常态化坚持",
    "immediate": "是否立行立改 立行立改 是否即知即改",
    "known": (
        "举一反三情况 举一反三检查情况 举一反三 佐证材料 印证资料 支撑材料 附件 资料清单 销号时间"
        " 销号日期 办结时间 办结日期 整改进度 整改进度% 进度 进度%"
        " 上周进度% 上周进度 联系电话 电话 手机 是否集中整改期完成 重点关注情形 业务主管部门会签"
        " 完善制度 挽回损失 追责问责 专项整治 其他 拟不公开理由 不公开理由"
        " 措施类型 循环审批次数 通知书编号 下达日期 报告文号 书记签收 整改措施落实的佐证材料 签字"
        " 审核 审核人 验收意见 审核意见 本周进度 本周进度% 落实时间 填报时间 更新时间"
    ),
}
EXACT: dict[str, Column] = {word: column for column, words in SYNONYMS.items() for word in words.split()}

OFFICE = "(?:单位|部门|科室|股室|处室|室组|站所|乡镇|主体|机构)"
TELLING: tuple[tuple[Column, str], ...] = (
    ("known", "实际.*(?:时间|日期)"),
    ("deadline", "^(?:计划|预计|拟|要求|目标|应|规定|限定).{0,6}(?:时间|日期|时限|节点)"),
    (
        "known",
        (
            "不公开|佐证|印证|支撑材料|附件|销号时间|电话|举一反三|审核|审查|会签|签字|签收|进度|百分比"
            "|满意度|金额|万元|文号|次数|日期$"
        ),
    ),
    ("division_leader", "^(?:分管|主管)(?!.*(?:部门|单位))"),
    ("number", "^序$|序号$|编号$"),
    ("cause", "原因|根源"),
    ("claim_leader", "认领.*(?:领导|人)"),
    ("claim_unit", "认领"),
    ("measure", "措施|举措|整改计划|整改任务$|整改思路|整改打算|整改做法"),
    ("deadline", "时限|期限|节点|完成时间|完成日期|时间要求"),
    ("support_units", f"(?:配合|协办|协同|协助|参与).*{OFFICE}"),
    ("lead_unit", f"(?:牵头|责任|主责|承办|主办|整改|落实).*{OFFICE}"),
    ("leader", "(?:责任|牵头|包抓|包保|挂联|挂钩|联系|督办|县级|县|市|区|党组|班子).*领导|第一责任人"),
    ("division_leader", "领导"),
    ("person", "责任人|负责人|联系人|经办人|承办人"),
    ("question", "^是否.*(?:完成|销号|到位)"),
    ("status", "状态|完成情况$|(?:完成|整改|销号|办结)(?:标记|标识|与否|程度)$"),
    ("goal", "目标|标准|完成标志"),
    ("progress", "进展|成效|落实情况|整改情况|完成概述|办理情况"),
    ("manifestation", "具体表现|表现$|具体内容|具体情形"),
    ("category", "子类|小类"),
    ("aspect", "方面|领域"),
    ("sort", "类别|类型|大类|专项$"),
    ("finding", "问题|反馈意见"),
    ("remark", "备注"),
)


def squeeze(label: str) -> str:
    """A header without spaces, brackets and what they hold, and marks."""
    text = re.sub(r"\s+", "", fold(label))
    return re.sub(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|[*:、。]", "", text) or text


def column_of(label: str) -> Column | None:
    """The meaning of a header, or None. `label` may be several header rows joined by line breaks."""
    deepest = label.strip().split("\n")[-1]
    for text in (deepest, label):
        plain = squeeze(text).removeprefix("措施") or "措施"
        bracket = re.search(r"\(([一二三]级|具体表现|不公开|拟不公开)\)", fold(text))
        if bracket and "不公开" in bracket[1]:
            return "known"
        if bracket and bracket[1] != plain and bracket[1] in EXACT and plain.endswith(("问题", "意见")):
            return EXACT[bracket[1]]
        if plain in EXACT:
            return EXACT[plain]
    plain = squeeze(label)
    if len(plain) > 24:
        return None
    return next((column for column, pattern in TELLING if re.search(pattern, plain)), None)


def is_header_word(text: str) -> bool:
    """Is this one of the synonyms? None of them begins with a digit, as a finding's number does."""
    return not text[:1].isdigit() and squeeze(text) in EXACT
