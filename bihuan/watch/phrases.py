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
    **{key.value: name for key, name in KEYS.items()},
    **{f"after_{role.value}": NAMES[role] for role in LADDER},
}
"""What the fields of a line are called."""
