"""What does the trail say, and is it whole?"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet

from bihuan.trail.chain import FIELDS, digest
from bihuan.trail.models import Chain, Line


@dataclass(frozen=True)
class Verdict:
    """The result of checking one chain. `broken_at` is the number of the first line that does not hold, or None."""

    organisation: str
    lines: int
    head: str
    broken_at: int | None = None
    fault: str = ""


def lines_of(organisation: str, subject: str = "") -> QuerySet[Line]:
    """The lines of one organisation, newest first, optionally about one subject."""
    lines = Line.objects.filter(organisation=organisation)
    return lines.filter(subject=subject) if subject else lines


def head_of(organisation: str) -> tuple[int, str]:
    """(number, hash) of the newest line; (0, "") for an empty chain."""
    chain = Chain.objects.filter(organisation=organisation).first()
    return (chain.length, chain.head) if chain else (0, "")


def organisations() -> list[str]:
    """The organisations that have a chain, or lines that lost theirs."""
    return sorted({*Chain.objects.values_list("organisation", flat=True),
                   *Line.objects.order_by().values_list("organisation", flat=True).distinct()})  # fmt: skip


def verify(organisation: str) -> Iterator[int | Verdict]:
    """Walk one chain from its first line: yields the count every 1,000 lines, and last the verdict."""
    length, head = head_of(organisation)
    previous, number = "", 0
    lines = Line.objects.filter(organisation=organisation).order_by("number")
    for line in lines.iterator(chunk_size=1000):
        number += 1
        if fault := _fault(line, number, previous):
            yield Verdict(organisation, number, line.hash, broken_at=number, fault=fault)
            return
        previous = line.hash
        if number % 1000 == 0:
            yield number
    if (number, previous) != (length, head):
        yield Verdict(organisation, number, previous, broken_at=number + 1, fault="end")
        return
    yield Verdict(organisation, number, previous)


def _fault(line: Line, number: int, previous: str) -> str:
    """`gap` (a line is missing), `link` (it does not follow the one before), `content` (it was changed), or nothing."""
    if line.number != number:
        return "gap"
    if line.previous != previous:
        return "link"
    if line.hash != digest({name: getattr(line, name) for name in FIELDS}):
        return "content"
    return ""
