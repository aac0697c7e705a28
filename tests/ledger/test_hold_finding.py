"""Who had the finding, how long: every move leaves a pass, and the stretches add up to the whole time."""

from datetime import timedelta

from bihuan.ledger.models import Finding, Pass
from bihuan.ledger.queries.passes import hands
from bihuan.rules.finding import Move
from bihuan.rules.people import Role
from tests.ledger.conftest import Walk, done


def passes(finding: Finding) -> list[tuple[str, str, str]]:
    return [(row.holder, row.unit.label if row.unit else "", row.status) for row in finding.passes.all()]


def test_every_move_that_changes_hand_or_status_leaves_a_pass(walk: Walk) -> None:
    assert passes(walk.closed()) == [
        ("office", "", "unclaimed"),
        ("head", "松河镇", "unclaimed"),
        ("head", "松河镇", "claimed"),
        ("leader", "", "planned"),
        ("head", "松河镇", "rectifying"),
        ("leader", "", "under_review"),
        ("office", "", "under_review"),
        ("", "", "closed"),
    ]


def test_another_unit_gets_the_time_from_then_on(walk: Walk) -> None:
    finding = walk.claimed()
    walk.later(hours=1)
    done(walk.move(finding, Move.TRANSFER, walk.cast.office, unit=walk.cast.farming, note="主责在农业农村局"))
    found = hands(walk.fresh(finding), now=walk.later(minutes=30))
    assert [(each.party, found.units.get(each.unit, ""), each.held.elapsed) for each in found.shares] == [
        (Role.OFFICE, "", 60),
        (Role.HEAD, "松河镇", 60 + 3660),
        (Role.HEAD, "县农业农村局", 1800),
    ]


def test_the_stretches_add_up_to_the_whole_time_and_end_with_the_close_out(walk: Walk) -> None:
    finding = walk.closed()
    found = hands(finding, now=walk.later(days=3))
    whole = finding.closed_at - finding.raised_at
    assert found.total.elapsed == whole // timedelta(seconds=1)
    assert sum(each.width for each in found.shares) == 1000


def test_what_was_assigned_away_and_back_is_in_the_hands_of_each(walk: Walk) -> None:
    finding = walk.assigned()
    walk.assign(finding, lead_unit=walk.cast.farming.number)
    walk.assign(walk.fresh(finding), key=True)
    assert passes(finding)[1:] == [("head", "松河镇", "unclaimed"), ("head", "县农业农村局", "unclaimed")]


def test_the_page_shows_the_bar_the_table_and_every_pass(walk: Walk, as_head) -> None:
    finding = walk.rectifying()
    page = as_head.get(f"/ledger/{finding.ref}/").content.decode()
    assert all(text in page for text in ("在谁手里多久", 'class="hold-bar"', "每次流转", "其中工作时间"))
    Pass.objects.all().delete()
    assert "在谁手里多久" not in as_head.get(f"/ledger/{finding.ref}/").content.decode()
