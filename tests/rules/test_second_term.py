"""Who may order a new final date, for which finding, and to which day?"""

from dataclasses import replace
from datetime import date

from bihuan.rules.finding import Status
from bihuan.rules.life import Refusal
from bihuan.rules.people import Role
from bihuan.rules.second_term import Ordering, order
from bihuan.say import Say

MISSED = Ordering("F-012", frozenset({Role.OFFICE}), Status.RECTIFYING, date(2026, 5, 31), date(2026, 6, 10))
JULY = date(2026, 7, 20)


def reason(ordering: Ordering, until: date = JULY, why: str = "约谈商定") -> tuple[str, str]:
    refusal = order(ordering, until, why)
    assert isinstance(refusal, Refusal)
    assert isinstance(refusal.reason, Say)
    return refusal.kind, str(refusal.reason)


def test_the_office_orders_a_later_date():
    assert order(MISSED, JULY, "约谈商定") is None


def test_the_unit_orders_nothing():
    assert reason(replace(MISSED, parts=frozenset({Role.HEAD}))) == ("who", "新时限由整改办登记。")


def test_a_closed_finding_gets_no_new_date():
    assert reason(replace(MISSED, status=Status.CLOSED)) == ("when", "F-012 不在整改中，不能另定时限。")


def test_an_extension_that_waits_is_decided_first():
    assert reason(replace(MISSED, pending=True)) == (
        "when",
        "F-012 有一份延期申请在等候审批，请先审批再另定时限。",
    )


def test_a_date_comes_before_a_second_one():
    assert reason(replace(MISSED, due=None)) == ("what", "F-012 还没有定时限，请先在台账中定下时限。")


def test_the_new_date_lies_after_the_old_one_and_after_today():
    said = ("what", "F-012 现在的时限是 2026-05-31，新时限须晚于它，也须晚于今天。")
    assert reason(MISSED, date(2026, 5, 31)) == said
    assert reason(MISSED, date(2026, 6, 10)) == said


def test_it_is_said_on_what_it_rests():
    assert reason(MISSED, why=" ") == ("what", "请写明另定时限的依据。")
