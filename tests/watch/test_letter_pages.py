"""Can the office draft and issue, the approver approve, and the unit sign for and answer on pages alone?"""

from datetime import date
from io import BytesIO

from docx import Document

from bihuan.ledger.models import Finding
from bihuan.rules.letter import Move
from bihuan.watch.models import Letter
from tests.cast import signed_in
from tests.ledger.conftest import done
from tests.watch.letters import Post

LETTERS = "/letters/"
HERE = "/letters/L-001/"


def test_the_office_drafts_from_the_list_of_who_would_get_which_letter(post: Post, as_office):
    Finding.objects.update(deadline=date(2026, 2, 27), due=date(2026, 2, 27))
    page = as_office.get("/letters/proposed/").content.decode()
    assert f"/letters/new/?unit={post.walk.cast.town.ref}&amp;step=notice&amp;finding=F-001" in page
    assert "松河镇" in as_office.get("/letters/new/").content.decode()
    address = f"/letters/new/?unit={post.walk.cast.town.ref}"
    assert post.finding.ref in as_office.get(f"{address}&step=notice&finding=F-001").content.decode()

    assert as_office.post(address, {"step": "notice"}).status_code == 422
    answer = as_office.post(address, {"step": "notice", "findings": ["F-001"]})

    assert answer.url == HERE
    page = as_office.get(HERE).content.decode()
    assert "请对照反馈问题和整改措施" in page
    assert "草稿" in page


def test_the_text_is_edited_until_it_is_submitted(post: Post, as_office):
    post.drafted()

    assert as_office.post(f"{HERE}edit/", {"text": "请抓紧整改。"}).url == HERE
    assert Letter.objects.get().text == "请抓紧整改。"
    assert as_office.post(f"{HERE}edit/", {"text": ""}).status_code == 422
    assert as_office.post(f"{HERE}submit/", {}).url == HERE
    assert as_office.post(f"{HERE}edit/", {"text": "改动"}).status_code == 409


def test_a_letter_walks_over_the_pages_of_everybody(post: Post, as_office):
    cast = post.walk.cast
    leader, head, handler = (signed_in(who) for who in (cast.leader, cast.head, cast.handler))
    post.drafted()
    assert leader.get(HERE).status_code == 404

    assert as_office.post(f"{HERE}submit/", {}).url == HERE
    assert head.get(HERE).status_code == 404
    assert leader.post(f"{HERE}return/", {}).status_code == 422
    assert leader.post(f"{HERE}approve/", {}).url == HERE
    assert as_office.post(f"{HERE}issue/", {}).url == HERE
    assert Letter.objects.get().document_number in head.get(LETTERS).content.decode()
    assert handler.post(f"{HERE}sign/", {}).url == HERE
    assert handler.post(f"{HERE}answer/", {"note": "已补齐措施。"}).url == HERE
    assert as_office.post(f"{HERE}close/", {}).url == HERE

    page = head.get(HERE).content.decode()
    assert "已补齐措施。" in page
    assert "校验值" in page


def test_the_file_that_was_issued_is_given_out_and_the_draft_says_that_it_is_one(post: Post, as_office):
    letter = post.approved()
    draft = b"".join(as_office.get(f"{HERE}word/").streaming_content)
    assert "草稿，未编号，不作为正式文书" in [line.text for line in Document(BytesIO(draft)).paragraphs]

    letter = done(post.move(letter, Move.ISSUE, post.walk.cast.office))
    first = b"".join(as_office.get(f"{HERE}word/").streaming_content)
    done(post.move(letter, Move.SIGN, post.walk.cast.head))

    assert b"".join(as_office.get(f"{HERE}word/").streaming_content) == first
    written = Document(BytesIO(first))
    assert "松河镇：" in [line.text for line in written.paragraphs]
    assert [cell.text for cell in written.tables[-1].rows[1].cells][:3] == [
        "F-001",
        "镇村两级资金监管不严",
        "2026-08-31",
    ]


def test_a_unit_sees_its_own_letters_and_nothing_before_they_were_issued(post: Post):
    cast = post.walk.cast
    post.drafted()
    post.issued()
    seen = {
        who.username: [ref for ref in ("L-001", "L-002") if signed_in(who).get(f"/letters/{ref}/").status_code == 200]
        for who in (cast.office, cast.first, cast.supervisor, cast.leader, cast.head, cast.stranger, cast.outsider)
    }
    assert seen == {
        "office": ["L-001", "L-002"],
        "first": ["L-001", "L-002"],
        "supervisor": ["L-001", "L-002"],
        "leader": ["L-002"],
        "head": ["L-002"],
        "stranger": [],
        "outsider": [],
    }


def test_the_list_is_narrowed_by_step_status_and_unit(post: Post, as_office):
    post.drafted()
    post.issued()

    def shown(query: str) -> list[str]:
        page = as_office.get(f"{LETTERS}?{query}").content.decode()
        return [ref for ref in ("L-001", "L-002") if f"{LETTERS}{ref}/" in page]

    assert shown("") == ["L-001", "L-002"]
    assert shown("status=draft") == ["L-001"]
    assert shown("step=reminder") == []
    assert shown(f"unit={post.walk.cast.town.ref}&status=issued") == ["L-002"]
    assert shown("status=nonsense&unit=U-999999999999") == ["L-001", "L-002"]


def test_the_office_alone_chooses_the_ladder(post: Post, as_office, as_head):
    page = "/watch/ladder/"
    assert as_head.get(page).status_code == 403
    assert as_office.post(page, {"preset": "three-steps", "prefix": " "}).status_code == 422
    assert as_office.post(page, {"preset": "none", "prefix": "云巡改"}).status_code == 422

    assert as_office.post(page, {"preset": "three-steps", "prefix": "云巡改"}).url == page
    assert "提示函" in as_office.get(f"/letters/new/?unit={post.walk.cast.town.ref}").content.decode()
    assert "云巡改示〔" in as_office.get(page).content.decode()
