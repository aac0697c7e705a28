"""How does each event of a paper that goes out read in the timeline?"""

from bihuan.rules.dispatch import NAMES
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
}
"""What the fields of a line are called."""

VALUES: dict[str, Say] = {status.value: name for status, name in NAMES.items()}
"""What their values are called."""
