"""Does the running register show each request with what was given for it, on the page and in the workbook?"""

from io import BytesIO

from openpyxl import load_workbook

from bihuan.desk.actions.handovers import Chosen, hand_over
from bihuan.desk.queries.register import everything
from bihuan.rules.request import Move
from tests.desk.conftest import done
from tests.desk.materials import copy, original


def test_a_request_with_its_materials_and_one_that_waits(cast, round, walk, office):
    book = original(round, office, cast.town, classified=True, registered_number="云密〔2025〕7号")
    request = walk.released(book)
    done(hand_over(round, [Chosen(book, 1, request, to_return=True)], by=office, at=walk.later()))
    waiting = walk.taken("干部花名册", asked_by="李副组长")
    rows = everything(office, round)
    assert [(row.place, row.ref, row.unit, bool(row.accepted_at)) for row in rows] == [
        (1, request.ref, "松河镇", True),
        (2, waiting.ref, "", False),
    ]
    line = rows[0].lines[0]
    assert (line.title, str(line.secrecy), str(line.returned)) == ("M-0001 密件 云密〔2025〕7号", "密件", "未归还")
    assert rows[1].asked_by == "李副组长"


def test_what_went_out_without_a_request_stands_at_the_end(cast, round, walk, office):
    book = copy(round, office, cast.town)
    for _turn in range(2):
        done(hand_over(round, [Chosen(book, 1)], by=office, at=walk.later()))
    first, second = (row.lines[0].remark for row in everything(office, round))
    assert ([str(each) for each in first if each], [str(each) for each in second if each]) == (
        ["H-001"],
        ["H-002", "再次提供"],
    )


def test_a_withdrawn_request_without_materials_is_left_out(cast, round, walk, office):
    done(walk.move(walk.taken(), Move.WITHDRAW, cast.office, note="重复登记"))
    assert everything(office, round) == []


def test_the_page_and_the_workbook_say_the_same(cast, round, walk, office, as_office, as_stranger):
    request = walk.taken("2023年以来信访台账")
    assert request.text in as_office.get("/desk/handovers/register/").content.decode()
    content = b"".join(as_office.get("/desk/handovers/register/export/").streaming_content)
    sheet = load_workbook(BytesIO(content)).active
    assert (sheet["B4"].value, sheet["E4"].value) == (request.ref, request.text)
    assert request.text not in as_stranger.get("/desk/handovers/register/").content.decode()
