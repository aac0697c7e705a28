"""Can the office choose from the list and a unit fill it, on pages alone?"""

from bihuan.desk.models import Prepared
from tests.desk.materials import copy

LOAD = "/desk/materials/prepared/load/"


def chosen(cast, **more) -> dict:
    said = {"ask1-chosen": "on", "ask1-title": "信访台账", "ask1-unit": cast.town.number, "due_on": "2026-03-10"}
    return said | more


def test_the_office_chooses_and_the_unit_sees_it(cast, round, as_office, as_head, as_stranger):
    page = as_office.get(LOAD).content.decode()
    assert "上轮巡视反馈意见、整改方案、整改报告及佐证材料" in page
    assert as_office.post(LOAD, chosen(cast)).url == "/desk/materials/prepared/"
    assert "信访台账" in as_head.get("/desk/materials/prepared/").content.decode()
    assert "信访台账" not in as_stranger.get("/desk/materials/prepared/").content.decode()
    assert as_stranger.get("/desk/materials/prepared/A-001/").status_code == 404
    assert as_head.get(LOAD).status_code == 403


def test_choosing_nothing_is_told(cast, round, as_office):
    assert as_office.post(LOAD, {"due_on": ""}).status_code == 422


def test_a_unit_fills_it_with_what_is_registered_or_new_or_says_there_is_none(cast, round, office, as_office, as_head):
    lines = {"ask2-chosen": "on", "ask2-title": "花名册", "ask2-unit": cast.town.number}
    third = {"ask3-chosen": "on", "ask3-title": "债务台账", "ask3-unit": cast.town.number}
    as_office.post(LOAD, chosen(cast) | lines | third)
    book = copy(round, office, cast.town, "信访台账")
    assert book.ref in as_head.get("/desk/materials/prepared/A-001/").content.decode()
    assert as_head.post("/desk/materials/prepared/A-001/", {"material": book.ref}).status_code == 302
    new = {"title": "党员花名册", "unit": cast.town.number, "carrier": "paper", "form": "copy", "copies": "1"}
    assert as_head.post("/desk/materials/prepared/A-002/", new).status_code == 422
    assert as_head.post("/desk/materials/prepared/A-002/", new | {"document_date": "2026-01-05"}).status_code == 302
    assert as_head.post("/desk/materials/prepared/A-003/", {"nothing": "1", "reason": ""}).status_code == 422
    assert as_head.post("/desk/materials/prepared/A-003/", {"nothing": "1", "reason": "没有举债"}).status_code == 302
    assert Prepared.objects.filter(done_at__isnull=False).count() == 3


def test_the_office_gives_it_elsewhere_opens_it_again_and_drops_it(cast, round, as_office, as_head):
    as_office.post(LOAD, chosen(cast))
    here = "/desk/materials/prepared/A-001/"
    as_office.post(f"{here}give/", {"unit": cast.farming.number, "due_on": ""})
    assert as_head.get(here).status_code == 404
    as_office.post(here, {"nothing": "1", "reason": "没有"})
    assert as_office.post(f"{here}drop/").status_code == 409
    assert as_office.post(f"{here}reopen/").status_code == 302
    assert as_office.post(f"{here}drop/").status_code == 302
    assert as_office.post(f"{here}anything/").status_code == 404
