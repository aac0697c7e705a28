"""The moves over HTTP: the page, the answer, the refusal with its reason, and a form sent twice."""

from bihuan.ledger.models import Finding
from bihuan.rules.finding import Status
from bihuan.trail.models import Line
from tests.ledger.conftest import Walk


def status(finding: Finding) -> str:
    return Finding.objects.get(pk=finding.pk).status


def test_the_page_names_the_holder_the_next_step_and_the_button(walk: Walk, as_head) -> None:
    walk.assigned()
    page = as_head.get("/ledger/F-001/").content.decode()
    for text in ("待认领", "在松河镇手里", "由牵头单位负责人认领，或提出异议。", 'action="/ledger/F-001/claim/"'):
        assert text in page


def test_a_reader_without_a_part_is_offered_no_button(walk: Walk, as_supervisor) -> None:
    walk.assigned()
    page = as_supervisor.get("/ledger/F-001/").content.decode()
    assert "待认领" in page
    assert "/ledger/F-001/claim/" not in page


def test_a_claim_is_made_and_the_page_comes_back(walk: Walk, as_head) -> None:
    finding = walk.assigned()
    answer = as_head.post("/ledger/F-001/claim/", {"note": ""})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/ledger/F-001/")
    assert status(finding) == Status.CLAIMED


def test_htmx_gets_the_fresh_record_alone(walk: Walk, as_head) -> None:
    walk.assigned()
    answer = as_head.post("/ledger/F-001/claim/", {"note": ""}, headers={"HX-Request": "true"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "<html" not in page
    assert "已认领" in page


def test_a_refusal_says_who_when_or_what(walk: Walk, as_head, as_office, as_supervisor) -> None:
    finding = walk.assigned()
    assert as_supervisor.post("/ledger/F-001/claim/").status_code == 403
    assert as_head.post("/ledger/F-001/apply/", {"signed_name": "赵启"}).status_code == 409
    answer = as_head.post("/ledger/F-001/dispute/", {"unit": walk.cast.farming.number, "note": ""})
    assert answer.status_code == 422
    assert "请写明理由。" in answer.content.decode()
    assert status(finding) == Status.UNCLAIMED


def test_what_was_typed_comes_back_with_the_refusal(walk: Walk, as_head) -> None:
    finding = walk.claimed()
    answer = as_head.post(f"/ledger/{finding.ref}/submit_plan/", {"note": "请予审核"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "请予审核" in page
    assert "写明原因剖析" in page


def test_a_form_sent_twice_acts_once(walk: Walk, as_head) -> None:
    walk.assigned()
    answers = [as_head.post("/ledger/F-001/claim/", {"once": "abc"}) for _ in range(2)]
    assert [(a.status_code, a.headers["Location"]) for a in answers] == [
        (302, "/ledger/F-001/"),
        (303, "/ledger/F-001/"),
    ]
    assert Line.objects.filter(event="finding.claimed").count() == 1


def test_a_refused_form_may_be_sent_again(walk: Walk, as_head) -> None:
    finding = walk.assigned()
    form = {"once": "abc", "unit": walk.cast.farming.number}
    assert as_head.post("/ledger/F-001/dispute/", form | {"note": ""}).status_code == 422
    assert as_head.post("/ledger/F-001/dispute/", form | {"note": "属农业"}).status_code == 302
    assert status(finding) == Status.DISPUTED


def test_a_move_that_does_not_exist_is_not_found(walk: Walk, as_head) -> None:
    walk.assigned()
    for which in ("explode", "assign", "work", "draft_plan"):
        assert as_head.post(f"/ledger/F-001/{which}/").status_code == 404


def test_progress_may_be_about_one_measure(walk: Walk, as_handler) -> None:
    finding = walk.rectifying()
    answer = as_handler.post(f"/ledger/{finding.ref}/progress/", {"text": "已完成初稿", "measure": "1"})
    assert answer.headers["Location"] == f"/ledger/{finding.ref}/#progress"
    assert [(entry.text, entry.measure.number) for entry in finding.progress.all()] == [("已完成初稿", 1)]
