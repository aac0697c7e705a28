"""Errands are taken down in one line, done with their receipts, and brought back; nothing lavish is taken down."""

from datetime import timedelta
from decimal import Decimal

import pytest

from bihuan.desk.actions.errands import ErrandText, take_down_errand
from bihuan.desk.models import Errand
from bihuan.desk.queries.errands import counts, errands_for, state_of
from bihuan.people.viewer import Viewer, viewer_of
from bihuan.rules.errand import Kind, State
from bihuan.trail.models import Line
from tests.cast import NOW, Cast
from tests.desk.clock import a_clock  # noqa: F401
from tests.desk.conftest import done, reason

RECEIPT = {"number": "No.0001", "amount": "120.00", "people": "6"}


def errand(round, office: Viewer, title: str = "盒饭6份", kind: Kind = Kind.MEAL, **values) -> Errand:
    return done(take_down_errand(round, ErrandText(title, NOW, kind, **values), by=office, at=NOW))


def test_one_line_is_enough(round, as_office, cast: Cast):
    sent = as_office.post("/desk/errands/", {"line": "明天14:30 用车两辆去松河镇", "done_by": "handler"})
    assert sent.status_code == 302
    row = Errand.objects.get()
    assert (row.ref, row.kind, row.title, row.done_by) == ("E-001", "vehicle", "用车两辆去松河镇", cast.handler)
    assert row.due_at == (NOW + timedelta(days=1)).replace(hour=14, minute=30)


def test_htmx_gets_the_list_and_an_undo_and_nothing_around_it(round, as_office):
    answer = as_office.post("/desk/errands/?which=open", {"line": "会议室布置"}, headers={"HX-Request": "true"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert ("<html" in page, "会议室布置" in page, "/desk/errands/E-001/cancel/?which=open" in page) == (
        False,
        True,
        True,
    )


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("晚上接风宴请一桌", "“接风”超出接待标准。服务保障不得超标准接待，请按标准安排后再登记。"),
        (" ", "请写明要保障什么。"),
        ("打听是谁举报的问题", "不得打听"),
    ],
)
def test_what_may_not_be_provided_is_refused_with_its_reason(round, office: Viewer, title, words):
    assert words in reason(take_down_errand(round, ErrandText(title, NOW), by=office, at=NOW))


def test_a_meal_done_without_receipt_stays_shown_until_the_receipt_is_there(round, office: Viewer, as_office):
    row = errand(round, office)
    assert as_office.post(f"/desk/errands/{row.ref}/done/").status_code == 302
    row.refresh_from_db()
    assert (state_of(row), counts(office, round).lacking) == (State.LACKING, 1)
    assert "缺收据" in as_office.get("/desk/errands/?which=lacking").content.decode()
    half = as_office.post(f"/desk/errands/{row.ref}/receipt/", {"number": "No.0001"})
    assert (half.status_code, "请一并填写" in half.content.decode(), "No.0001" in half.content.decode()) == (
        422,
        True,
        True,
    )
    assert as_office.post(f"/desk/errands/{row.ref}/receipt/", RECEIPT).status_code == 302
    row.refresh_from_db()
    assert (row.receipt_number, row.amount, row.people, state_of(row)) == ("No.0001", Decimal(120), 6, State.DONE)


def test_one_receipt_pays_one_meal(round, office: Viewer, as_office):
    first, second = errand(round, office), errand(round, office)
    as_office.post(f"/desk/errands/{first.ref}/done/", RECEIPT)
    answer = as_office.post(f"/desk/errands/{second.ref}/done/", RECEIPT)
    assert (answer.status_code, "收据 No.0001 已登记在 E-001" in answer.content.decode()) == (422, True)
    second.refresh_from_db()
    assert second.done_at is None


def test_done_and_cancelled_are_undone_and_a_receipt_stays(round, office: Viewer, as_office):
    row = errand(round, office)
    for url in ("done", "resume", "cancel", "resume"):
        sent = RECEIPT if url == "done" else {}
        assert as_office.post(f"/desk/errands/{row.ref}/{url}/", sent).status_code == 302
    row.refresh_from_db()
    assert (row.done_at, row.cancelled, row.receipt_number) == (None, False, "No.0001")
    assert as_office.post(f"/desk/errands/{row.ref}/resume/").status_code == 409
    events = [line.event for line in Line.objects.filter(subject=row.ref).order_by("number")]
    assert events == ["errand.taken_down", "errand.done", "errand.resumed", "errand.cancelled", "errand.resumed"]


def test_whoever_sees_to_it_finds_it_and_does_it_and_others_do_not_find_it(round, office, cast, as_handler, as_head):
    row = errand(round, office, "派车一辆", Kind.VEHICLE, done_by=cast.handler)
    assert list(errands_for(viewer_of(cast.handler))) == [row]
    assert as_head.post(f"/desk/errands/{row.ref}/done/").status_code == 404
    assert as_handler.post(f"/desk/errands/{row.ref}/cancel/").status_code == 403
    assert as_handler.post(f"/desk/errands/{row.ref}/done/").status_code == 302
    assert "派车一辆" not in as_head.get("/desk/errands/").content.decode()


def test_it_is_changed_while_it_is_open(round, office: Viewer, as_office):
    row = errand(round, office, "派车一辆", Kind.VEHICLE)
    sent = {"title": "派车两辆", "kind": "vehicle", "due_at": "2026-03-03T09:00", "place": "县委大院"}
    assert as_office.post(f"/desk/errands/{row.ref}/edit/", sent).status_code == 302
    line = Line.objects.get(event="errand.changed")
    assert (line.before["title"], line.after["title"], line.after["place"]) == ("派车一辆", "派车两辆", "县委大院")
    as_office.post(f"/desk/errands/{row.ref}/done/")
    assert as_office.post(f"/desk/errands/{row.ref}/edit/", sent).status_code == 409
