"""An intake is edited, confirmed or let go by the office, while it is open; and the reason is said where it may not."""

import pytest

from bihuan.rules.intake import Facts, Move, Status, checklist, decide, offers
from bihuan.rules.life import Refusal
from bihuan.rules.people import HELD, Role

OFFICE = frozenset({Role.OFFICE})
ALLOWED = {
    (Status.OPEN, Move.EDIT): Status.OPEN,
    (Status.OPEN, Move.CONFIRM): Status.CONFIRMED,
    (Status.OPEN, Move.DISCARD): Status.DISCARDED,
    (Status.DISCARDED, Move.RESUME): Status.OPEN,
}


@pytest.mark.parametrize("role", HELD)
@pytest.mark.parametrize("move", Move)
@pytest.mark.parametrize("status", Status)
def test_every_status_move_and_role(status, move, role):
    outcome = decide(move, Facts(status, frozenset({role})))

    if role is not Role.OFFICE:
        assert isinstance(outcome, Refusal)
        assert outcome.kind == "who"
    elif (status, move) in ALLOWED:
        assert outcome is ALLOWED[status, move]
    else:
        assert isinstance(outcome, Refusal)
        assert outcome.kind == "when"


@pytest.mark.parametrize(
    ("lacking", "reason"),
    [
        ({"rows": 0}, "至少列有一个问题"),
        ({"empty_rows": 2}, "每一行都写有问题内容"),
        ({"unknown_units": 1}, "单位都已对上，或已清除"),
    ],
)
def test_confirming_names_what_is_missing(lacking, reason):
    facts = Facts(Status.OPEN, OFFICE, **lacking)
    outcome = decide(Move.CONFIRM, facts)

    assert isinstance(outcome, Refusal)
    assert (outcome.kind, [str(text) for text in outcome.missing]) == ("what", [reason])
    assert [str(check.text) for check in checklist(facts) if not check.done] == [reason]


def test_a_confirmed_intake_offers_nothing_more():
    assert offers(Facts(Status.CONFIRMED, OFFICE)) == ()
    assert [offer.move for offer in offers(Facts(Status.DISCARDED, OFFICE))] == [Move.RESUME]
