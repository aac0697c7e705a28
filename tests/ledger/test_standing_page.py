"""The page of a closed finding shows its rhythm as dots, takes the proof, and lets the office change or end it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bihuan.ledger.models import Finding, Standing, StandingProof
from tests.ledger.conftest import Walk


@pytest.fixture
def standing(walk: Walk) -> Finding:
    return walk.closed(standing=True)


def proof() -> dict[str, object]:
    return {"note": "每月巡查，未见反弹。", "files": SimpleUploadedFile("巡查记录.txt", "三月".encode())}


def test_the_unit_gives_proof_and_its_file_opens_for_whoever_sees_the_finding(standing, as_handler, as_leader):
    given = as_handler.post(f"/ledger/{standing.ref}/standing/", proof())

    assert (given.status_code, given.url) == (302, f"/ledger/{standing.ref}/#standing")
    row = StandingProof.objects.get(status="given")
    ref = row.papers.get().ref
    page = as_leader.get(f"/ledger/{standing.ref}/").content.decode()
    assert [word in page for word in ("每月巡查，未见反弹。", ref, 'class="rhythm-given"', 'class="rhythm-ahead"')] == [
        True
    ] * 4
    assert as_leader.get(f"/ledger/{standing.ref}/papers/{ref}/").status_code == 200


def test_proof_without_a_file_keeps_what_was_typed(standing, as_handler):
    answer = as_handler.post(f"/ledger/{standing.ref}/standing/", {"note": "写了一半的情况"})

    assert answer.status_code == 422
    assert "写了一半的情况" in answer.content.decode()
    assert StandingProof.objects.get().status == "asked"


def test_a_reader_is_shown_the_dots_and_no_forms(standing, as_supervisor):
    page = as_supervisor.get(f"/ledger/{standing.ref}/").content.decode()

    assert "rhythm-due" in page
    assert [form in page for form in ("/standing/rhythm/", "/standing/end/", f"{standing.ref}/standing/")] == [
        False
    ] * 3


def test_the_office_changes_and_ends_the_rhythm(standing, as_office, as_head):
    forbidden = as_head.post(f"/ledger/{standing.ref}/standing/rhythm/", {"every": 12, "note": "太频繁"})
    wrong = as_office.post(f"/ledger/{standing.ref}/standing/rhythm/", {"every": 5, "note": "风险较低"})
    changed = as_office.post(f"/ledger/{standing.ref}/standing/rhythm/", {"every": 12, "note": "风险较低"})
    silent = as_office.post(f"/ledger/{standing.ref}/standing/end/", {"note": ""})
    ended = as_office.post(f"/ledger/{standing.ref}/standing/end/", {"note": "机构撤并"})

    assert [each.status_code for each in (forbidden, wrong, changed, silent, ended)] == [403, 422, 302, 422, 302]
    assert (Standing.objects.get().every, Standing.objects.get().status) == (12, "ended")


def test_a_stranger_finds_nothing(standing, as_stranger, as_outsider):
    paths = [f"/ledger/{standing.ref}/standing/{rest}" for rest in ("", "rhythm/", "end/")]

    assert [each.post(path).status_code for each in (as_stranger, as_outsider) for path in paths] == [404] * 6


def test_the_page_costs_the_same_with_one_date_and_with_many(walk: Walk, standing, as_handler, as_office):
    as_handler.post(f"/ledger/{standing.ref}/standing/", proof())
    with CaptureQueriesContext(connection) as few:
        as_office.get(f"/ledger/{standing.ref}/")
    given = StandingProof.objects.get(status="given")
    paper = given.papers.get()
    for _number in range(20):
        given.pk = None
        given.save()
        given.papers.set([paper])
    with CaptureQueriesContext(connection) as many:
        as_office.get(f"/ledger/{standing.ref}/")

    assert len(many) == len(few)
