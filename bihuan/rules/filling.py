"""What does a cell of a list that was filled in offline (填报) mean, beside what it was and what it is by now?

Three values decide: what was exported, what came back, what stands in the record at present. Example: the goal was
empty at export, came back as 年底前清零, and is still empty: a change. Had somebody written 六月前清零 meanwhile: a
conflict, which a person settles.
"""

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from hashlib import sha256

from bihuan.rules.life import Refusal
from bihuan.say import Say, say


class Verdict(StrEnum):
    SAME = "same"
    """Nobody touched the cell; what changed in the record meanwhile stays."""
    CHANGED = "changed"
    THERE = "there"
    """It came back with what the record says by now anyway."""
    CONFLICT = "conflict"


NAMES: dict[Verdict, Say] = {
    Verdict.SAME: say("没有变动"),
    Verdict.CHANGED: say("会改"),
    Verdict.THERE: say("已是这样"),
    Verdict.CONFLICT: say("其间另有改动"),
}


LONGEST = {
    "cause": 5000,
    "goal": 3000,
    "text": 3000,
    "who": 100,
    "proof_expected": 300,
    "progress": 5000,
    "note": 2000,
}
"""Characters that each text takes, as on the page."""
LARGEST = Decimal(10) ** 12


def number_of(text: str) -> Decimal | None:
    """The number in a cell, `1,200.5` included; None where there is none. Raises ValueError for anything else."""
    plain = text.replace(",", "").replace("，", "").strip()
    if not plain:
        return None
    try:
        number = Decimal(plain)
    except InvalidOperation:
        raise ValueError(text) from None
    if not number.is_finite() or not 0 <= number < LARGEST or number != round(number, 2):
        raise ValueError(text)
    return number


def number_text(text: str) -> str:
    """`3.50` and `3.5` are the same number; what is no number stays as it is."""
    try:
        number = number_of(text)
    except ValueError:
        return text
    return "" if number is None else f"{number.normalize():f}"


def bad_number(text: str) -> Refusal | None:
    try:
        number_of(text)
    except ValueError:
        return Refusal("what", say("“{typed}”不是数量；请填不小于零、至多两位小数的数字。", typed=text[:30]))
    return None


def bad_text(code: str, text: str) -> Refusal | None:
    """What the page would not take either; what a measure is to do may not be left empty."""
    if len(text) > LONGEST[code]:
        return Refusal("what", say("有 {count} 字，最多 {limit} 字；请缩短。", count=len(text), limit=LONGEST[code]))
    if code == "text" and not text:
        return Refusal("what", say("措施的内容不能空着；要删除措施请在页面上办理。"))
    return None


def judge(was: str, filled: str, now: str) -> Verdict:
    """`was` at export, `filled` in the file, `now` in the record."""
    if filled == was:
        return Verdict.SAME
    if filled == now:
        return Verdict.THERE
    return Verdict.CHANGED if now == was else Verdict.CONFLICT


def fingerprint(values: Iterable[str]) -> str:
    """Twelve signs that change when any of the values does; it goes with its row wherever the row is moved."""
    whole = "\x1f".join(values)
    return sha256(whole.encode("utf-8", "replace")).hexdigest()[:12]
