"""What would a list of units and people change? Drafts and what is known go in; steps and faults come out.

Nothing is ended or closed because a list does not name it: a list adds and corrects. An empty cell changes nothing,
except that a unit without a parent stands directly below the top. Reading the same list again plans no change.
"""

from bihuan.people.queries.roster import Known
from bihuan.people.roster.names import all_names
from bihuan.people.roster.people import person_steps
from bihuan.people.roster.steps import PersonStep, Plan, UnitStep
from bihuan.people.roster.units import distinct, parent_of, parents_first, unit_step
from bihuan.reading.kinds.people import Roster

__all__ = ["PersonStep", "Plan", "UnitStep", "plan"]


def plan(roster: Roster, known: Known) -> Plan:
    """The plan for a roster. The steps of units stand parents first."""
    made = Plan(faults=list(roster.faults))
    drafted = distinct(roster.units, made)
    names = all_names(drafted, known)
    parents = {name: parent_of(draft, names, known, made) for name, draft in drafted.items()}
    for name in parents_first(drafted, parents, known, made):
        made.units.append(unit_step(drafted[name], parents[name], known, made))
    person_steps(roster.people, names, known, made)
    sheets = list(dict.fromkeys(draft.place.sheet for draft in (*roster.units, *roster.people)))
    made.faults.sort(key=lambda f: (sheets.index(f.sheet) if f.sheet in sheets else -1, f.row, f.column))
    return made
