"""The life of a paper that goes out, cell by cell; who may work on it, and who signs for it."""

from dataclasses import replace
from itertools import product

import pytest

from bihuan.rules.dispatch import NAMES, ROWS, VERBS, Facts, Move, Status, decide, may_sign, may_work, offers, parts
from bihuan.rules.life import Refusal
from bihuan.rules.people import Role

WHOLE = Facts(Status.DRAFT, note="附表有误")
OFFICE = frozenset({Role.OFFICE})


@pytest.mark.parametrize(("move", "status", "role"), list(product(Move, Status, Role)))
def test_a_move_happens_only_where_the_table_has_a_row_for_it(move: Move, status: Status, role: Role) -> None:
    verdict = decide(move, replace(WHOLE, status=status, parts=frozenset({role})))
    rows = [row for row in ROWS if row.move is move and row.source is status and role in row.who]
    if rows:
        assert verdict == rows[0].target
    else:
        has_a_part = any(row.move is move and role in row.who for row in ROWS)
        assert isinstance(verdict, Refusal)
        assert verdict.kind == ("when" if has_a_part else "who")


@pytest.mark.parametrize(
    ("move", "status", "lacking", "missing"),
    [
        (Move.SUBMIT, Status.DRAFT, {"ready": False}, "最新一版已经生成"),
        (Move.ISSUE, Status.APPROVED, {"receivers": 0}, "已列出发给哪些单位或人员"),
    ],
)
def test_each_gate_alone_holds_it(move: Move, status: Status, lacking: dict[str, object], missing: str) -> None:
    verdict = decide(move, replace(WHOLE, status=status, parts=OFFICE, **lacking))
    assert isinstance(verdict, Refusal)
    assert [each.text for each in verdict.missing] == [missing]


def test_what_needs_the_first_responsible_a_leader_cannot_approve() -> None:
    both = frozenset({Role.LEADER, Role.FIRST})
    assert parts(both, Role.LEADER) == both
    assert parts(both, Role.FIRST) == frozenset({Role.FIRST})
    submitted = replace(WHOLE, status=Status.SUBMITTED)
    assert offers(replace(submitted, parts=parts(frozenset({Role.LEADER}), Role.FIRST))) == ()


def test_versions_are_made_by_the_office_while_it_is_a_draft() -> None:
    assert may_work(OFFICE, Status.DRAFT) is None
    assert [refusal.kind for status in Status if (refusal := may_work(OFFICE, status))] == ["when"] * 5
    refused = may_work(frozenset({Role.LEADER}), Status.DRAFT)
    assert refused is not None
    assert refused.kind == "who"


@pytest.mark.parametrize(
    ("receives", "status", "signed", "kind"),
    [
        (True, Status.ISSUED, False, None),
        (False, Status.ISSUED, False, "who"),
        (True, Status.RECALLED, False, "when"),
        (True, Status.ISSUED, True, "when"),
    ],
)
def test_a_copy_is_signed_for_once_by_whom_it_is_for(
    receives: bool, status: Status, signed: bool, kind: str | None
) -> None:
    refused = may_sign(receives=receives, status=status, signed=signed)
    assert (refused.kind if refused else None) == kind


def test_every_status_and_move_has_words() -> None:
    assert (set(NAMES), set(VERBS)) == (set(Status), set(Move))
