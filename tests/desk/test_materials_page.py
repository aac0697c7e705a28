"""Do the pages of the materials show what one may see, take a file, and keep what was typed when it is refused?"""

from django.core.files.uploadedfile import SimpleUploadedFile

from bihuan.desk.actions.answer import attach
from bihuan.desk.models import Material
from tests.desk.conftest import done
from tests.desk.materials import copy, electronic, original
from tests.desk.walk import Walk

NEW = "/desk/materials/new/"


def typed(cast, **values) -> dict:
    said = {
        "title": "花名册",
        "unit": cast.town.number,
        "carrier": "paper",
        "form": "copy",
        "document_date": "2024-03-01",
        "copies": "2",
        "may_copy": "on",
    }
    return said | values


def test_a_file_is_registered_from_the_page(cast, round, as_handler):
    upload = SimpleUploadedFile("花名册.txt", "名单".encode())
    answer = as_handler.post(NEW, typed(cast, carrier="electronic", file=upload, title=""))
    row = Material.objects.get()
    assert (answer.status_code, answer.url) == (302, "/desk/materials/M-0001/")
    assert (row.title, row.copies, row.paper.name, row.registered_by) == ("花名册", 2, "花名册.txt", cast.handler)


def test_a_refusal_keeps_what_was_typed(cast, round, as_office):
    answer = as_office.post(NEW, typed(cast, form="original", made_on="2026-01-05"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "请改选“情况说明”" in page
    assert 'value="花名册"' in page


def test_a_unit_out_of_reach_cannot_be_chosen(cast, round, as_head):
    answer = as_head.post(NEW, typed(cast, unit=cast.farming.number))
    assert answer.status_code == 422
    assert "这个单位已撤并，或不在您的范围内，请重新选择。" in answer.content.decode()


def test_a_new_version_follows_from_the_page_of_the_old(cast, round, office, as_office):
    first = copy(round, office, cast.town)
    answer = as_office.post(f"{NEW}?follows={first.ref}", typed(cast))
    assert answer.url == "/desk/materials/M-0002/"
    old = as_office.get("/desk/materials/M-0001/").content.decode()
    assert "这是旧版本，最新的是" in old


def test_the_list_is_searched_and_filtered(cast, round, office, as_office):
    original(round, office, cast.town)
    copy(round, office, cast.farming)

    def shown(query: str) -> list[bool]:
        page = as_office.get(f"/desk/materials/?{query}").content.decode()
        return ["M-0001" in page, "M-0002" in page]

    assert shown("") == [True, True]
    assert shown("q=会议记录") == [True, False]
    assert shown("q=M-0002") == [False, True]
    assert shown("form=original") == [True, False]
    assert shown(f"unit={cast.farming.ref}") == [False, True]
    assert shown("where=out") == [False, False]
    assert shown("carrier=x&form=y&unit=z&where=w&round=R") == [True, True]


def test_what_one_may_not_see_is_not_there(cast, round, office, as_stranger, as_outsider):
    row = electronic(round, office, cast.town)
    for path in (f"/desk/materials/{row.ref}/", f"/desk/materials/{row.ref}/file/", f"{NEW}?follows={row.ref}"):
        assert (as_stranger.get(path).status_code, as_outsider.get(path).status_code) == (404, 404)
    assert row.title not in as_stranger.get("/desk/materials/").content.decode()


def test_a_unit_sees_what_answers_a_request_that_it_supports(cast, round, office, as_stranger):
    walk = Walk(cast, round)
    row = electronic(round, office, cast.town)
    request = walk.accepted()
    request.supports.create(unit=cast.farming)
    done(attach(request, [row], by=walk.by(cast.head), at=walk.later()))
    assert as_stranger.get(f"/desk/materials/{row.ref}/file/").status_code == 200


def test_a_file_comes_down_as_an_attachment(cast, round, office, as_head):
    row = electronic(round, office, cast.town, "名单".encode())
    answer = as_head.get(f"/desk/materials/{row.ref}/file/")
    assert (b"".join(answer.streaming_content).decode(), answer["Cache-Control"]) == ("名单", "private, no-store")
    assert as_head.get(f"/desk/materials/{original(round, office, cast.town).ref}/file/").status_code == 404


def test_without_a_round_the_page_teaches(cast, as_office, as_head):
    assert "新建轮次" in as_office.get("/desk/materials/").content.decode()
    assert as_head.get(NEW).status_code == 200
