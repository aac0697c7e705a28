"""What would a list of units and people change? Drafts and what is known go in; steps and faults come out.

Nothing is ended or closed because a list does not name it: a list adds and corrects. An empty cell changes nothing,
except that a unit without a parent stands directly below the top. Reading the same list again plans no change.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from hashlib import sha256
from typing import Literal

from bihuan.people.queries.roster import Known, KnownPerson, KnownPost
from bihuan.reading.people import Fault, PersonDraft, Roster, Row, UnitDraft
from bihuan.rules import administration
from bihuan.rules.people import HELD, NAMES, Role
from bihuan.say import Say, say

Verdict = Literal["added", "changed", "unchanged"]
OTHER_ROLE_NAMES = {
    "书记": Role.FIRST, "主要负责人": Role.FIRST, "分管领导": Role.LEADER, "领导": Role.LEADER,
    "联络组": Role.OFFICE, "整改办公室": Role.OFFICE, "单位主要负责人": Role.HEAD, "负责人": Role.HEAD,
    "经办": Role.HANDLER, "联络员": Role.HANDLER, "监督": Role.SUPERVISOR, "纪委": Role.SUPERVISOR,
    "组织部": Role.SUPERVISOR,
}  # fmt: skip
NEAR_FOR = 50
"""Near names are sought for so many faults: it is slow, and nobody reads on."""
ROLES = {**OTHER_ROLE_NAMES, **{NAMES[role].text: role for role in HELD}, **{role.value: role for role in HELD}}


@dataclass(frozen=True)
class UnitStep:
    """One unit as it will be."""

    verdict: Verdict
    draft: UnitDraft
    parent: str
    changes: tuple[Say, ...] = ()


@dataclass(frozen=True)
class PersonStep:
    """One person in one post as they will be; `is_first` on the first of a person's rows."""

    verdict: Verdict
    draft: PersonDraft
    unit: str
    role: Role
    charge: tuple[str, ...]
    is_first: bool
    is_known: bool
    has_post: bool
    changes: tuple[Say, ...] = ()

    @property
    def role_name(self) -> Say:
        return NAMES[self.role]


@dataclass
class Plan:
    """What the list would do, in an order in which it can be done; and every reason why not."""

    units: list[UnitStep] = field(default_factory=list)
    people: list[PersonStep] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def changes_nothing(self) -> bool:
        return all(step.verdict == "unchanged" for step in (*self.units, *self.people))

    @property
    def mark(self) -> str:
        """The same for the same plan: whoever confirms gets what was shown."""
        every = (*self.units, *self.people)
        steps = [(s.verdict, s.draft.place.sheet, s.draft.place.row, [str(c) for c in s.changes]) for s in every]
        return sha256(repr(steps).encode()).hexdigest()[:16]

    def counts(self) -> dict[str, int]:
        """`units_added`, `people_changed` …; a person in two posts counts once."""
        found = {}
        for verdict in ("added", "changed", "unchanged"):
            found[f"units_{verdict}"] = sum(step.verdict == verdict for step in self.units)
            found[f"people_{verdict}"] = len({s.draft.username for s in self.people if s.verdict == verdict})
        return found


def plan(roster: Roster, known: Known) -> Plan:
    """The plan for a roster. The steps of units stand parents first."""
    made = Plan(faults=list(roster.faults))
    drafted = _distinct(roster.units, made)
    names = _names(drafted, known)
    parents = {name: _parent(draft, names, known, made) for name, draft in drafted.items()}
    for name in _parents_first(drafted, parents, known, made):
        made.units.append(_unit_step(drafted[name], parents[name], known, made))
    _people(roster.people, names, known, made)
    sheets = list(dict.fromkeys(draft.place.sheet for draft in (*roster.units, *roster.people)))
    made.faults.sort(key=lambda f: (sheets.index(f.sheet) if f.sheet in sheets else -1, f.row, f.column))
    return made


def _fault(made: Plan, place: Row, name: str, reason: Say) -> None:
    made.faults.append(Fault(place.sheet, place.row, place.columns.get(name, 0), reason))


def _distinct(units: Iterable[UnitDraft], made: Plan) -> dict[str, UnitDraft]:
    found: dict[str, UnitDraft] = {}
    for draft in units:
        if draft.name in found:
            first = found[draft.name].place.row
            reason = say("单位“{name}”在第 {row} 行已有，请删去一行。", name=draft.name, row=first)
            _fault(made, draft.place, "name", reason)
        else:
            found[draft.name] = draft
    return found


def _names(drafted: dict[str, UnitDraft], known: Known) -> dict[str, str]:
    """Everything a unit may be called → its full name: full names, and short ones that only one unit has."""
    short = {unit.name: unit.short_name for unit in known.units.values() if unit.open}
    short |= {draft.name: draft.short_name or short.get(draft.name, "") for draft in drafted.values()}
    often = Counter(short.values())
    return {text: name for name, text in short.items() if text and often[text] == 1} | {name: name for name in short}


def _parent(draft: UnitDraft, names: dict[str, str], known: Known, made: Plan) -> str:
    """The parent's full name; the top where the cell is empty, nothing for the top itself."""
    if draft.name == known.top:
        if draft.parent:
            _fault(made, draft.place, "parent", say("“{name}”是最上面的单位，上级请留空。", name=draft.name))
        return ""
    if not draft.parent:
        return known.top
    return _unit_name(draft.parent, names, known, made, draft.place, "parent") or known.top


def _unit_name(text: str, names: dict[str, str], known: Known, made: Plan, place: Row, name: str) -> str:
    """The full name of the unit that the text names, in full or short; a fault with near names where there is none."""
    if text in names:
        return names[text]
    near = get_close_matches(text, set(names.values()), n=3, cutoff=0.4) if len(made.faults) < NEAR_FOR else []
    if near:
        offered = "”“".join(near)
        reason = say("没有单位“{unit}”，是不是“{near}”？请改正，或先在单位表中加上它。", unit=text, near=offered)
    else:
        reason = say("没有单位“{unit}”，请改正，或先在单位表中加上它。", unit=text)
    _fault(made, place, name, reason)
    return ""


def _parents_first(drafted: dict[str, UnitDraft], parents: dict[str, str], known: Known, made: Plan) -> list[str]:
    """The names so that no unit comes before its parent; those in a circle are faults and left out."""
    ordered: dict[str, None] = {}
    for name, draft in drafted.items():
        line: dict[str, None] = {}
        at = name
        while at in drafted and at not in ordered and at not in line:
            line[at] = None
            at = parents[at]
        if at in line or _stands_below(at, name, parents, known):
            reason = say("“{name}”的上级绕了一圈又回到它自己，请改正上级单位。", name=name)
            _fault(made, draft.place, "parent", reason)
            continue
        ordered |= dict.fromkeys(reversed(line))
    return list(ordered)


def _stands_below(at: str, name: str, parents: dict[str, str], known: Known) -> bool:
    """Whether the known unit `at` hangs below `name` once the list is followed."""
    seen: set[str] = set()
    while at and at not in seen:
        seen.add(at)
        at = parents.get(at, known.units[at].parent if at in known.units else "")
        if at == name:
            return True
    return False


def _unit_step(draft: UnitDraft, parent: str, known: Known, made: Plan) -> UnitStep:
    now = known.units.get(draft.name)
    if now is None:
        return UnitStep("added", draft, parent)
    if not now.open:
        _fault(made, draft.place, "name", say("单位“{name}”已经撤销，请先恢复它，或换一个名称。", name=draft.name))
    changes = []
    if now.parent != parent:
        changes.append(say("上级：{old} → {new}", old=now.parent, new=parent))
    if draft.short_name and now.short_name != draft.short_name:
        changes.append(say("简称：{old} → {new}", old=now.short_name or "—", new=draft.short_name))
    if draft.order is not None and now.order != draft.order:
        changes.append(say("排序：{old} → {new}", old=now.order, new=draft.order))
    return UnitStep("changed" if changes else "unchanged", draft, parent, tuple(changes))


def _people(people: Iterable[PersonDraft], names: dict[str, str], known: Known, made: Plan) -> None:
    first: dict[str, PersonDraft] = {}
    posts: dict[tuple[str, str, Role], int] = {}
    for draft in people:
        same = first.setdefault(draft.username, draft)
        if same.name != draft.name:
            told = {"username": draft.username, "row": same.place.row, "name": same.name}
            reason = say("登录名“{username}”在第 {row} 行是“{name}”，一个登录名只能给一个人。", **told)
            _fault(made, draft.place, "username", reason)
        step = _person_step(draft, names, known, made, is_first=same is draft)
        if step is None:
            continue
        key = (draft.username, step.unit, step.role)
        if key in posts:
            _fault(made, draft.place, "unit", say("这个岗位在第 {row} 行已有，请删去一行。", row=posts[key]))
        posts.setdefault(key, draft.place.row)
        made.people.append(step)


def _person_step(
    draft: PersonDraft, names: dict[str, str], known: Known, made: Plan, *, is_first: bool
) -> PersonStep | None:
    now = known.people.get(draft.username)
    refusal = administration.name_account(draft.username, draft.name, taken=draft.username in known.taken)
    if refusal:
        _fault(made, draft.place, "username", refusal.reason)
    if now and not now.active:
        _fault(made, draft.place, "username", say("“{name}”的账户已停用，请先启用再导入。", name=now.name))
    unit = _unit_name(draft.unit, names, known, made, draft.place, "unit")
    charge = tuple(_unit_name(text, names, known, made, draft.place, "charge") for text in draft.charge)
    role = _role(draft, made)
    if not unit or role is None or not all(charge):
        return None
    if refusal := administration.set_charge(role, charges=len(charge)):
        _fault(made, draft.place, "charge", refusal.reason)
    post = now.posts.get((unit, role)) if now else None
    changes = [*_person_changes(draft, now)] if now and is_first else []
    changes += _post_changes(draft, post, unit, role, charge)
    verdict: Verdict = "added" if now is None else "changed" if changes else "unchanged"
    return PersonStep(
        verdict,
        draft,
        unit,
        role,
        charge,
        is_first=is_first,
        is_known=now is not None,
        has_post=post is not None,
        changes=tuple(changes),
    )


def _role(draft: PersonDraft, made: Plan) -> Role | None:
    role = ROLES.get(draft.role)
    if role is None:
        offered = "、".join(NAMES[role].text for role in HELD)
        reason = say("没有角色“{role}”，请填其中之一：{offered}。", role=draft.role, offered=offered)
        _fault(made, draft.place, "role", reason)
    return role


def _person_changes(draft: PersonDraft, now: KnownPerson) -> Iterable[Say]:
    if now.name != draft.name:
        yield say("姓名：{old} → {new}", old=now.name, new=draft.name)
    if draft.phone and now.phone != draft.phone:
        yield say("手机：{old} → {new}", old=now.phone or "—", new=draft.phone)


def _post_changes(
    draft: PersonDraft, post: KnownPost | None, unit: str, role: Role, charge: tuple[str, ...]
) -> Iterable[Say]:
    if post is None:
        yield say("新岗位：{unit} {role}", unit=unit, role=NAMES[role])
        return
    if draft.title and post.title != draft.title:
        yield say("职务：{old} → {new}", old=post.title or "—", new=draft.title)
    if charge and post.charge != set(charge):
        yield say("分管单位：{old} → {new}", old="、".join(sorted(post.charge)) or "—", new="、".join(charge))
