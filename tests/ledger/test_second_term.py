"""What does a second term do to the dates of a finding? The date that holds moves on, the original stays."""

from datetime import date

from bihuan.ledger.actions.extensions import ask_extension
from bihuan.ledger.actions.second_term import order_second_term
from bihuan.ledger.models import Extension
from bihuan.rules.life import Refusal
from bihuan.trail.queries import lines_of
from tests.ledger.conftest import Walk, done

LATER = date(2026, 10, 15)


def test_the_date_moves_and_the_original_stays(walk: Walk):
    finding, office = walk.rectifying(), walk.by(walk.cast.office)

    row = done(order_second_term(finding, LATER, by=office, at=walk.later(), reason="T-001 约谈商定"))

    finding = walk.fresh(finding)
    assert (finding.deadline, finding.due) == (date(2026, 8, 31), LATER)
    assert (row.kind, row.status, row.due, row.wanted) == ("ordered", "approved", date(2026, 8, 31), LATER)
    line = lines_of(walk.cast.county.code, finding.ref).first()
    assert (line.event, line.before, line.after, line.note) == (
        "extension.ordered",
        {"due": "2026-08-31"},
        {"which": "F-001", "due": "2026-10-15"},
        "T-001 约谈商定",
    )


def test_it_is_not_counted_among_the_extensions_that_the_unit_asked_for(walk: Walk):
    finding, office, head = walk.rectifying(), walk.by(walk.cast.office), walk.by(walk.cast.head)
    for day in (10, 15, 20):
        done(order_second_term(finding, date(2026, 9, day), by=office, at=walk.later(), reason="责令"))

    done(ask_extension(finding, wanted=date(2026, 9, 30), reason="阴雨", by=head, at=walk.later()))


def test_what_the_unit_has_asked_for_is_decided_first(walk: Walk):
    finding, office, head = walk.rectifying(), walk.by(walk.cast.office), walk.by(walk.cast.head)
    done(ask_extension(finding, wanted=date(2026, 9, 30), reason="阴雨", by=head, at=walk.later()))

    outcome = order_second_term(finding, LATER, by=office, at=walk.later(), reason="责令")

    assert isinstance(outcome, Refusal)
    assert (outcome.kind, Extension.objects.count(), walk.fresh(finding).due) == ("when", 1, date(2026, 8, 31))


def test_a_unit_orders_nothing(walk: Walk):
    finding, head = walk.rectifying(), walk.by(walk.cast.head)
    assert isinstance(order_second_term(finding, LATER, by=head, at=walk.later(), reason="自定"), Refusal)
    assert walk.fresh(finding).due == date(2026, 8, 31)


def test_the_page_of_the_finding_says_that_it_was_ordered(walk: Walk, as_head):
    finding, office = walk.rectifying(), walk.by(walk.cast.office)
    done(order_second_term(finding, LATER, by=office, at=walk.later(), reason="T-001 约谈商定"))

    page = as_head.get(f"/ledger/{finding.ref}/").content.decode()

    assert "限期二次整改" in page
    assert "T-001 约谈商定" in page
