"""Can the office choose, hand over, print, sign and tick off on pages alone, and a unit only look?"""

from io import BytesIO

from docx import Document

from bihuan.desk.models import Handover
from tests.desk.materials import copy, original

NEW = "/desk/handovers/new/"


def line(material, request="", **values) -> dict:
    key = f"{material.ref}_{request}"
    said = {"goes": "on", "copies": "1"} | values
    return {f"{key}-{name}": value for name, value in said.items()}


def test_the_office_hands_a_released_request_over_and_prints_the_list(cast, round, walk, office, as_office):
    book = original(round, office, cast.town)
    request = walk.released(book)
    assert request.ref in as_office.get(NEW).content.decode()
    chosen = f"{NEW}?request={request.ref}"
    assert "常委会会议记录" in as_office.get(chosen).content.decode()

    answer = as_office.post(chosen, line(book, request.ref, to_return="on") | {"remark": "首批"})
    assert (answer.url, walk.fresh(request).status) == ("/desk/handovers/H-001/", "handed_over")
    word = b"".join(as_office.get("/desk/handovers/H-001/word/").streaming_content)
    assert Document(BytesIO(word)).tables[0].rows[1].cells[1].text == "M-0001"


def test_a_line_that_is_not_ticked_stays_behind(cast, round, office, as_office):
    one, two = copy(round, office, cast.town), copy(round, office, cast.town, "项目台账")
    both = f"{NEW}?material={one.ref}&material={two.ref}"
    as_office.post(both, line(one) | line(two, goes="", copies=""))
    assert [item.material for item in Handover.objects.get().items.all()] == [one]


def test_a_refusal_keeps_the_lines(cast, round, office, as_office):
    book = copy(round, office, cast.town)
    answer = as_office.post(f"{NEW}?material={book.ref}", line(book, copies="0") | {"remark": "首批"})
    page = answer.content.decode()
    assert (answer.status_code, Handover.objects.count()) == (422, 0)
    assert "的份数是 0，至少移交 1 份" in page
    assert 'value="首批"' in page
    answer = as_office.post(f"{NEW}?material={book.ref}", line(book, copies="两份"))
    assert "份数应是数字。" in answer.content.decode()


def test_the_list_is_signed_and_ticked_off(cast, round, office, as_office):
    book = original(round, office, cast.town)
    as_office.post(f"{NEW}?material={book.ref}", line(book, to_return="on"))
    here = "/desk/handovers/H-001/"
    assert "在外未还（1）" in as_office.get("/desk/handovers/").content.decode()
    assert as_office.post(f"{here}sign/", {"received_by": ""}).status_code == 422
    assert as_office.post(f"{here}sign/", {"received_by": "孙组长"}).url == here
    assert as_office.get(f"{here}items/1/back/").status_code == 200
    assert as_office.post(f"{here}items/1/back/", {"copies": "5"}).status_code == 422
    assert as_office.post(f"{here}items/1/back/", {"copies": "1"}).url == here
    assert "已归还 1 份" in as_office.get(here).content.decode()
    assert "在外未还（1）" not in as_office.get("/desk/handovers/").content.decode()


def test_a_unit_looks_at_the_lines_that_are_its_own(cast, round, office, as_office, as_head, as_stranger):
    one, two = copy(round, office, cast.town), copy(round, office, cast.farming, "项目台账")
    as_office.post(f"{NEW}?material={one.ref}&material={two.ref}", line(one) | line(two))
    page = as_head.get("/desk/handovers/H-001/").content.decode()
    assert ("财务账目" in page, "项目台账" in page) == (True, False)
    assert as_head.get(NEW).status_code == 403
    assert as_head.post("/desk/handovers/H-001/sign/", {"received_by": "孙"}).status_code == 403
    third = copy(round, office, cast.town, "信访台账")
    as_office.post(f"{NEW}?material={third.ref}", line(third))
    assert as_stranger.get("/desk/handovers/H-002/").status_code == 404
    assert as_stranger.get("/desk/handovers/H-002/word/").status_code == 404


def test_a_material_that_is_not_there_cannot_be_chosen(cast, round, as_office):
    assert as_office.get(f"{NEW}?material=M-0099").status_code == 404
    assert as_office.get(f"{NEW}?material=x").status_code == 404


def test_without_a_round_the_pages_teach(cast, as_office):
    for path in ("/desk/handovers/", NEW, "/desk/handovers/register/", "/desk/materials/prepared/"):
        assert "还没有轮次" in as_office.get(path).content.decode()
