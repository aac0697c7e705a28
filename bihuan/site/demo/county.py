"""Who lives in the invented county? Its units, and its people with their posts."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from bihuan.people.actions import add_account, add_unit, create_organisation, give_post
from bihuan.people.actions.password import QuickArgon2
from bihuan.people.models import Account, Organisation, Unit
from bihuan.people.viewer import System, Viewer, viewer_of
from bihuan.rules.life import Refusal
from bihuan.rules.people import Role
from bihuan.site.demo.texts import data

CODE, NAME = "yunling", "云岭县"
PASSWORD = "Yunling-2026-demo"  # noqa: S105  (printed for everybody who starts the demonstration)

Done = TypeVar("Done")


def done(outcome: Done | Refusal) -> Done:
    """What an action gave. The demonstration keeps the same rules as everybody, so a refusal is our own mistake."""
    if isinstance(outcome, Refusal):
        raise RuntimeError("；".join([str(outcome.reason), *map(str, outcome.missing)]))
    return outcome


@dataclass
class County:
    """The organisation, its units by code, its accounts by username, and who does what in which unit."""

    organisation: Organisation
    units: dict[str, Unit]
    accounts: dict[str, Account] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)
    staff: dict[str, str] = field(default_factory=dict)
    leaders: dict[str, str] = field(default_factory=dict)
    """Unit code → the username of whoever is head, handles its findings, has it in charge."""
    _viewers: dict[str, Viewer] = field(default_factory=dict)

    def by(self, username: str) -> Viewer:
        if username not in self._viewers:
            self._viewers[username] = viewer_of(self.accounts[username])
        return self._viewers[username]

    def head(self, code: str) -> Viewer:
        return self.by(self.heads[code])

    def worker(self, code: str) -> Viewer:
        """Who handles the findings of a unit; its head where it has nobody for that."""
        return self.by(self.staff.get(code) or self.heads[code])


def found(at: datetime) -> County:
    """The whole county as the system sets it up."""
    organisation = create_organisation(CODE, NAME, at=at, is_demo=True)
    county = County(organisation, {"": organisation.units.get()})
    _units(county, at)
    for person in data("people")["people"]:
        _person(county, person, at)
    for unit in (*data("units")["departments"], *data("units")["towns"]):
        _people_of(county, unit, at)
    return county


def _units(county: County, at: datetime) -> None:
    top = county.units[""]
    for order, unit in enumerate((*data("units")["departments"], *data("units")["towns"]), start=1):
        county.units[unit["code"]] = _unit(top, unit, order, at)
        for place, village in enumerate(unit.get("villages", ()), start=1):
            county.units[village["code"]] = _unit(county.units[unit["code"]], village, place, at)


def _unit(parent: Unit, written: dict[str, Any], order: int, at: datetime) -> Unit:
    short = written.get("short", "")
    name = written["name"]
    return done(add_unit(parent.organisation, name, parent=parent, short_name=short, order=order, by=System(), at=at))


def _people_of(county: County, unit: dict[str, Any], at: datetime) -> None:
    """The head, the handler, and the heads of the villages, as far as `people.toml` has not named them already."""
    code = unit["code"]
    rows = [(code, "head", unit["head"], unit["title"]), (code, "handler", unit["staff"], "干事")]
    rows += [(each["code"], "head", each["head"], "村党组织书记") for each in unit.get("villages", ())]
    for where, role, name, title in rows:
        if name:
            username = f"{where}.{'head' if role == 'head' else 'staff'}"
            _person(county, {"username": username, "name": name, "unit": where, "role": role, "title": title}, at)


def _person(county: County, written: dict[str, Any], at: datetime) -> None:
    username, code, role = written["username"], written["unit"], Role(written["role"])
    charge = written.get("charge", ())
    account = done(
        add_account(
            county.organisation,
            username,
            written["name"],
            password=PASSWORD,
            hasher=QuickArgon2(),  # the password is printed, so a slow hash of it would protect nothing
            by=System(),
            at=at,
        )
    )
    units = [county.units[each] for each in charge]
    done(give_post(account, county.units[code], role, title=written["title"], charge=units, by=System(), at=at))
    county.accounts[username] = account
    places = {Role.HEAD: county.heads, Role.HANDLER: county.staff}
    if role in places:
        places[role][code] = username
    county.leaders.update(dict.fromkeys(charge, username))
