"""Who appears in the tests? The named cast, each one a fixture: the same people in every story.

They live in 云岭县. `cast.office` is an account, `cast.town` a unit, `as_office` that person's signed-in browser,
`viewer_of(cast.office)` that person as queries and actions take it. The outsider keeps the office of another county.
"""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from bihuan.people.actions import add_account, add_unit, create_organisation, give_post
from bihuan.people.models import Account, Organisation, Unit
from bihuan.people.viewer import System
from bihuan.rules.people import Role

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
PASSWORD = "Yunling-loop-2026"


@dataclass(frozen=True)
class Cast:
    """Seven people of one county, its units, and one person of another county."""

    county: Organisation
    top: Unit
    secretariat: Unit
    discipline: Unit
    farming: Unit
    town: Unit
    village: Unit
    first: Account
    leader: Account
    office: Account
    head: Account
    handler: Account
    supervisor: Account
    stranger: Account
    elsewhere: Organisation
    elsewhere_top: Unit
    outsider: Account


@pytest.fixture
def cast(db) -> Cast:
    """The town's head and handler, the leader in charge of the town, and the stranger from the bureau of farming."""
    county = create_organisation("yunling", "云岭县", at=NOW)
    top = county.units.get()
    units = {
        "secretariat": _unit(top, "县委办公室"),
        "discipline": _unit(top, "县纪委监委"),
        "farming": _unit(top, "县农业农村局"),
        "town": _unit(top, "松河镇"),
    }
    village = _unit(units["town"], "青石村")
    people = {
        "first": _person(top, "first", "周正", Role.FIRST, "县委书记"),
        "leader": _person(top, "leader", "林远", Role.LEADER, "副县长", units["town"]),
        "office": _person(units["secretariat"], "office", "陈明", Role.OFFICE, "整改办工作人员"),
        "head": _person(units["town"], "head", "赵启", Role.HEAD, "镇党委书记"),
        "handler": _person(units["town"], "handler", "吴敏", Role.HANDLER, "干事"),
        "supervisor": _person(units["discipline"], "supervisor", "孙立", Role.SUPERVISOR, "监督室主任"),
        "stranger": _person(units["farming"], "stranger", "何青", Role.HEAD, "局长"),
    }
    elsewhere = create_organisation("wangchuan", "望川县", at=NOW)
    outsider = _person(elsewhere.units.get(), "outsider", "郑和", Role.OFFICE, "整改办工作人员")
    return Cast(
        county=county,
        top=top,
        village=village,
        elsewhere=elsewhere,
        elsewhere_top=elsewhere.units.get(),
        outsider=outsider,
        **units,
        **people,
    )


def _unit(parent: Unit, name: str) -> Unit:
    return add_unit(parent.organisation, name, parent=parent, by=System(), at=NOW)


def _person(unit: Unit, username: str, name: str, role: Role, title: str, *charge: Unit) -> Account:
    account = add_account(unit.organisation, username, name, password=PASSWORD, by=System(), at=NOW)
    give_post(account, unit, role, title=title, charge=charge, by=System(), at=NOW)
    return account


def signed_in(account: Account) -> Client:
    """A browser in which this person has signed in."""
    client = Client()
    client.force_login(account)
    return client


@pytest.fixture
def as_first(cast):
    return signed_in(cast.first)


@pytest.fixture
def as_leader(cast):
    return signed_in(cast.leader)


@pytest.fixture
def as_office(cast):
    return signed_in(cast.office)


@pytest.fixture
def as_head(cast):
    return signed_in(cast.head)


@pytest.fixture
def as_handler(cast):
    return signed_in(cast.handler)


@pytest.fixture
def as_supervisor(cast):
    return signed_in(cast.supervisor)


@pytest.fixture
def as_stranger(cast):
    return signed_in(cast.stranger)


@pytest.fixture
def as_outsider(cast):
    return signed_in(cast.outsider)
