"""May a date be moved? Who asks, how far, and who decides, cell by cell."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bihuan.rules.extension import DEFAULT, ROWS, Asking, Facts, Limits, Move, Status, ask, bar, decide, level, offers
from bihuan.rules.life import Note, Refusal
from bihuan.rules.people import Role

DUE = date(2026, 6, 30)
ASKING = Asking(frozenset({Role.HEAD}), today=DUE, open=True, original=DUE, due=DUE)
READY = Facts(Status.ASKED, note="理由")


def later(days: int) -> date:
    return DUE + timedelta(days=days)


def refused(verdict: object) -> tuple[str, str]:
    assert isinstance(verdict, Refusal)
    return verdict.kind, str(verdict.reason)


@pytest.mark.parametrize(("move", "status", "role"), list(product(Move, Status, Role)))
def test_a_move_happens_only_where_the_table_has_a_row_for_it(move: Move, status: Status, role: Role) -> None:
    verdict = decide(move, replace(READY, status=status, parts=frozenset({role})))
    rows = [row for row in ROWS if row.move == move and role in row.who]
    if any(row.source == status for row in rows):
        assert verdict == rows[0].target
    else:
        assert refused(verdict)[0] == ("when" if rows else "who")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.move)
def test_a_refusal_alone_needs_a_reason(row) -> None:
    verdict = decide(row.move, replace(READY, parts=row.who & {Role.LEADER, Role.HEAD}, note=" "))
    assert isinstance(verdict, Refusal) == (row.note is Note.REQUIRED)
    assert (row.note is Note.REQUIRED) == (row.move is Move.REFUSE)


@pytest.mark.parametrize("lack", [{"running": False}, {"ahead": False}])
def test_what_has_ended_is_not_extended_but_may_be_refused_and_withdrawn(lack: dict[str, bool]) -> None:
    facts = replace(READY, parts=frozenset({Role.LEADER}), **lack)
    assert refused(decide(Move.APPROVE, facts))[0] == "what"
    assert decide(Move.REFUSE, facts) is Status.REFUSED
    assert decide(Move.WITHDRAW, replace(facts, parts=frozenset({Role.HANDLER}))) is Status.WITHDRAWN


@pytest.mark.parametrize("move", [Move.APPROVE, Move.REFUSE])
def test_nobody_judges_own_asking_or_that_of_the_own_unit(move: Move) -> None:
    own = replace(READY, parts=frozenset({Role.LEADER}), asked=True)
    assert refused(decide(move, own)) == ("who", "自己申请的延期不能由自己审批。")
    head_who_leads = replace(READY, parts=frozenset({Role.LEADER, Role.HEAD}))
    assert refused(decide(move, head_who_leads)) == ("who", "本单位申请的延期不能由本单位的人审批。")


def test_a_long_one_is_for_the_first_responsible_who_may_decide_on_a_short_one_too() -> None:
    long = replace(READY, level=Role.FIRST, parts=frozenset({Role.LEADER}))
    assert refused(decide(Move.APPROVE, long)) == ("who", "延期时间较长，由第一责任人审批。")
    for facts in (long, READY):
        assert decide(Move.APPROVE, replace(facts, parts=frozenset({Role.FIRST}))) is Status.APPROVED


def test_the_buttons_are_those_of_ones_part() -> None:
    assert [offer.move for offer in offers(replace(READY, parts=frozenset({Role.LEADER})))] == [
        Move.APPROVE,
        Move.REFUSE,
    ]
    assert [offer.move for offer in offers(replace(READY, parts=frozenset({Role.HANDLER})))] == [Move.WITHDRAW]
    assert offers(replace(READY, status=Status.REFUSED, parts=frozenset(Role))) == ()


@pytest.mark.parametrize(("days", "who"), [(1, Role.LEADER), (15, Role.LEADER), (16, Role.FIRST), (90, Role.FIRST)])
def test_the_length_says_who_decides(days: int, who: Role) -> None:
    assert ask(ASKING, later(days), "汛期影响施工") is who


def test_days_are_counted_from_the_original_date_whatever_was_granted_before() -> None:
    second = replace(ASKING, due=later(15), granted=1)
    assert ask(second, later(20), "汛期影响施工") is Role.FIRST
    assert refused(ask(second, later(91), "汛期影响施工")) == (
        "what", "比原时限 2026-06-30 晚了 91 天，延期总共不超过 90 天。",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"parts": frozenset({Role.OFFICE, Role.LEADER})}, "who"),
        ({"open": False}, "when"),
        ({"pending": True}, "when"),
        ({"due": None, "original": None}, "what"),
        ({"today": later(1)}, "when"),
        ({"granted": 2}, "when"),
    ],
)
def test_each_bar_alone_keeps_one_from_asking(change: dict[str, object], kind: str) -> None:
    asking = replace(ASKING, **change)
    assert refused(bar(asking))[0] == kind
    assert ask(asking, later(5), "理由") == bar(asking)
    assert bar(ASKING) is None


def test_a_round_has_its_own_limits() -> None:
    limits = Limits(most=1, most_days=30, leader_days=5)
    assert [ask(ASKING, later(days), "理由", limits) for days in (5, 6)] == [Role.LEADER, Role.FIRST]
    assert refused(ask(ASKING, later(31), "理由", limits))[0] == "what"
    assert refused(bar(replace(ASKING, granted=1), limits)) == ("when", "已经延期 1 次，不能再延。")
    assert refused(bar(ASKING, replace(limits, most=0))) == ("when", "本轮的规则不允许延期。")


def test_a_date_that_is_not_later_and_a_missing_reason_are_sent_back() -> None:
    assert refused(ask(ASKING, DUE, "理由")) == ("what", "新时限须晚于现在的时限 2026-06-30。")
    assert refused(ask(ASKING, later(5), " ")) == ("what", "请写明延期理由。")


@given(st.integers(1, 400), st.integers(0, 4))
def test_the_level_never_falls_as_the_length_grows_and_the_limits_hold(days: int, granted: int) -> None:
    verdict = ask(replace(ASKING, granted=granted), later(days), "理由")
    within = granted < DEFAULT.most and days <= DEFAULT.most_days
    assert (verdict == level(days)) if within else isinstance(verdict, Refusal)
