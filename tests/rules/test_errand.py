"""When does a meal lack its receipt, and which receipt cannot be kept?"""

from dataclasses import replace
from decimal import Decimal
from itertools import product

import pytest

from bihuan.rules.errand import KINDS, STATES, Kind, Receipt, State, bad_receipt, state

WHOLE = Receipt("No.20260301", Decimal("120.00"), 6)


@pytest.mark.parametrize(("kind", "done", "cancelled", "there"), list(product(Kind, *[[True, False]] * 3)))
def test_only_a_meal_that_is_done_lacks_a_receipt(kind: Kind, done: bool, cancelled: bool, there: bool) -> None:
    found = state(kind, WHOLE if there else Receipt(), done=done, cancelled=cancelled)
    expected = State.CANCELLED if cancelled else State.DONE if done else State.OPEN
    if (kind, done, cancelled, there) == (Kind.MEAL, True, False, False):
        expected = State.LACKING
    assert found is expected


@pytest.mark.parametrize(
    ("receipt", "kind", "used_by", "reason"),
    [
        (WHOLE, Kind.MEAL, "", ""),
        (Receipt(), Kind.MEAL, "", ""),
        (Receipt(), Kind.VEHICLE, "", ""),
        (WHOLE, Kind.VEHICLE, "", "只有用餐登记收据。"),
        (
            replace(WHOLE, amount=None),
            Kind.MEAL,
            "",
            "收据编号、金额和用餐人数请一并填写；暂时没有收据的先都不填，之后补登。",
        ),
        (replace(WHOLE, amount=Decimal(0)), Kind.MEAL, "", "收据金额应大于零，请核对。"),
        (replace(WHOLE, people=0), Kind.MEAL, "", "用餐人数至少 1 人，请核对。"),
        (WHOLE, Kind.MEAL, "E-003", "收据 No.20260301 已登记在 E-003，请核对编号。"),
    ],
)
def test_a_receipt_is_whole_and_stands_once(receipt: Receipt, kind: Kind, used_by: str, reason: str) -> None:
    refusal = bad_receipt(kind, receipt, used_by=used_by)
    assert (str(refusal.reason) if refusal else "") == reason


def test_every_kind_and_state_has_words() -> None:
    assert (set(KINDS), set(STATES)) == (set(Kind), set(State))
