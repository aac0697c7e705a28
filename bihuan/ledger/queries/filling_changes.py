"""What would a list that came back change, cell by cell, beside the record as it is now?

A fixed number of queries whatever the length of the list: the findings of the round with all that the rules ask, and
the lines of the trail that tell who changed something meanwhile.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from bihuan.ledger.queries.facts import measure_facts
from bihuan.ledger.queries.filling_values import (
    MEASURE_TEXTS,
    MEASURES,
    NUMBERS,
    PLAN,
    Thing,
    allowed,
    complete,
    entries_of,
    may_name_handler,
    things,
)
from bihuan.ledger.queries.findings import findings_for
from bihuan.ledger.queries.people_names import PeopleNames
from bihuan.people.viewer import Viewer
from bihuan.reading.filling import Returned, ReturnedRow
from bihuan.rounds.models import Round
from bihuan.rules import measure as measure_rules
from bihuan.rules.filling import Verdict, bad_number, bad_text, fingerprint, judge, number_of, number_text
from bihuan.rules.finding import Move
from bihuan.rules.life import Refusal
from bihuan.rules.measure import Status
from bihuan.say import Say, say
from bihuan.trail.models import Line
from bihuan.trail.queries import lines_of

FILLED = frozenset({*PLAN, *MEASURE_TEXTS, *NUMBERS, "handler", "progress", "done", "note"})
LOCKED = Refusal("when", say("这一列不在表里填写，改动没有采用；要改请在页面上办理。"))
NO_NOTE = Refusal("what", say("只有把已完成的措施改为未完成时才写理由。"))
DONE = Refusal("when", say("已完成的措施不能修改，请先恢复为未完成。"))


@dataclass(frozen=True)
class Meanwhile:
    """Who changed the same thing since the list was exported, and when."""

    by: str
    at: datetime


@dataclass(frozen=True)
class Change:
    """One cell that came back different: its place, its three values, and why it may not be taken."""

    row: ReturnedRow
    code: str
    now: str
    filled: str
    verdict: Verdict
    refusal: Refusal | None = None
    meanwhile: Meanwhile | None = None

    @property
    def key(self) -> str:
        return f"{self.row.ref}:{self.code}"

    @property
    def finding_ref(self) -> str:
        return self.row.ref.rpartition("-")[0] if self.row.sheet == MEASURES else self.row.ref

    @property
    def place(self) -> str:
        return f"{self.row.places[self.code]}{self.row.number}"

    @property
    def title(self) -> str:
        return self.row.titles[self.code]

    @property
    def conflicts(self) -> bool:
        return self.verdict is Verdict.CONFLICT and self.refusal is None

    @property
    def taken(self) -> bool:
        """Whether it is taken over without being asked about."""
        return self.verdict is Verdict.CHANGED and self.refusal is None


@dataclass(frozen=True)
class Preview:
    """Every change of one list, and every fault of the file."""

    changes: tuple[Change, ...]
    faults: tuple[Say, ...]

    @property
    def taken(self) -> list[Change]:
        return [change for change in self.changes if change.taken]

    @property
    def conflicts(self) -> list[Change]:
        return [change for change in self.changes if change.conflicts]

    @property
    def refused(self) -> list[Change]:
        return [change for change in self.changes if change.refusal]

    @property
    def there(self) -> list[Change]:
        return [change for change in self.changes if change.verdict is Verdict.THERE and not change.refusal]

    @property
    def seen(self) -> str:
        """A mark of all this: what is confirmed must be what was looked at."""
        told = [f"{c.key}|{c.filled}|{c.now}|{c.verdict}|{c.refusal is None}" for c in self.changes]
        return sha256("\n".join(told).encode()).hexdigest()[:32]


def preview(returned: Returned, round: Round, viewer: Viewer) -> Preview:
    """What the list would change now, for this viewer."""
    here = {thing.ref: thing for thing in things(complete(findings_for(viewer).filter(round=round)), viewer)}
    comparing = _Comparing(returned.as_of, PeopleNames(viewer.organisation))
    faults, changes = list(returned.faults), []
    for row in returned.rows:
        if fault := _strange(row, here.get(row.ref)):
            faults.append(fault)
        elif row.ref in here:
            changes += comparing.changes(row, here[row.ref])
    told = _meanwhile(viewer, returned.as_of, [change for change in changes if change.conflicts])
    return Preview(tuple(replace(c, meanwhile=told.get(c.key)) for c in changes), tuple(faults))


def _strange(row: ReturnedRow, thing: Thing | None) -> Say | None:
    """Why a row as a whole cannot be taken: what was exported has been changed, or its thing is not there any more."""
    values: dict[str, object] = {"sheet": row.sheet_name, "row": row.number, "ref": row.ref}
    fits = thing is None or (thing.sheet == row.sheet and row.filled.keys() == thing.values.keys())
    if not fits or row.mark != fingerprint(row.was.values()):
        return say("“{sheet}”表第 {row} 行（{ref}）的隐藏底稿有变动，没有采用；请重新导出后填写。", **values)
    if thing is None and row.filled != row.was:
        return say("“{sheet}”表第 {row} 行（{ref}）不在您能看到的台账里，可能其间已改派或删除，没有采用。", **values)
    return None


@dataclass
class _Comparing:
    """One list beside the record."""

    as_of: datetime
    people: PeopleNames

    def changes(self, row: ReturnedRow, thing: Thing) -> Iterator[Change]:
        """The cells of one row that came back different, in the order of the columns."""
        touched = {code for code in row.filled if code not in row.barred and row.filled[code] != row.was[code]}
        resumes = "done" in touched and row.filled["done"] == Status.OPEN
        for code in (code for code in row.filled if code in touched):
            if code == "note":
                if not resumes:
                    yield Change(row, code, "", row.filled[code], Verdict.CHANGED, NO_NOTE)
                continue
            was, filled = row.was[code], row.filled[code]
            if code in NUMBERS:
                was, filled = number_text(was), number_text(filled)
            now = self._now(thing, code, filled)
            verdict = judge(was, filled, now)
            if verdict is not Verdict.SAME:
                bad = None if verdict is Verdict.THERE else self._refusal(row, thing, code, filled)
                yield Change(row, code, now, filled, verdict, bad)

    def _now(self, thing: Thing, code: str, filled: str) -> str:
        """Progress is only ever added: what counts is what others have added since."""
        if code != "progress":
            return thing.values[code]
        since = [e.text for e in entries_of(thing.finding, thing.measure) if e.at >= self.as_of]
        return filled if filled in since else (since[0] if since else "")

    def _refusal(self, row: ReturnedRow, thing: Thing, code: str, filled: str) -> Refusal | None:
        finding, viewer = thing.finding, thing.viewer
        if code not in FILLED:
            return LOCKED
        if code == "handler":
            known = self.people.find(filled)
            return may_name_handler(finding, viewer) or (None if known else _unknown(filled))
        if code == "progress":
            return allowed(Move.WORK, finding, viewer) or bad_text(code, filled)
        if code in PLAN:
            return allowed(Move.DRAFT_PLAN, finding, viewer) or bad_text(code, filled)
        return self._of_measure(row, thing, code, filled)

    def _of_measure(self, row: ReturnedRow, thing: Thing, code: str, filled: str) -> Refusal | None:
        if code == "done":
            return _moved(row, thing, filled)
        resumes = row.filled["done"] == Status.OPEN and "done" not in row.barred and not _moved(row, thing, "open")
        shut = DONE if thing.values["done"] == Status.DONE and not resumes else None
        if code in MEASURE_TEXTS:
            return allowed(Move.DRAFT_PLAN, thing.finding, thing.viewer) or shut or bad_text(code, filled)
        carried = {kind.kind for kind in thing.measure.kinds.all()} if thing.measure else set()
        none = Refusal("what", say("这条措施没有勾选这一类型，不填数量。")) if code not in carried else None
        return allowed(Move.WORK, thing.finding, thing.viewer) or none or shut or bad_number(filled)


def _unknown(name: str) -> Refusal:
    return Refusal("what", say("没有找到唯一一位“{name}”，请从下拉列表里选，或在页面上指定。", name=name[:30]))


def _moved(row: ReturnedRow, thing: Thing, filled: str) -> Refusal | None:
    """Whether the measure may be marked done or taken up again, with the numbers that come in the same row."""
    moves = {Status.DONE.value: measure_rules.Move.FINISH, Status.OPEN.value: measure_rules.Move.RESUME}
    if filled not in moves or thing.measure is None:
        return Refusal("what", say("“{word}”不是可选的值，请从下拉列表里选。", word=filled[:30] or "—"))
    asked = measure_facts(thing.measure, thing.finding, thing.viewer, note=row.filled["note"])
    asked = replace(asked, numbers_missing=_lacking(row, thing))
    verdict = measure_rules.decide(moves[filled], asked)
    return verdict if isinstance(verdict, Refusal) else bad_text("note", row.filled["note"])


def _lacking(row: ReturnedRow, thing: Thing) -> int:
    """How many numbers are missing once the row is taken over."""
    missing = 0
    for kind in thing.measure.kinds.all() if thing.measure else ():
        fresh = kind.kind not in row.barred and number_text(row.filled[kind.kind]) != number_text(row.was[kind.kind])
        text = row.filled[kind.kind] if fresh and not bad_number(row.filled[kind.kind]) else thing.values[kind.kind]
        missing += not number_of(text)
    return missing


def _meanwhile(viewer: Viewer, as_of: datetime, conflicts: Iterable[Change]) -> Mapping[str, Meanwhile]:
    """Who made each of these what it is now. One query."""
    refs = {change.finding_ref for change in conflicts}
    told: dict[str, Meanwhile] = {}
    if not refs:
        return told
    for line in lines_of(viewer.organisation.code).filter(subject__in=refs, at__gte=as_of).order_by("number"):
        which = line.after.get("which", line.subject)
        for code in _codes(line):
            told[f"{which}:{code}"] = Meanwhile(line.actor_name, line.at)
    return told


def _codes(line: Line) -> list[str]:
    """The columns that a line of the trail tells of."""
    if line.event == "progress.added":
        return ["progress"]
    if line.event in ("measure.finished", "measure.resumed"):
        return ["done"]
    return [code for code in line.after if code in FILLED]
