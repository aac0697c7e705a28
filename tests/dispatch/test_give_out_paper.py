"""What is issued reaches those it is for: they see it and nothing else, sign for it, and learn why it was recalled."""

from bihuan.dispatch.actions.giving import address, sign
from bihuan.dispatch.queries import outgoing as queries
from bihuan.people.viewer import viewer_of
from bihuan.rules.dispatch import Move
from tests.cast import NOW
from tests.desk.conftest import done, reason


def test_a_receiver_sees_it_from_its_issue_and_only_the_issued_version(desk, cast, as_head, as_stranger, as_handler):
    row = desk.approved()
    assert as_head.get(f"/dispatch/{row.ref}/").status_code == 404
    done(address(row, units=[cast.town], people=[], by=desk.office, at=NOW))
    assert as_head.get(f"/dispatch/{row.ref}/").status_code == 404
    done(desk.move(row, Move.ISSUE))

    page = as_head.get(f"/dispatch/{row.ref}/").text
    assert "整改台账和三张清单〔2026〕1号" in page
    assert "送审文稿" not in page
    assert "只有一个版本" in as_head.get(f"/dispatch/{row.ref}/compare/").text
    assert as_handler.get(f"/dispatch/{row.ref}/V1/xlsx/").status_code == 200
    assert as_stranger.get(f"/dispatch/{row.ref}/").status_code == 404
    assert as_stranger.get(f"/dispatch/{row.ref}/V1/xlsx/").status_code == 404


def test_the_unit_and_the_person_sign_each_for_their_own_copy(desk, cast, as_head, as_stranger):
    row = desk.issued()
    unit, person = queries.copies_of(desk.office, row)
    assert reason(sign(unit, by=desk.office, at=NOW)) == "由收文单位的负责人或经办人签收。"
    assert reason(sign(person, by=viewer_of(cast.head), at=NOW)) == "由收文单位的负责人或经办人签收。"

    assert as_head.post(f"/dispatch/{row.ref}/sign/", {"receiver": "0"}).status_code == 302
    assert as_stranger.post(f"/dispatch/{row.ref}/sign/", {"receiver": "0"}).status_code == 302
    assert as_stranger.post(f"/dispatch/{row.ref}/sign/", {"receiver": "1"}).status_code == 404

    assert [(copy.label, copy.signed_by.name) for copy in queries.copies_of(desk.office, row)] == [
        ("松河镇", "赵启"),
        ("何青", "何青"),
    ]
    assert reason(sign(unit, by=viewer_of(cast.head), at=NOW)) == "已经签收过了。"


def test_more_may_be_added_after_issue_and_nobody_twice(desk, cast):
    row = desk.issued()
    new = done(address(row, units=[cast.town, cast.farming], people=[cast.stranger], by=desk.office, at=NOW))
    assert [(copy.label, copy.sent_at) for copy in new] == [("县农业农村局", NOW)]


def test_a_recalled_paper_says_why_to_its_receivers_and_is_signed_for_no_more(desk, cast, as_head):
    row = desk.issued()
    done(desk.move(row, Move.RECALL, note="附表有误，另发新文"))
    page = as_head.get(f"/dispatch/{row.ref}/").text
    assert "附表有误，另发新文" in page
    unit = queries.copies_of(desk.office, row)[0]
    assert reason(sign(unit, by=viewer_of(cast.head), at=NOW)) == "这份文件已经收回，不需要签收。"
    refused = address(row, units=[cast.farming], people=[], by=desk.office, at=NOW)
    assert reason(refused) == "这份文件已经收回或作废，不能再分发。"


def test_the_shelf_of_a_unit_lists_what_came_to_it(desk, as_head, as_stranger, as_outsider, as_supervisor):
    row = desk.issued()
    assert row.serial_words in as_head.get("/dispatch/").text
    assert row.serial_words in as_stranger.get("/dispatch/").text
    assert row.serial_words in as_supervisor.get("/dispatch/").text
    assert row.serial_words not in as_outsider.get("/dispatch/").text
