"""Which sentences do the page's scripts say? They are kept here, so that they are translated like all others."""

from django.utils.translation import gettext as _


def words() -> dict[str, str]:
    """Script key → sentence in the reader's language; `{name}` places are filled by the script."""
    return {
        "draft_restored": _("已恢复上次未提交的内容。"),
        "draft_drop": _("清除"),
        "chosen": _("已选 {count} 项"),
        "file_size": _("{name}（{size}）"),
        "fault": _("没有完成：服务器没有正常回答。内容还在页面上，请稍后再试。"),
        "offline": _("没有完成：连接不上服务器。内容还在页面上，请检查网络后再试。"),
        "close": _("关闭"),
        "slot_to": _("移到 {time} {room}，按 Enter 确认，按 Esc 取消。"),
    }
