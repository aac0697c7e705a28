"""The pages of lists that are filled in offline, as browsers meet them."""

import re
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from bihuan.ledger.models import Filling, Measure
from bihuan.ledger.views.export import XLSX
from tests.cast import signed_in
from tests.ledger.test_fill_offline import exported

BASE = "/rounds/R1/filling/"


def send(client, data: bytes):
    return client.post(BASE, {"file": SimpleUploadedFile("填报.xlsx", data)})


def seen_on(page) -> str:
    """The mark of the preview that the form sends back."""
    return re.search(r'name="seen" value="(\w+)"', page.content.decode())[1]


def test_a_unit_exports_what_it_sees(walk, as_head, as_stranger) -> None:
    finding = walk.rectifying()
    answer = as_head.get(BASE + "export/")
    book = load_workbook(BytesIO(b"".join(answer.streaming_content)))

    assert answer.headers["Content-Type"] == XLSX
    assert [(sheet.title, sheet.sheet_state) for sheet in book] == [
        ("问题", "visible"),
        ("措施", "visible"),
        ("bihuan", "veryHidden"),
    ]
    assert [book["问题"]["B5"].value, book["措施"]["B5"].value] == [finding.ref, f"{finding.ref}-1"]
    assert "没有您可以填报的问题" in as_stranger.get(BASE).content.decode()


def test_nothing_is_applied_before_it_is_confirmed(walk, cast, as_head) -> None:
    finding = walk.rectifying()
    answer = send(as_head, exported(walk, cast.head).fill("问题", finding.ref, 新进展="已召开专题会").data)
    page = as_head.get(answer.url)
    before = finding.progress.count()
    confirmed = as_head.post(answer.url, {"seen": seen_on(page)})

    assert (answer.url, before) == (f"{BASE}B-001/", 0)
    assert "已召开专题会" in page.content.decode()
    assert (confirmed.status_code, finding.progress.get().text) == (302, "已召开专题会")
    assert Filling.objects.get().changes == 1


def test_a_choice_in_a_conflict_is_made_by_its_button(walk, cast, as_head, as_handler) -> None:
    finding = walk.claimed()
    desk = exported(walk, cast.head).fill("问题", finding.ref, 整改目标="表里的目标")
    as_handler.post(f"/ledger/{finding.ref}/plan/", {"cause": "", "goal": "页面上的目标"})
    place = send(as_head, desk.data).url
    seen = seen_on(as_head.get(place))

    nothing = as_head.post(place, {"seen": seen, f"conflict.{finding.ref}:goal": "keep"})
    taken = as_head.post(place, {"seen": seen, f"conflict.{finding.ref}:goal": "take"})

    finding.refresh_from_db()
    assert (nothing.status_code, taken.status_code, finding.goal) == (422, 302, "表里的目标")


def test_a_file_that_is_no_list_is_refused_and_not_kept(walk, as_head) -> None:
    answer = send(as_head, b"PK\x03\x04 broken")

    assert (answer.status_code, Filling.objects.count()) == (422, 0)
    assert "文件不完整或已损坏" in answer.content.decode()


def test_a_list_is_seen_by_its_sender_and_by_those_who_see_all(walk, cast, as_head) -> None:
    finding = walk.rectifying()
    place = send(as_head, exported(walk, cast.head).fill("问题", finding.ref, 新进展="已开会").data).url
    who = ("head", "office", "supervisor", "handler", "stranger", "outsider")
    answers = {name: signed_in(getattr(cast, name)).get(place).status_code for name in who}
    files = {name: signed_in(getattr(cast, name)).get(place + "file/").status_code for name in who}

    assert answers == {"head": 200, "office": 200, "supervisor": 200, "handler": 404, "stranger": 404, "outsider": 404}
    assert files == answers
    assert "会改" in signed_in(cast.supervisor).get(place).content.decode()


def test_the_preview_and_the_export_cost_the_same_at_one_measure_and_at_twenty(walk, cast, as_head) -> None:
    finding = walk.rectifying()

    def costs() -> list[int]:
        desk = exported(walk, cast.head)
        for measure in finding.measures.all():
            desk.fill("措施", measure.ref, 新进展="已起草")
        place = send(as_head, desk.data).url
        counted = []
        for path in (place, BASE, BASE + "export/"):
            with CaptureQueriesContext(connection) as queries:
                assert as_head.get(path).status_code == 200
            counted.append(len(queries))
        return counted

    at_one = costs()
    measure = finding.measures.get()
    for number in range(2, 21):
        measure.pk, measure.number = None, number
        measure.save()
    assert Measure.objects.count() == 20
    assert costs() == at_one
    assert max(at_one) <= 25, at_one
