"""How does each event of a paper that goes out read in the timeline?"""

from bihuan.rules.dispatch import NAMES
from bihuan.rules.notice import AUDIENCES, GROUNDS, PARTS
from bihuan.say import Say, say

PHRASES: dict[str, Say] = {
    "outgoing.opened": say("拟稿"),
    "outgoing.made": say("生成文稿"),
    "outgoing.failed": say("文稿没有生成"),
    "outgoing.cancelled": say("取消生成"),
    "outgoing.edited": say("上传修改稿"),
    "outgoing.submitted": say("送审文稿"),
    "outgoing.approved": say("同意印发"),
    "outgoing.returned": say("退回修改"),
    "outgoing.issued": say("编号印发"),
    "outgoing.recalled": say("收回文件"),
    "outgoing.dropped": say("作废文稿"),
    "outgoing.addressed": say("列入分发"),
    "outgoing.signed": say("签收文件"),
    "numbering.changed": say("修改发文字号"),
    "template.sent": say("上传文书模板"),
    "template.used": say("改用文书模板"),
    "template.left": say("恢复系统版式"),
    # the archive of a round
    "archive.asked": say("制作归档包"),
    "archive.made": say("归档包制作完成"),
    "archive.failed": say("归档包没有制作成"),
    "archive.cancelled": say("取消制作归档包"),
    "archive.removed": say("移除归档包文件"),
    "archive.written": say("用命令写出归档包"),
    # what is made public
    "withholding.asked": say("提出不公开"),
    "withholding.approved": say("同意不公开"),
    "withholding.refused": say("不同意不公开"),
    "withholding.withdrawn": say("撤回不公开"),
    "notice.worded": say("修改公开表述"),
    "notice.framed": say("修改公开稿"),
    "notice.published": say("登记公开"),
}

FIELDS: dict[str, Say] = {
    "title": say("标题"),
    "round": say("轮次"),
    "version": say("版本"),
    "as_of": say("数据截至"),
    "hash": say("内容校验值"),
    "hashes": say("文件和内容校验值"),
    "status": say("状态"),
    "serial": say("发文字号"),
    "receivers": say("分发"),
    "receiver": say("收文"),
    "words": say("发文字号"),
    "template": say("模板"),
    # the archive of a round
    "files": say("文件数"),
    "size": say("大小（字节）"),
    "manifest": say("清单校验值"),
    "lost": say("缺失或改动的文件"),
    # what is made public
    "finding": say("问题"),
    "audience": say("公开范围"),
    "part": say("不公开的部分"),
    "ground": say("不公开的情形"),
    "text": say("问题表述"),
    "result": say("整改情况"),
    "organising": say("组织整改情况"),
    "next_steps": say("下一步工作"),
    "signed": say("落款"),
    "wording": say("完成情况用语"),
    "phone": say("监督电话"),
    "post": say("邮政信箱"),
    "mail": say("电子邮箱"),
    "since": say("开始日期"),
    "until": say("截止日期"),
    "paper": say("文件"),
    "place": say("公布位置"),
    "count": say("条数"),
}
"""What the fields of a line are called."""

VALUES: dict[str, Say] = {
    **{status.value: name for status, name in NAMES.items()},
    **{each.value: name for each, name in (*AUDIENCES.items(), *PARTS.items(), *GROUNDS.items())},
}
"""What their values are called."""
