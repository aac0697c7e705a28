"""What is done to units, posts and accounts: one verb each, one transaction, one line in the trail."""

from bihuan.people.actions.account import (
    add_account,
    change_account,
    deactivate_account,
    reactivate_account,
    unlock_account,
)
from bihuan.people.actions.organisation import create_organisation
from bihuan.people.actions.password import change_own_password, set_password
from bihuan.people.actions.post import change_post, end_post, give_post, set_charge, set_title
from bihuan.people.actions.roster import import_people, plan_import
from bihuan.people.actions.session import change_own_settings, sign_in, sign_out
from bihuan.people.actions.slip import Slip, add_person, renew_password
from bihuan.people.actions.succession import hand_on
from bihuan.people.actions.unit import add_unit, close_unit, move_unit, rename_unit, reopen_unit

__all__ = [
    "Slip",
    "add_account",
    "add_person",
    "add_unit",
    "change_account",
    "change_own_password",
    "change_own_settings",
    "change_post",
    "close_unit",
    "create_organisation",
    "deactivate_account",
    "end_post",
    "give_post",
    "hand_on",
    "import_people",
    "move_unit",
    "plan_import",
    "reactivate_account",
    "rename_unit",
    "renew_password",
    "reopen_unit",
    "set_charge",
    "set_password",
    "set_title",
    "sign_in",
    "sign_out",
    "unlock_account",
]
