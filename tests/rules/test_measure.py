"""When may a measure be called done?"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bihuan.rules.life import Refusal
from bihuan.rules.measure import (
    KINDS,
    UNITS,
    Facts,
    Kind,
    Move,
    Status,
    decide,
    is_early,
    numbers_missing,
    rule_proof_complete,
)
from bihuan.rules.people import Role

OPEN = Facts(Status.OPEN, frozenset({Role.HANDLER}), proofs=1)


def test_a_measure_with_proof_is_finished_by_its_unit() -> None:
    assert decide(Move.FINISH, OPEN) is Status.DONE


@pytest.mark.parametrize("lack", [{"proofs": 0}, {"numbers_missing": 1}, {"finding_rectifying": False}])
def test_each_gate_alone_keeps_it_open(lack: dict[str, object]) -> None:
    verdict = decide(Move.FINISH, replace(OPEN, **lack))
    assert isinstance(verdict, Refusal)
    assert (verdict.kind, len(verdict.missing)) == ("what", 1)


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.HEAD, Role.HANDLER)])
def test_nobody_outside_the_lead_unit_finishes_it(role: Role) -> None:
    verdict = decide(Move.FINISH, replace(OPEN, parts=frozenset({role})))
    assert isinstance(verdict, Refusal)
    assert verdict.kind == "who"


def test_it_is_taken_up_again_only_with_a_reason() -> None:
    done = replace(OPEN, status=Status.DONE)
    assert isinstance(decide(Move.RESUME, done), Refusal)
    assert decide(Move.RESUME, replace(done, note="台账有误")) is Status.OPEN


def test_a_number_of_zero_counts_as_missing() -> None:
    numbers = {Kind.LOSS: Decimal("12.50"), Kind.RULE: Decimal(0), Kind.BLAME: None}
    assert numbers_missing(numbers) == 2


def test_proof_from_before_the_feedback_is_early_and_from_the_day_itself_is_not() -> None:
    feedback = date(2026, 3, 1)
    assert is_early(date(2026, 2, 28), feedback)
    assert not is_early(feedback, feedback)
    assert not is_early(date(2020, 1, 1), None)


def test_a_rule_needs_meeting_approval_and_issue_number() -> None:
    assert rule_proof_complete("镇党委会", "镇党委书记", "松发〔2026〕3号")
    assert not rule_proof_complete("镇党委会", " ", "松发〔2026〕3号")


def test_every_kind_has_a_name_and_a_unit() -> None:
    assert set(KINDS) == set(UNITS) == set(Kind)
