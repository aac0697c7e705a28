"""What may be registered as a material? A piece that was made after its own date is a later explanation, never an
original.

Source: trade.md §1.2: somebody gave the group a freshly printed document under an earlier date, and was punished for
it. Example: a register dated 2024-03-01 and printed on 2026-03-02 is entered as 情况说明, and every list says so.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bihuan.rules.life import Refusal
from bihuan.say import Say, say


class Carrier(StrEnum):
    PAPER = "paper"
    DISC = "disc"
    ELECTRONIC = "electronic"


class Form(StrEnum):
    ORIGINAL = "original"
    COPY = "copy"
    EXPLANATION = "explanation"


CARRIERS: dict[Carrier, Say] = {
    Carrier.PAPER: say("纸质"),
    Carrier.DISC: say("光盘"),
    Carrier.ELECTRONIC: say("电子"),
}
FORMS: dict[Form, Say] = {
    Form.ORIGINAL: say("原件"),
    Form.COPY: say("复印件"),
    Form.EXPLANATION: say("情况说明"),
}


@dataclass(frozen=True)
class Facts:
    """All that the rules may know about a material that is to be registered."""

    today: date
    document_date: date
    made_on: date
    received_on: date
    carrier: Carrier = Carrier.PAPER
    form: Form = Form.COPY
    title: str = ""
    copies: int = 1
    pages: int | None = None
    classified: bool = False
    registered_number: str = ""
    has_content: bool = False
    own: bool = True
    """The person is of the office, or works in the unit that provides it."""
    unit: str = ""
    unit_open: bool = True
    newer: str = ""
    """The reference of the version that already follows the one it is meant to follow."""


def why_not(f: Facts) -> Refusal | None:
    """Why this cannot be registered, in a sentence that says what to do; nothing where it can."""
    if not f.own:
        return Refusal("who", say("只能登记本单位提供的材料；其他单位的材料由该单位或联络组登记。"))
    if not f.unit_open:
        return Refusal("what", say("{unit}已撤并，请选择现在承担这项工作的单位。", unit=f.unit))
    if f.newer:
        return Refusal("when", say("这份材料已有新版本 {ref}，请在最新的版本上登记。", ref=f.newer))
    reason = _classified(f) if f.classified else _described(f)
    reason = reason or _dated(f) or _counted(f)
    return Refusal("what", reason) if reason else None


def _classified(f: Facts) -> Say | None:
    if not f.registered_number.strip():
        return say("密件只登记编号，请填写它在涉密文件登记簿上的编号。")
    if f.has_content:
        return say("密件不能上传内容，请去掉文件，只登记编号；内容走机要渠道交接。")
    return None


def _described(f: Facts) -> Say | None:
    if not f.title.strip():
        return say("请填写材料名称。")
    if f.carrier is Carrier.ELECTRONIC and not f.has_content:
        return say("电子材料请选择文件；纸质或光盘请改选载体。")
    return None


def _dated(f: Facts) -> Say | None:
    if f.received_on > f.today:
        return say("收到时间 {day} 晚于今天，请改正。", day=f.received_on.isoformat())
    if f.made_on > f.received_on:
        return say("制作日期 {day} 晚于收到日期，请改正。", day=f.made_on.isoformat())
    if f.document_date > f.received_on:
        return say("文件日期 {day} 晚于收到日期，请改正。", day=f.document_date.isoformat())
    if f.form is Form.ORIGINAL and f.made_on > f.document_date:
        return say(
            "这份材料制作于 {made}，晚于文件日期 {dated}，不能作为原件登记；"
            "请改选“情况说明”，如实说明何时补制、为何补制；从原件复印的请选“复印件”。",
            made=f.made_on.isoformat(),
            dated=f.document_date.isoformat(),
        )
    return None


def _counted(f: Facts) -> Say | None:
    if f.copies < 1:
        return say("份数至少是 1。")
    if f.pages is not None and f.pages < 1:
        return say("页数至少是 1；不清楚的可以不填。")
    return None


def is_late(form: Form, document_date: date, made_on: date) -> bool:
    """Whether a list has to say that it was made afterwards."""
    return form is Form.EXPLANATION or (form is Form.ORIGINAL and made_on > document_date)


def form_words(form: Form, document_date: date, made_on: date) -> Say:
    """What every page, list and register calls it."""
    if is_late(form, document_date, made_on):
        return say("情况说明（{day} 事后制作）", day=made_on.isoformat())
    return FORMS[form]


def veiled(registered_number: str) -> str:
    """What a classified paper is called here: nothing of what it is about."""
    return f"密件 {registered_number.strip()}"
