"""Can the office undo on pages alone, and see what was undone?"""

from io import BytesIO

from docx import Document

from bihuan.desk.actions.handovers import Chosen, hand_over
from bihuan.desk.models import HandoverItem
from tests.desk.conftest import done
from tests.desk.materials import copy

HERE = "/desk/handovers/H-001/"


def listed(walk, office, *materials, request=None):
    chosen = [Chosen(each, 1, request, to_return=True) for each in materials]
    return done(hand_over(walk.round, chosen, by=office, at=walk.later()))


def test_a_list_is_cancelled_with_a_reason_and_says_so_everywhere(cast, round, walk, office, as_office, as_head):
    request = walk.released(book := copy(round, office, cast.town))
    listed(walk, office, book, request=request)
    assert as_head.post(f"{HERE}cancel/", {"reason": "错"}).status_code == 403
    empty = as_office.post(f"{HERE}cancel/", {"reason": " "})
    assert (empty.status_code, "请写明作废的理由。" in empty.content.decode()) == (422, True)
    assert as_office.post(f"{HERE}cancel/", {"reason": "清单开错"}).url == HERE
    assert as_office.post(f"{HERE}cancel/", {"reason": "清单开错"}).status_code == 409

    page = as_office.get(HERE).content.decode()
    assert ("作废：清单开错" in page, "财务账目" in page, "登记签收" in page, "清点归还" in page) == (
        True,
        True,
        False,
        False,
    )
    table = as_head.get("/desk/handovers/").content.decode()
    assert ("已作废" in table, "在外未还（1）" in table, "待签收" in table) == (True, False, False)
    word = Document(BytesIO(b"".join(as_head.get(f"{HERE}word/").streaming_content)))
    text = [each.text for each in word.paragraphs]
    assert (text[0], any("清单开错" in each for each in text)) == ("资料交接清单（已作废）", True)
    assert as_office.post(f"{HERE}items/1/back/", {"copies": "1"}).status_code == 409


def test_a_return_is_undone_from_the_toast_and_from_its_line(cast, round, walk, office, as_office, as_head):
    listed(walk, office, copy(round, office, cast.town))
    answer = as_office.post(f"{HERE}items/1/back/", {"copies": "1"}, follow=True)
    undo = f"{HERE}items/1/out/"
    assert f'action="{undo}?copies=1"' in answer.content.decode()
    assert as_head.post(undo).status_code == 403
    assert as_office.post(f"{undo}?copies=1").url == HERE
    assert HandoverItem.objects.get().returned_at is None
    assert as_office.post(undo).status_code == 409
    as_office.post(f"{HERE}items/1/back/", {"copies": "1"})
    assert f'action="{undo}"' in as_office.get(HERE).content.decode()
    assert as_office.post(undo, follow=True).content.decode().count("在外 1 份") == 1


def test_what_is_attached_already_is_not_offered_again(cast, round, walk, office, as_office, as_head, as_stranger):
    one, two = copy(round, office, cast.town), copy(round, office, cast.town, "财务账目附表")
    request = walk.answered(one, text="财务账目")
    ask = f"/desk/materials/matches/?text=财务账目&form=attach&request={request.ref}"
    page = as_head.get(ask).content.decode()
    assert (page.count("选用"), f'value="{one.ref}"' in page, f'value="{two.ref}"' in page) == (1, False, True)
    assert "已附上" in page
    assert as_stranger.get(ask).status_code == 404
