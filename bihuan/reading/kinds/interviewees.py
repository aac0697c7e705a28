"""Which persons does a pasted list name? A line each: name, unit, post, and a phone number where there is one.

Between them a tab, a comma, 、 or gaps, as lists come out of Word and Excel; numbers and bullets in front are left
out. Example: `1. 韩立秋　松河镇　镇长` is the person 韩立秋 of 松河镇, 镇长.
"""

import re
from dataclasses import dataclass

PHONE = re.compile(r"^\+?[\d-]{7,20}$")
_LEAD = re.compile(
    r"^[\s•◆■●▲○*#-]*(?:[(（]?\d{1,3}[)）.、．\s]|[①-⑳㈠-㈩]|[(（]?[一二三四五六七八九十]{1,3}[)）、.])?\s*"
)
_HEAD = re.compile(r"^(?:序号)?\W*(?:姓\s*名|谈话对象|人员)")


@dataclass(frozen=True)
class Listed:
    """One line of the list. What could not be told apart stands in `post`, so that nothing is lost."""

    name: str
    unit: str = ""
    post: str = ""
    phone: str = ""


def listed(text: str) -> tuple[Listed, ...]:
    """The persons in the order of the lines; empty lines and a line of headings are left out."""
    lines = (line.replace("\u3000", " ").replace("\xa0", " ") for line in re.split(r"[\r\n\v\f\u2028]+", text))
    return tuple(_person(line) for line in lines if _LEAD.sub("", line).strip() and not _HEAD.match(line.strip()))


def _person(line: str) -> Listed:
    parts = _parts(_LEAD.sub("", line).strip())
    phone = next((part for part in parts if PHONE.match(part)), "")
    parts = [part for part in parts if part != phone] or [phone]
    name, rest = _name(parts)
    return Listed(name, rest[0] if rest else "", " ".join(rest[1:]), phone if phone != name else "")


def _parts(line: str) -> list[str]:
    """The cells of a line, by the strongest mark that stands in it."""
    for mark in (r"\t+", r"[,，;；|]", r"、", r"\s+"):
        if len(cells := [cell.strip() for cell in re.split(mark, line) if cell.strip()]) > 1:
            return cells
    return [line]


def _name(parts: list[str]) -> tuple[str, list[str]]:
    """The name and what follows it; `韩 立` written with a gap is one name."""
    if len(parts) > 2 and len(parts[0]) == len(parts[1]) == 1:
        return parts[0] + parts[1], parts[2:]
    return parts[0], parts[1:]
