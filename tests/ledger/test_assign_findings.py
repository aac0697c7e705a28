"""Giving findings to units and people, singly and in bulk, with a preview and an undo."""

from bihuan.ledger.actions.assign import assign, picture, preview, undo_assignment
from bihuan.ledger.models import Finding
from bihuan.people.viewer import viewer_of
from bihuan.rules.finding import Move
from bihuan.rules.life import Refusal
from tests.ledger.conftest import Walk, done


def plain(finding: Finding, *fields: str) -> dict[str, object]:
    return picture(Finding.objects.get(pk=finding.pk), fields)


def test_many_are_assigned_at_once(walk: Walk) -> None:
    findings = [walk.raised(), walk.raised()]
    changes = {"lead_unit": walk.cast.town.number, "supports": [walk.cast.farming.number], "key": True}
    kept, outcomes = assign(findings, changes, by=viewer_of(walk.cast.office), at=walk.later())
    assert [outcome.refusal for outcome in outcomes] == [None, None]
    assert [plain(f, *changes) for f in findings] == [changes, changes]
    assert [Finding.objects.get(pk=f.pk).holder for f in findings] == ["head", "head"]
    assert [change["ref"] for change in kept.changes] == ["F-001", "F-002"]


def test_a_preview_writes_nothing(walk: Walk) -> None:
    finding = walk.raised()
    outcome = preview([finding], {"lead_unit": walk.cast.town.number}, by=viewer_of(walk.cast.office))[0]
    assert (outcome.before, outcome.after) == ({"lead_unit": None}, {"lead_unit": walk.cast.town.number})
    assert plain(finding, "lead_unit") == {"lead_unit": None}


def test_an_undo_turns_it_back(walk: Walk) -> None:
    finding, office = walk.raised(), viewer_of(walk.cast.office)
    kept, _ = assign([finding], {"lead_unit": walk.cast.town.number, "key": True}, by=office, at=walk.later())
    assert undo_assignment(kept, by=office, at=walk.later()) == (1, [])
    assert plain(finding, "lead_unit", "key") == {"lead_unit": None, "key": False}
    assert Finding.objects.get(pk=finding.pk).holder == "office"


def test_an_undo_leaves_what_has_moved_on_since(walk: Walk) -> None:
    finding, office = walk.raised(), viewer_of(walk.cast.office)
    kept, _ = assign([finding], {"lead_unit": walk.cast.town.number}, by=office, at=walk.later())
    done(walk.move(finding, Move.CLAIM, walk.cast.head))
    assert undo_assignment(kept, by=office, at=walk.later()) == (0, ["F-001"])
    assert plain(finding, "lead_unit") == {"lead_unit": walk.cast.town.number}


def test_it_is_undone_once_and_by_whoever_did_it(walk: Walk) -> None:
    office = viewer_of(walk.cast.office)
    kept, _ = assign([walk.raised()], {"key": True}, by=office, at=walk.later())
    assert undo_assignment(kept, by=viewer_of(walk.cast.first), at=walk.later()).kind == "who"
    assert undo_assignment(kept, by=office, at=walk.later()) == (1, [])
    assert undo_assignment(kept, by=office, at=walk.later()).kind == "when"


def test_nobody_but_the_office_assigns(walk: Walk) -> None:
    finding = walk.assigned()
    for account in (walk.cast.first, walk.cast.leader, walk.cast.head, walk.cast.supervisor):
        kept, outcomes = assign([finding], {"key": True}, by=viewer_of(account), at=walk.later())
        assert kept is None
        assert isinstance(outcomes[0].refusal, Refusal)
        assert outcomes[0].refusal.kind == "who"
    assert plain(finding, "key") == {"key": False}


def test_once_claimed_unit_deadline_and_immediate_are_fixed_and_flags_are_not(walk: Walk) -> None:
    finding = walk.claimed()
    fixed = {"lead_unit": walk.cast.farming.number, "deadline": "2027-01-01", "immediate": True}
    for field, value in fixed.items():
        _, outcomes = assign([finding], {field: value}, by=viewer_of(walk.cast.office), at=walk.later())
        assert outcomes[0].refusal is not None, field
        assert outcomes[0].refusal.kind == "when"
    walk.assign(finding, key=True, standing=True)
    assert plain(finding, "key", "standing", "lead_unit") == {
        "key": True,
        "standing": True,
        "lead_unit": walk.cast.town.number,
    }


def test_in_bulk_the_barred_stay_and_the_others_change(walk: Walk) -> None:
    claimed, fresh = walk.claimed(), walk.raised()
    changes = {"lead_unit": walk.cast.farming.number}
    kept, outcomes = assign([claimed, fresh], changes, by=viewer_of(walk.cast.office), at=walk.later())
    assert [outcome.refusal is None for outcome in outcomes] == [False, True]
    assert [change["ref"] for change in kept.changes] == [fresh.ref]
