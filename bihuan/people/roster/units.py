"""What would become of the units? Each gets a parent that exists or comes in before it."""

from collections.abc import Iterable

from bihuan.people.queries.roster import Known
from bihuan.people.roster.names import unit_named
from bihuan.people.roster.steps import Plan, UnitStep
from bihuan.reading.kinds.people import UnitDraft
from bihuan.say import say


def distinct(units: Iterable[UnitDraft], made: Plan) -> dict[str, UnitDraft]:
    found: dict[str, UnitDraft] = {}
    for draft in units:
        if draft.name in found:
            first = found[draft.name].place.row
            reason = say("单位“{name}”在第 {row} 行已有，请删去一行。", name=draft.name, row=first)
            made.fault(draft.place, "name", reason)
        else:
            found[draft.name] = draft
    return found


def parent_of(draft: UnitDraft, names: dict[str, str], known: Known, made: Plan) -> str:
    """The parent's full name; the top where the cell is empty, nothing for the top itself."""
    if draft.name == known.top:
        if draft.parent:
            made.fault(draft.place, "parent", say("“{name}”是最上面的单位，上级请留空。", name=draft.name))
        return ""
    if not draft.parent:
        return known.top
    return unit_named(draft.parent, names, made, draft.place, "parent") or known.top


def parents_first(drafted: dict[str, UnitDraft], parents: dict[str, str], known: Known, made: Plan) -> list[str]:
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
            made.fault(draft.place, "parent", reason)
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


def unit_step(draft: UnitDraft, parent: str, known: Known, made: Plan) -> UnitStep:
    now = known.units.get(draft.name)
    if now is None:
        return UnitStep("added", draft, parent)
    if not now.open:
        made.fault(draft.place, "name", say("单位“{name}”已经撤销，请先恢复它，或换一个名称。", name=draft.name))
    changes = []
    if now.parent != parent:
        changes.append(say("上级：{old} → {new}", old=now.parent, new=parent))
    if draft.short_name and now.short_name != draft.short_name:
        changes.append(say("简称：{old} → {new}", old=now.short_name or "—", new=draft.short_name))
    if draft.order is not None and now.order != draft.order:
        changes.append(say("排序：{old} → {new}", old=now.order, new=draft.order))
    return UnitStep("changed" if changes else "unchanged", draft, parent, tuple(changes))
