"""What are the stored codes of announcements, texts that are passed down, shifts and answers called?"""

from bihuan.desk.models import Announcement, CheckAnswer, Distribution
from bihuan.say import Say, say

ANNOUNCEMENTS: dict[str, Say] = {
    Announcement.Kind.ENTRY.value: say("巡视公告"),
    Announcement.Kind.LEAVING.value: say("撤离公告"),
}
EXTENTS: dict[str, Say] = {
    Distribution.Extent.FULL.value: say("全文"),
    Distribution.Extent.SUMMARY.value: say("摘要"),
}
SHIFTS: dict[str, Say] = {"day": say("白班"), "night": say("夜班")}
ANSWERS: dict[str, Say] = {
    CheckAnswer.Answer.YES.value: say("是"),
    CheckAnswer.Answer.PARTLY.value: say("部分"),
    CheckAnswer.Answer.NO.value: say("否"),
}
