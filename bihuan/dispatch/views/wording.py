"""How are the states of papers and versions called and coloured on a page?"""

from typing import Any

from bihuan.dispatch.models import Archive, Outgoing, Version
from bihuan.rules.dispatch import NAMES, Status
from bihuan.say import Say, say
from bihuan.trail.answers import words

TONES = {
    Status.DRAFT: "waiting",
    Status.SUBMITTED: "review",
    Status.APPROVED: "working",
    Status.ISSUED: "done",
    Status.RECALLED: "trouble",
    Status.DROPPED: "idle",
}
MAKING: dict[str, Say] = {
    Version.Status.WAITING: say("等待生成"),
    Version.Status.MAKING: say("正在生成"),
    Version.Status.READY: say("已生成"),
    Version.Status.FAILED: say("没有生成"),
    Version.Status.CANCELLED: say("已取消"),
    Archive.Status.REMOVED: say("文件已移除"),
}
MAKING_TONES = {
    "waiting": "waiting",
    "making": "working",
    "ready": "done",
    "failed": "trouble",
    "cancelled": "idle",
    "removed": "idle",
}
PROGRAMS: dict[str, Say] = {
    "docx": say("Word"),
    "xlsx": say("Excel"),
    "pdf": say("PDF"),
    "txt": say("文本"),
}


def status_word(row: Outgoing) -> str:
    return words(NAMES[Status(row.status)])


def fault_of(version: Version | Archive) -> Say | None:
    """Why it was not made."""
    return Say(version.fault["text"], version.fault["values"]) if version.fault else None


SHOWN: dict[str, Any] = {
    "status_word": status_word,
    "status_tone": lambda row: TONES[Status(row.status)],
    "making_word": lambda version: words(MAKING[version.status]),
    "making_tone": lambda version: MAKING_TONES[version.status],
    "program": lambda ending: words(PROGRAMS[ending]),
    "fault_of": fault_of,
}
