"""A unit asks for more time before its date passes; somebody above it decides; the original date stays."""

from datetime import date, datetime, time

import pytest

from bihuan.ledger.actions.assign import assign
from bihuan.ledger.actions.extensions import ask_extension, move_extension
from bihuan.ledger.actions.plan import MeasureText, add_measure, edit_measure
from bihuan.ledger.models import Extension, Finding
from bihuan.ledger.queries.extensions import extensions_waiting
from bihuan.ledger.queries.table import Wanted, counts_for
from bihuan.people.models import Account
from bihuan.rules.extension import Move, Status
from bihuan.rules.finding import Move as FindingMove
from bihuan.rules.life import Refusal
from bihuan.trail.models import Line
from tests.cast import NOW
from tests.ledger.conftest import Walk, done

DEADLINE, SHORT, LONG = date(2026, 8, 31), date(2026, 9, 15), date(2026, 10, 31)


def ask(walk: Walk, finding: Finding, wanted: date = SHORT, *, who: Account | None = None, **more: object):
    by = walk.by(who or walk.cast.head)
    return ask_extension(finding, wanted=wanted, reason="汛期影响施工", by=by, at=walk.later(), **more)


def decide(walk: Walk, extension: Extension, which: Move, who: Account, note: str = ""):
    return move_extension(extension, which, by=walk.by(who), at=walk.later(), note=note)


def test_what_is_granted_moves_the_date_that_holds_and_leaves_the_original(walk: Walk, events) -> None:
    finding = walk.rectifying()
    extension = done(ask(walk, finding))
    assert walk.fresh(finding).due == DEADLINE
    granted = done(decide(walk, extension, Move.APPROVE, walk.cast.leader, "同意"))
    kept = walk.fresh(finding)
    assert (kept.deadline, kept.due) == (DEADLINE, SHORT)
    assert (granted.status, granted.decided_by, granted.decision, granted.days) == (
        Status.APPROVED, walk.cast.leader, "同意", 15,
    )  # fmt: skip
    assert events(finding)[-2:] == ["extension.asked", "extension.approved"]
    line = Line.objects.get(event="extension.approved")
    assert (line.before, line.after) == ({"due": "2026-08-31"}, {"which": "F-001", "due": "2026-09-15"})


def test_a_measure_is_extended_by_itself(walk: Walk) -> None:
    finding = walk.rectifying()
    measure = finding.measures.get()
    extension = done(ask(walk, finding, date(2026, 7, 10), measure=measure, who=walk.cast.handler))
    done(decide(walk, extension, Move.APPROVE, walk.cast.leader))
    measure.refresh_from_db()
    assert (measure.deadline, measure.due) == (date(2026, 6, 30), date(2026, 7, 10))
    assert walk.fresh(finding).due == DEADLINE


def test_what_is_refused_or_withdrawn_moves_nothing(walk: Walk, events) -> None:
    finding = walk.rectifying()
    asked = done(ask(walk, finding))
    silent = decide(walk, asked, Move.REFUSE, walk.cast.leader)
    assert isinstance(silent, Refusal)
    assert silent.kind == "what"
    done(decide(walk, asked, Move.REFUSE, walk.cast.leader, "人手足够"))
    done(decide(walk, done(ask(walk, finding)), Move.WITHDRAW, walk.cast.handler))
    assert walk.fresh(finding).due == DEADLINE
    assert events(finding)[-4:] == [
        "extension.asked", "extension.refused", "extension.asked", "extension.withdrawn",
    ]  # fmt: skip


def test_a_long_one_waits_for_the_first_responsible_and_a_short_one_for_the_leader(walk: Walk) -> None:
    finding = walk.rectifying()
    extension = done(ask(walk, finding, LONG))
    people = (walk.cast.first, walk.cast.leader, walk.cast.head, walk.cast.office, walk.cast.stranger)
    assert [list(extensions_waiting(walk.by(who))) for who in people] == [[extension], [], [], [], []]
    barred = decide(walk, extension, Move.APPROVE, walk.cast.leader)
    assert isinstance(barred, Refusal)
    assert (barred.kind, str(barred.reason)) == ("who", "延期时间较长，由第一责任人审批。")
    done(decide(walk, extension, Move.REFUSE, walk.cast.first, "再想办法"))
    short = done(ask(walk, finding))
    assert [list(extensions_waiting(walk.by(who))) for who in people] == [[], [short], [], [], []]


def test_one_at_a_time_and_only_before_the_date_passes(walk: Walk) -> None:
    finding = walk.rectifying()
    done(ask(walk, finding))
    second = ask(walk, finding)
    assert isinstance(second, Refusal)
    assert second.kind == "when"
    done(ask(walk, finding, date(2026, 7, 3), measure=finding.measures.get()))
    walk.at = datetime.combine(date(2026, 9, 1), time(0, 1), NOW.tzinfo)
    done(decide(walk, Extension.objects.get(number=1), Move.WITHDRAW, walk.cast.head))
    late = ask(walk, finding)
    assert isinstance(late, Refusal)
    assert (late.kind, str(late.reason)) == ("when", "时限 2026-08-31 已过，延期须在到期前申请。")


@pytest.mark.parametrize("who", ["first", "leader", "office", "supervisor"])
def test_nobody_outside_the_unit_asks(walk: Walk, who: str) -> None:
    refused = ask(walk, walk.rectifying(), who=getattr(walk.cast, who))
    assert isinstance(refused, Refusal)
    assert refused.kind == "who"


def test_what_was_closed_meanwhile_is_not_extended(walk: Walk) -> None:
    finding = walk.rectifying()
    extension = done(ask(walk, finding))
    finding = done(walk.move(walk.proved(finding), FindingMove.APPLY, walk.cast.head, signed_name="赵启"))
    done(walk.move(finding, FindingMove.APPROVE, walk.cast.leader))
    done(walk.move(finding, FindingMove.APPROVE, walk.cast.office))
    refused = decide(walk, extension, Move.APPROVE, walk.cast.leader)
    assert isinstance(refused, Refusal)
    assert refused.kind == "what"
    assert list(extensions_waiting(walk.by(walk.cast.leader))) == []


def test_no_other_way_moves_a_date_that_holds(walk: Walk) -> None:
    """Neither the unit by its measure, nor the office by an assignment after an extension."""
    finding = walk.claimed(immediate=True)
    head = walk.by(walk.cast.head)
    written = MeasureText("清理账目", "镇财政所", date(2026, 6, 30), "台账")
    measure = done(add_measure(finding, written, by=head, at=walk.later()))
    moved = edit_measure(measure, MeasureText("清理账目", "镇财政所", date(2026, 7, 30)), by=head, at=walk.later())
    assert isinstance(moved, Refusal)
    assert str(moved.reason) == "何时完成已经定下，不能自行改动；要推迟请申请延期。"
    done(edit_measure(measure, MeasureText("清理账目和票据", "镇财政所", date(2026, 6, 30)), by=head, at=walk.later()))

    done(decide(walk, done(ask(walk, finding)), Move.APPROVE, walk.cast.leader))
    done(walk.move(finding, FindingMove.TRANSFER, walk.cast.office, unit=walk.cast.farming, note="主责在农业农村局"))
    office = walk.by(walk.cast.office)
    _kept, outcomes = assign([walk.fresh(finding)], {"deadline": "2027-01-01"}, by=office, at=walk.later())
    assert str(outcomes[0].refusal.reason) == "已经同意过延期的问题不能改整改时限，延期须另行申请。"


def test_the_counts_tell_both_dates(walk: Walk) -> None:
    finding = walk.rectifying()
    done(decide(walk, done(ask(walk, finding)), Move.APPROVE, walk.cast.leader))
    office = walk.by(walk.cast.office)
    for today, late, original in ((date(2026, 9, 1), 0, 1), (date(2026, 9, 16), 1, 1)):
        counts = counts_for(office, Wanted(), today=today)
        assert (counts.overdue, counts.original) == (late, original)
