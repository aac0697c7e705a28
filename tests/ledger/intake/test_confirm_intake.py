"""Confirmed rows become findings, all or none, each with its place; nothing becomes one without that."""

from datetime import date

import pytest

from bihuan.ledger.actions import drafts
from bihuan.ledger.actions.intake import confirm_intake, discard_intake, resume_intake
from bihuan.ledger.models import Finding, Intake
from bihuan.people.viewer import viewer_of
from bihuan.rules.life import Refusal
from bihuan.trail.models import Line
from bihuan.trail.queries import Verdict, verify
from tests.cast import NOW
from tests.ledger.conftest import done
from tests.ledger.intake.conftest import row, texts

pytestmark = pytest.mark.django_db


def test_each_row_becomes_a_finding_with_its_place_in_the_original(intake, office):
    made = done(confirm_intake(intake, by=office, at=NOW))

    assert [finding.text for finding in made] == texts(intake)
    second = Finding.objects.get(number=2)
    assert (second.aspect, second.issue) == ("落实党中央决策部署不够到位", "理论学习不够深入")
    assert (second.source, second.source_quote) == (intake.paper, "（2）青石村“三会一课”记录缺失。")
    assert (second.status, second.round) == ("unclaimed", intake.round)


def test_what_was_chosen_for_a_row_goes_into_its_finding(intake, office, cast):
    fields = {
        "lead_unit": "松河镇", "support_units": ["青石村", "县农业农村局"], "deadline": "2026-06-30", "immediate": True,
        "key": True, "measures": ["补齐记录", "开展培训"], "cause": "重视不够", "goal": "记录齐全",
    }  # fmt: skip
    done(drafts.edit_row(row(intake, "青石村"), fields, by=office, at=NOW))

    finding = done(confirm_intake(intake, by=office, at=NOW))[1]

    assert (finding.lead_unit, finding.deadline) == (cast.town, date(2026, 6, 30))
    assert {each.unit for each in finding.supports.all()} == {cast.village, cast.farming}
    assert (finding.immediate, finding.key, finding.standing, finding.common) == (True, True, False, False)
    assert [each.text for each in finding.measures.all()] == ["补齐记录", "开展培训"]
    assert (finding.cause, finding.goal) == ("重视不够", "记录齐全")


def test_an_unknown_unit_has_to_be_chosen_or_cleared_first(intake, office):
    done(drafts.edit_row(row(intake, "青石村"), {"lead_unit": "农业局"}, by=office, at=NOW))

    outcome = confirm_intake(intake, by=office, at=NOW)

    assert isinstance(outcome, Refusal)
    assert (outcome.kind, [str(text) for text in outcome.missing]) == ("what", ["单位都已对上，或已清除"])
    assert Finding.objects.count() == 0


def test_an_intake_without_rows_is_not_confirmed(intake, office):
    for text in texts(intake):
        done(drafts.drop_row(row(intake, text), by=office, at=NOW))

    assert [str(text) for text in confirm_intake(intake, by=office, at=NOW).missing] == ["至少列有一个问题"]


def test_an_intake_is_confirmed_once(intake, office):
    done(confirm_intake(intake, by=office, at=NOW))

    assert confirm_intake(intake, by=office, at=NOW).kind == "when"
    assert Finding.objects.count() == 4


def test_only_the_office_confirms(intake, cast):
    for account in (cast.first, cast.leader, cast.head, cast.supervisor, cast.outsider):
        assert confirm_intake(intake, by=viewer_of(account), at=NOW).kind == "who"
    assert Finding.objects.count() == 0


def test_the_trail_tells_of_the_confirming_with_its_counts_and_verifies(intake, office):
    done(confirm_intake(intake, by=office, at=NOW))

    line = Line.objects.get(event="intake.confirmed")
    assert line.after == {"intake": "I-01", "rows": 4, "stated": 5, "first": "F-001", "last": "F-004"}
    kept = Intake.objects.get()
    assert (kept.status, kept.first_finding, kept.last_finding) == ("confirmed", 1, 4)
    *_, verdict = verify("yunling")
    assert isinstance(verdict, Verdict)
    assert verdict.broken_at is None


def test_a_discarded_intake_can_be_resumed_as_it_was(intake, office):
    before = texts(intake)
    done(discard_intake(intake, by=office, at=NOW))
    done(resume_intake(intake, by=office, at=NOW))

    assert (Intake.objects.get().status, texts(intake)) == ("open", before)
    events = Line.objects.filter(event__startswith="intake.").order_by("number").values_list("event", flat=True)
    assert list(events) == ["intake.opened", "intake.discarded", "intake.resumed"]
