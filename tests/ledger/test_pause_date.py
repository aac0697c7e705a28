"""The clock stands still while an approver has a finding, where the rules of the round say so, and not otherwise."""

from datetime import date, datetime, time

import pytest

from bihuan.ledger.actions.extensions import ask_extension, move_extension
from bihuan.ledger.models import Finding, Pause
from bihuan.people.viewer import viewer_of
from bihuan.rounds.actions import change_rule
from bihuan.rules.extension import Move as Extend
from bihuan.rules.finding import Move
from tests.cast import NOW
from tests.ledger.conftest import Walk, done

DEADLINE = date(2026, 8, 31)


@pytest.fixture
def pausing(walk: Walk) -> Walk:
    """A round that lets the clock stand still with approvers."""
    office = viewer_of(walk.cast.office)
    done(change_rule(walk.round, name="pauses", value="approver", source="县委规定", by=office, at=NOW))
    return walk


def on(walk: Walk, day: date) -> None:
    walk.at = datetime.combine(day, time(9), NOW.tzinfo)


def pauses(finding: Finding) -> list[tuple[str, date, date, int, date, date]]:
    return [
        (row.holder, row.start, row.end, row.days, row.was, row.due) for row in Pause.objects.filter(finding=finding)
    ]


def handed_in(walk: Walk, day: date, **changes: object) -> Finding:
    finding = walk.proved(walk.rectifying(**changes))
    on(walk, day)
    return done(walk.move(finding, Move.APPLY, walk.cast.head, signed_name=walk.cast.head.name))


def test_what_an_approver_held_comes_on_top_and_the_original_stays(pausing: Walk) -> None:
    finding = handed_in(pausing, date(2026, 8, 20))
    on(pausing, date(2026, 8, 25))
    finding = done(pausing.move(finding, Move.RETURN, pausing.cast.leader, note="佐证不全"))
    assert (finding.deadline, finding.due) == (DEADLINE, date(2026, 9, 3))
    assert pauses(finding) == [("leader", date(2026, 8, 20), date(2026, 8, 25), 3, DEADLINE, date(2026, 9, 3))]


def test_each_level_of_the_chain_is_a_pause_of_its_own_up_to_the_close_out(pausing: Walk) -> None:
    finding = handed_in(pausing, date(2026, 8, 28))
    on(pausing, date(2026, 8, 31))
    finding = done(pausing.move(finding, Move.APPROVE, pausing.cast.leader))
    on(pausing, date(2026, 9, 2))
    finding = done(pausing.move(finding, Move.APPROVE, pausing.cast.office))
    assert pauses(finding) == [
        ("leader", date(2026, 8, 28), date(2026, 8, 31), 1, DEADLINE, date(2026, 9, 1)),
        ("office", date(2026, 8, 31), date(2026, 9, 2), 2, date(2026, 9, 1), date(2026, 9, 3)),
    ]
    assert finding.due == date(2026, 9, 3)


def test_the_clock_runs_on_where_no_rule_stops_it(walk: Walk) -> None:
    finding = handed_in(walk, date(2026, 8, 20))
    on(walk, date(2026, 8, 25))
    finding = done(walk.move(finding, Move.RETURN, walk.cast.leader, note="佐证不全"))
    assert (finding.due, pauses(finding)) == (DEADLINE, [])


def test_what_was_late_when_it_was_handed_in_stays_late(pausing: Walk) -> None:
    finding = handed_in(pausing, date(2026, 9, 1))
    on(pausing, date(2026, 9, 8))
    finding = done(pausing.move(finding, Move.RETURN, pausing.cast.leader, note="佐证不全"))
    assert (finding.due, pauses(finding)) == (DEADLINE, [])


def test_a_unit_gains_no_time_by_taking_its_own_plan_back(pausing: Walk) -> None:
    finding = pausing.planned()
    pausing.later(days=10)
    finding = done(pausing.move(finding, Move.WITHDRAW_PLAN, pausing.cast.head))
    assert (finding.due, pauses(finding)) == (DEADLINE, [])


def test_an_extension_that_is_granted_after_a_pause_never_takes_time_away(pausing: Walk) -> None:
    finding = pausing.rectifying()
    head = pausing.by(pausing.cast.head)
    asked = done(ask_extension(finding, wanted=date(2026, 9, 1), reason="汛期", by=head, at=pausing.later()))
    finding = pausing.proved(finding)
    on(pausing, date(2026, 8, 20))
    done(pausing.move(finding, Move.APPLY, pausing.cast.head, signed_name=pausing.cast.head.name))
    on(pausing, date(2026, 8, 25))
    done(pausing.move(finding, Move.RETURN, pausing.cast.leader, note="佐证不全"))
    done(move_extension(asked, Extend.APPROVE, by=pausing.by(pausing.cast.leader), at=pausing.later()))
    assert pausing.fresh(finding).due == date(2026, 9, 3)


def test_the_limits_of_extensions_are_those_of_the_round(walk: Walk) -> None:
    office, head = viewer_of(walk.cast.office), walk.by(walk.cast.head)
    done(change_rule(walk.round, name="extensions_leader_days", value="5", source="县委规定", by=office, at=NOW))
    done(change_rule(walk.round, name="extensions_days", value="20", source="县委规定", by=office, at=NOW))
    finding = walk.rectifying()
    far = ask_extension(finding, wanted=date(2026, 9, 30), reason="汛期", by=head, at=walk.later())
    assert str(far.reason) == "比原时限 2026-08-31 晚了 30 天，延期总共不超过 20 天。"
    asked = done(ask_extension(finding, wanted=date(2026, 9, 6), reason="汛期", by=head, at=walk.later()))
    assert asked.level == "first"
