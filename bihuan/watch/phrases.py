"""How does the trail name what the watch has done?"""

from bihuan.say import Say, say

PHRASES: dict[str, Say] = {
    "reminder.sent": say("发出当日提醒"),
    "reminder.hurried": say("发出紧急提醒"),
    "reminder.escalated": say("升级提醒"),
}

FIELDS: dict[str, Say] = {
    "people": say("人数"),
    "items": say("项数"),
    "role": say("提醒到"),
    "due": say("到期日"),
}
"""What the fields of a line are called."""
