"""The life of a self-check sheet, cell by cell, and what the head's signature waits for."""

from dataclasses import replace
from itertools import product

import pytest

from bihuan.rules.life import Refusal
from bihuan.rules.people import Role
from bihuan.rules.sheet import NAMES, ROWS, VERBS, Facts, Move, Status, checklist, decide, offers

WHOLE = Facts(Status.OPEN, note="第3项请补充", points=3, answered=3, name="赵启", typed="赵启")


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
    ("lacking", "missing"),
    [
        ({"answered": 2}, "全部要点都已作答（{done} / {count}）"),
        ({"unexplained": 1}, "答“否”或“部分”的要点都写明了情况"),
        ({"typed": "吴敏"}, "签名与您账户上的姓名一致"),
        ({"typed": ""}, "签名与您账户上的姓名一致"),
    ],
)
def test_each_gate_alone_keeps_it_unsigned(lacking: dict[str, object], missing: str) -> None:
    verdict = decide(Move.SIGN, replace(WHOLE, parts=frozenset({Role.HEAD}), **lacking))
    assert isinstance(verdict, Refusal)
    assert (verdict.kind, [each.text for each in verdict.missing]) == ("what", [missing])


def test_before_the_name_is_asked_for_the_signature_is_offered() -> None:
    offered = offers(replace(WHOLE, parts=frozenset({Role.HEAD}), typed=None))
    assert [(offer.move, offer.refusal) for offer in offered] == [(Move.ANSWER, None), (Move.SIGN, None)]


def test_it_is_returned_only_with_a_reason() -> None:
    verdict = decide(Move.RETURN, replace(WHOLE, status=Status.SIGNED, parts=frozenset({Role.OFFICE}), note=" "))
    assert isinstance(verdict, Refusal)
    assert str(verdict.reason) == "请写明理由。"


def test_the_checklist_is_there_until_it_is_signed() -> None:
    facts = replace(WHOLE, answered=1, unexplained=1)
    assert [check.done for check in checklist(facts)] == [False, False]
    assert checklist(replace(facts, status=Status.SIGNED)) == ()


def test_every_status_and_move_has_words() -> None:
    assert (set(NAMES), set(VERBS)) == (set(Status), set(Move))
