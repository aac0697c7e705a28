"""How does the trail name what the watch has done, and what was chosen for it?"""

from bihuan.rules.people import NAMES
from bihuan.rules.warnings import KEYS, LADDER
from bihuan.say import Say, say

PHRASES: dict[str, Say] = {
    "reminder.sent": say("发出当日提醒"),
    "reminder.hurried": say("发出紧急提醒"),
    "reminder.escalated": say("升级提醒"),
    "warning.changed": say("修改预警规则"),
    "hook.added": say("添加发送渠道"),
    "hook.removed": say("删除发送渠道"),
    "mail.changed": say("修改提醒邮箱"),
    # letters
    "ladder.changed": say("修改督办文书设置"),
    "letter.drafted": say("起草督办文书"),
    "letter.revised": say("修改督办文书"),
    "letter.submitted": say("督办文书提交审批"),
    "letter.approved": say("同意印发督办文书"),
    "letter.returned": say("退回督办文书"),
    "letter.issued": say("印发督办文书"),
    "letter.signed": say("签收督办文书"),
    "letter.answered": say("答复督办文书"),
    "letter.asked_again": say("退回重新答复"),
    "letter.closed": say("督办文书办结"),
    "letter.cancelled": say("取消督办文书"),
    "letter.recalled": say("收回督办文书"),
    "summons.held": say("登记约谈"),
}

FIELDS: dict[str, Say] = {
    "people": say("人数"),
    "items": say("项数"),
    "role": say("提醒到"),
    "due": say("到期日"),
    "preset": say("预警方案"),
    "name": say("名称"),
    "host": say("主机"),
    "format": say("格式"),
    "address": say("邮箱"),
    # letters
    "prefix": say("机关代字"),
    "step": say("文书种类"),
    "unit": say("单位"),
    "findings": say("反馈问题"),
    "term": say("新时限"),
    "text": say("正文"),
    "skip_reason": say("越级理由"),
    "status": say("状态"),
    "holder": say("持有方"),
    "document_number": say("文号"),
    "answer_due": say("答复期限"),
    "hash": say("文件校验值"),
    "held_at": say("约谈时间"),
    "place": say("地点"),
    "talked_by": say("约谈人"),
    "attended": say("被约谈人"),
    **{key.value: name for key, name in KEYS.items()},
    **{f"after_{role.value}": NAMES[role] for role in LADDER},
}
"""What the fields of a line are called."""
