"""How is a life table written and read? One row per move; facts go in, a new status or a refusal comes out.

Every noun with a life (finding, measure, …) is a sibling of this module: an enum of statuses, an enum of moves,
a frozen `Facts`, and a tuple of rows. The order of questions is always who, then when, then what: somebody
without a part in a move learns nothing about the state of the thing.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Literal, Protocol, TypeVar

from bihuan.rules.people import Role
from bihuan.say import Say, say


class Note(StrEnum):
    """Whether a move takes a written reason."""

    NONE = "none"
    OPTIONAL = "optional"
    REQUIRED = "required"


@dataclass(frozen=True)
class Refusal:
    """Why not: `who` (not this person), `when` (not in this status), `what` (something is missing)."""

    kind: Literal["who", "when", "what"]
    reason: Say
    missing: tuple[Say, ...] = ()


@dataclass(frozen=True)
class Check:
    """One line of a checklist: the condition in words, and whether it holds."""

    text: Say
    done: bool
    kind: Literal["who", "what"] = "what"


class Facts(Protocol):
    """What every life table may ask of its facts."""

    @property
    def parts(self) -> frozenset[Role]: ...
    @property
    def note(self) -> str: ...


S = TypeVar("S", bound=StrEnum)
M = TypeVar("M", bound=StrEnum)
F = TypeVar("F", bound=Facts)


def always(_facts: object) -> bool:
    return True


@dataclass(frozen=True)
class Row(Generic[S, M, F]):
    """One way to make `move`. Among rows of one move and source the first whose `when` holds is taken."""

    move: M
    source: S
    target: S
    who: frozenset[Role]
    note: Note = Note.NONE
    when: Callable[[F], bool] = always
    gates: tuple[Callable[[F], Check], ...] = ()


@dataclass(frozen=True)
class Offer(Generic[M]):
    """A move that a person has a part in, at this moment: possible, or refused with a reason."""

    move: M
    note: Note
    refusal: Refusal | None


def find_row(rows: Iterable[Row[S, M, F]], move: M, status: S, facts: F) -> Row[S, M, F] | None:
    return next((r for r in rows if r.move == move and r.source == status and r.when(facts)), None)


def gates_of(row: Row[S, M, F], facts: F) -> tuple[Check, ...]:
    return tuple(gate(facts) for gate in row.gates)


def decide(rows: tuple[Row[S, M, F], ...], move: M, status: S, facts: F, *, ask_note: bool = True) -> S | Refusal:
    """The status after `move`, or why not. `ask_note=False` asks before anything was typed."""
    able = [r for r in rows if r.move == move and r.who & facts.parts]
    if not able:
        return Refusal("who", say("这一步不由您办理。"))
    row = find_row(rows, move, status, facts)
    if row is None or not row.who & facts.parts:
        return Refusal("when", say("当前状态下不能办理这一步，页面可能已有变化，请刷新后再看。"))
    unmet = [check for check in gates_of(row, facts) if not check.done]
    if barred := [check for check in unmet if check.kind == "who"]:
        return Refusal("who", barred[0].text)
    if unmet:
        return Refusal("what", say("还差 {count} 项条件。", count=len(unmet)), tuple(c.text for c in unmet))
    if ask_note and row.note is Note.REQUIRED and not facts.note.strip():
        return Refusal("what", say("请写明理由。"))
    return row.target


def offers(rows: tuple[Row[S, M, F], ...], status: S, facts: F) -> tuple[Offer[M], ...]:
    """The moves to show this person now, in table order; a move that is not theirs or not now is left out."""
    shown: dict[M, Offer[M]] = {}
    for row in rows:
        if row.move in shown or row.source != status or not row.who & facts.parts or not row.when(facts):
            continue
        verdict = decide(rows, row.move, status, facts, ask_note=False)
        refusal = verdict if isinstance(verdict, Refusal) else None
        shown[row.move] = Offer(row.move, row.note, refusal)
    return tuple(shown.values())
