"""What may be handed over, and what is back? An original can be in one place only.

Source: trade.md §2.4, 交接清单 and 归还清点. Example: an original that went out under H-003 and has not come back is
refused, with the name of whoever has it; two copies of which one came back leave one out.
"""

from dataclasses import dataclass

from bihuan.rules.life import Refusal
from bihuan.rules.material import Carrier, Form
from bihuan.say import say


@dataclass(frozen=True)
class Out:
    """Where an original is: with whom, since when (a day), on which list."""

    whom: str
    since: str
    under: str


@dataclass(frozen=True)
class Line:
    """One line of a list that is to be handed over."""

    ref: str
    title: str
    form: Form
    carrier: Carrier
    copies: int
    available: int
    """How many copies are registered."""
    out: Out | None = None


def is_single(form: Form, carrier: Carrier) -> bool:
    """Whether it can be in one place only."""
    return form is Form.ORIGINAL and carrier is not Carrier.ELECTRONIC


def why_not(lines: tuple[Line, ...], *, office: bool) -> Refusal | None:
    """Why this list cannot be handed over; nothing where it can."""
    if not office:
        return Refusal("who", say("移交由联络组办理。"))
    if not lines:
        return Refusal("what", say("清单上还没有材料，请先选择要移交的事项或材料。"))
    seen: set[str] = set()
    for line in lines:
        if reason := _refused(line, twice=line.ref in seen and is_single(line.form, line.carrier)):
            return reason
        seen.add(line.ref)
    return None


def _refused(line: Line, *, twice: bool) -> Refusal | None:
    named = {"ref": line.ref, "title": line.title}
    if twice:
        return Refusal("what", say("{ref}《{title}》是原件，一张清单上只能列一次，请保留一行。", **named))
    if line.copies < 1:
        return Refusal("what", say("{ref}《{title}》的份数是 {copies}，至少移交 1 份。", **named, copies=line.copies))
    if is_single(line.form, line.carrier) and line.copies > line.available:
        reason = say("{ref}《{title}》的原件只有 {available} 份，请改正份数。", **named, available=line.available)
        return Refusal("what", reason)
    if line.out:
        reason = say(
            "{ref}《{title}》的原件还在外：{since} 随 {under} 交给{whom}，尚未归还。请先登记归还，或改交复印件。",
            **named,
            **vars(line.out),
        )
        return Refusal("what", reason)
    return None


def cancel(*, office: bool, ref: str, cancelled: bool, signed_by: str, returned: str, reason: str) -> Refusal | None:
    """Why this list cannot be cancelled. `returned`: a material of it that was counted as come back."""
    if not office:
        return Refusal("who", say("交接清单由联络组作废。"))
    if cancelled:
        return Refusal("when", say("{ref} 已经作废。", ref=ref))
    if signed_by:
        return Refusal("when", say("{ref} 已由{name}签收，不能作废；退回的材料请登记归还。", ref=ref, name=signed_by))
    if returned:
        counted = say(
            "{ref} 上的 {material} 已登记归还，清单不能作废；登记有误的请先撤销归还。", ref=ref, material=returned
        )
        return Refusal("when", counted)
    if not reason.strip():
        return Refusal("what", say("请写明作废的理由。"))
    return None


def undo_return(*, office: bool, copies: int, returned: int, ticked: bool, under: str) -> int | Refusal:
    """How many copies are back, once `copies` of them turn out not to be. `under`: a later list an original went by."""
    if not office:
        return Refusal("who", say("归还由联络组清点登记。"))
    if not returned and not ticked:
        return Refusal("when", say("这一项还没有登记归还，没有可以撤销的。"))
    if under:
        return Refusal("when", say("这件原件后来又随 {under} 移交，归还登记不能撤销。", under=under))
    if copies < 0 or copies > returned or (copies == 0 and returned and not ticked):
        return Refusal("what", say("已登记归还 {returned} 份，请按这个数撤销。", returned=returned))
    return returned - copies


def take_back(*, office: bool, copies: int, handed: int, returned: int, rest_stays: bool, remark: str) -> int | Refusal:
    """How many copies are back in all, after `copies` more have come; or why that cannot be."""
    if not office:
        return Refusal("who", say("归还由联络组清点登记。"))
    if returned >= handed:
        return Refusal("when", say("这一项已经全部归还。"))
    if copies < 0 or (copies == 0 and not rest_stays):
        return Refusal("what", say("请填写这次归还的份数，至少 1 份。"))
    if returned + copies > handed:
        reason = say("移交了 {handed} 份，已归还 {returned} 份，这次最多归还 {left} 份。",
                     handed=handed, returned=returned, left=handed - returned)  # fmt: skip
        return Refusal("what", reason)
    if rest_stays and not remark.strip():
        return Refusal("what", say("其余份数不再归还的，请写明原因。"))
    return returned + copies
