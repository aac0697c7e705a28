"""Changing, deactivating and activating an account."""

from bihuan.people.actions import deactivate_account
from bihuan.people.models import Account
from bihuan.people.viewer import viewer_of
from bihuan.trail.queries import lines_of
from tests.cast import NOW

HEAD = "/people/accounts/head"


def test_name_and_telephone_change_and_the_username_does_not(as_office, cast):
    sent = {"name": "赵启明", "phone": "139", "username": "other"}
    assert as_office.post(f"{HEAD}/edit/", sent).headers["Location"] == "/people/accounts/head/"
    account = Account.objects.get(pk=cast.head.pk)
    assert (account.name, account.phone, account.username) == ("赵启明", "139", "head")
    line = lines_of("yunling", "head").first()
    assert (line.event, line.before, line.after) == (
        "account.changed",
        {"name": "赵启", "phone": ""},
        {"name": "赵启明", "phone": "139"},
    )


def test_a_deactivated_account_is_listed_apart_and_activated_again(as_office, cast):
    assert as_office.post(f"{HEAD}/deactivate/", {"note": "退休"}).status_code == 303
    assert "/people/accounts/head/" not in as_office.get("/people/accounts/").content.decode()
    assert "/people/accounts/head/" in as_office.get("/people/accounts/?which=off").content.decode()
    assert as_office.post(f"{HEAD}/deactivate/").status_code == 409
    assert as_office.post(f"{HEAD}/reactivate/").status_code == 303
    assert Account.objects.get(pk=cast.head.pk).is_active
    assert [(line.event, line.note) for line in lines_of("yunling", "head")[:2]] == [
        ("account.reactivated", ""),
        ("account.deactivated", "退休"),
    ]


def test_nobody_deactivates_the_own_account(as_office, cast):
    answer = as_office.post("/people/accounts/office/deactivate/")
    assert (answer.status_code, "不能停用自己的账户" in answer.content.decode()) == (422, True)


def test_nobody_else_changes_an_account(as_head, as_stranger, as_outsider, cast):
    for move in ("edit", "deactivate", "reactivate", "password"):
        sent = [c.post(f"{HEAD}/{move}/", {"name": "x"}).status_code for c in (as_head, as_stranger, as_outsider)]
        assert sent == [403, 403, 404]
    assert deactivate_account(cast.head, by=viewer_of(cast.outsider), at=NOW).kind == "who"
    assert Account.objects.get(pk=cast.head.pk).name == "赵启"
