"""What is wrong with a template, and where is it?"""

from dataclasses import dataclass

from bihuan.say import Say, say

NEAR = 12
"""Letters that are shown before and after a fault."""


@dataclass(frozen=True)
class Fault:
    """One thing that has to be put right: the place, the text around it, and what to do."""

    place: Say
    around: str
    reason: Say

    @property
    def whole(self) -> Say:
        return say("{place}“{around}”：{reason}", place=self.place, around=self.around, reason=self.reason)


@dataclass(frozen=True)
class Faulty:
    """A template that is not taken, with everything that is wrong with it, from top to bottom."""

    faults: tuple[Fault, ...]


def near(text: str, start: int, end: int) -> str:
    """The words around a fault, on one line."""
    before, after = text[max(0, start - NEAR) : start], text[end : end + NEAR]
    cut = (
        ("…" if start > NEAR else "") + before + text[start:end][:60] + after + ("…" if end + NEAR < len(text) else "")
    )
    return " ".join(cut.split())
