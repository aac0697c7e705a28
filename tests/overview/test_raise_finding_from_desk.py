"""An on-the-spot fix, and what a unit found itself, become findings once, and each finds the other again."""

import pytest
from django.test import Client

from bihuan.desk.models import CheckAnswer
from bihuan.ledger.models import Finding
from bihuan.overview.actions.findings import raise_from_request, raise_from_selfcheck
from bihuan.overview.queries.round import round_counts
from bihuan.rules.request import Kind, Move
from bihuan.trail.queries import lines_of
from tests.cast import NOW, signed_in
from tests.desk.conftest import done, reason, round, walk  # noqa: F401
from tests.desk.selfchecks import a_selfcheck, a_sheet, signed  # noqa: F401
from tests.desk.walk import Walk

FIX = "卫生院门口道路积水，限期整改"


@pytest.fixture
def fix(walk: Walk):  # noqa: F811
    return walk.assigned(text=FIX, kind=Kind.FIX)


@pytest.fixture
def found(sheet, head) -> CheckAnswer:
    return signed(sheet, head).answers.select_related("sheet__selfcheck__round", "point").get(answer="no")


def test_a_fix_becomes_an_immediate_finding_of_its_unit_due_with_it(walk, fix, office):  # noqa: F811
    finding = done(raise_from_request(fix, by=office, at=NOW))

    assert (finding.text, finding.immediate, finding.lead_unit) == (FIX, True, walk.cast.town)
    assert (finding.origin, finding.origin_ref, str(finding.deadline)) == ("request", "R-001", "2026-03-03")
    assert [line.event for line in lines_of(walk.cast.county.code, finding.ref)] == ["finding.raised"]


def test_the_same_fix_is_not_raised_twice(fix, office):
    done(raise_from_request(fix, by=office, at=NOW))

    assert reason(raise_from_request(fix, by=office, at=NOW)) == "已经列入台账，编号 F-001。"
    assert Finding.objects.count() == 1


def test_only_a_fix_that_stands_becomes_a_finding(walk, fix, office):  # noqa: F811
    material = walk.assigned()
    withdrawn = done(walk.move(fix, Move.WITHDRAW, walk.cast.office, note="登记有误"))

    assert reason(raise_from_request(material, by=office, at=NOW)) == "只有立行立改的事项可以列入台账。"
    assert reason(raise_from_request(withdrawn, by=office, at=NOW)) == "这件事项已经撤销，不能列入台账。"


def test_a_unit_cannot_raise_it(fix, head):
    assert reason(raise_from_request(fix, by=head, at=NOW)) == "只有整改办可以把问题录入台账。"


def test_what_a_unit_found_itself_becomes_its_finding(found, office, cast):
    finding = done(raise_from_selfcheck(found, by=office, at=NOW))

    assert (finding.text, finding.issue, finding.aspect) == ("未登记用车", found.point.text, found.point.area)
    assert (finding.origin, finding.origin_ref) == ("self", f"S-001/{cast.town.ref}/{found.point.number}")
    assert (finding.immediate, finding.lead_unit) == (False, cast.town)


def test_the_office_raises_it_by_the_button_and_both_pages_name_the_other(fix, as_office: Client):
    answer = as_office.post("/desk/R-001/finding/")

    assert (answer.status_code, answer.url) == (302, "/desk/R-001/")
    assert "F-001" in as_office.get("/desk/R-001/finding/", HTTP_HX_REQUEST="true").text
    assert "/ledger/F-001/origin/" in as_office.get("/ledger/F-001/").text
    assert as_office.get("/ledger/F-001/origin/").url == "/desk/R-001/"
    assert as_office.post("/desk/R-001/finding/").status_code == 409


def test_the_way_back_from_a_self_check_leads_to_its_answer(found, office, as_office: Client, cast):
    done(raise_from_selfcheck(found, by=office, at=NOW))

    place = f"/desk/selfchecks/S-001/{cast.town.ref}"
    assert as_office.get("/ledger/F-001/origin/").url == f"{place}/#p{found.point.number}"
    assert "F-001" in as_office.get(f"{place}/{found.point.number}/finding/").text


def test_a_unit_sees_the_finding_and_a_stranger_nothing(fix, office, cast):
    done(raise_from_request(fix, by=office, at=NOW))
    unit, stranger = signed_in(cast.head), signed_in(cast.stranger)

    assert "F-001" in unit.get("/desk/R-001/finding/").text
    assert unit.post("/desk/R-001/finding/").status_code in (403, 409)
    assert stranger.get("/desk/R-001/finding/").status_code == 404
    assert stranger.get("/ledger/F-001/origin/").status_code == 404


def test_the_round_counts_them_apart(walk, fix, found, office):  # noqa: F811
    done(raise_from_request(fix, by=office, at=NOW))
    done(raise_from_selfcheck(found, by=office, at=NOW))

    counts = round_counts(office, walk.round, today=NOW.date())
    assert (counts.ordinary.total, counts.immediate.total, counts.own.total, counts.requested) == (0, 1, 1, 1)
