"""Which unit does a text mean? Full names, and short ones that only one unit has; near names where there is none."""

from collections import Counter
from difflib import get_close_matches

from bihuan.people.queries.roster import Known
from bihuan.people.roster.steps import Plan
from bihuan.reading.kinds.people import Row, UnitDraft
from bihuan.say import say

NEAR_FOR = 50
"""Near names are sought for so many faults: it is slow, and nobody reads on."""


def all_names(drafted: dict[str, UnitDraft], known: Known) -> dict[str, str]:
    """Everything a unit may be called → its full name: full names, and short ones that only one unit has."""
    short = {unit.name: unit.short_name for unit in known.units.values() if unit.open}
    short |= {draft.name: draft.short_name or short.get(draft.name, "") for draft in drafted.values()}
    often = Counter(short.values())
    return {text: name for name, text in short.items() if text and often[text] == 1} | {name: name for name in short}


def unit_named(text: str, names: dict[str, str], made: Plan, place: Row, name: str) -> str:
    """The full name of the unit that the text names, in full or short; a fault with near names where there is none."""
    if text in names:
        return names[text]
    near = get_close_matches(text, set(names.values()), n=3, cutoff=0.4) if len(made.faults) < NEAR_FOR else []
    if near:
        offered = "”“".join(near)
        reason = say("没有单位“{unit}”，是不是“{near}”？请改正，或先在单位表中加上它。", unit=text, near=offered)
    else:
        reason = say("没有单位“{unit}”，请改正，或先在单位表中加上它。", unit=text)
    made.fault(place, name, reason)
    return ""
