"""The pages of templates: what may be written, what was refused and where, trying one out, and going back."""

from io import BytesIO

import docx
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bihuan.dispatch.models import OwnTemplate
from bihuan.reading.template import template_parts
from tests.dispatch.made import copied
from tests.dispatch.test_own_templates import send, word

PAGE = "/templates/plan/"


def text_of(answer) -> str:
    return " ".join(answer.content.decode().split())


def cost_of(client, path: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


def body(answer) -> bytes:
    return b"".join(answer.streaming_content)


def test_the_page_lists_every_placeholder_with_what_it_would_say(walk, as_office):
    finding = walk.rectifying()
    page = text_of(as_office.get(PAGE))

    for shown in (
        "{{单位名称}}",
        "{{organisation}}",
        "云岭县",
        "{{统计.反馈问题.总数}}",
        "{{#问题}}",
        "{{rows.text}}",
        finding.text,
    ):
        assert shown in page
    assert "系统版式" in text_of(as_office.get("/templates/"))


def test_the_page_costs_the_same_at_one_finding_and_at_fifty(walk, as_office):
    finding = walk.rectifying()
    at_one = {page: cost_of(as_office, page) for page in ("/templates/", PAGE)}
    copied(finding, 49)
    assert {page: cost_of(as_office, page) for page in at_one} == at_one
    assert at_one["/templates/"] <= 12


def test_a_template_is_sent_in_tried_and_left_on_the_page(desk, as_office):
    data = word("本县 {{轮次}}")
    sent = {"file": SimpleUploadedFile("本县.docx", data), "round": "R1", "note": "县里的样子"}
    assert as_office.post(PAGE, sent).url == PAGE
    page = text_of(as_office.get(PAGE))
    assert "T-001 本县.docx" in page
    assert "县里的样子" in page
    tried = docx.Document(BytesIO(body(as_office.get(f"{PAGE}T-001/trial/"))))
    assert tried.paragraphs[0].text == "本县 R1 省委巡视"
    assert body(as_office.get(f"{PAGE}T-001/")) == data
    assert as_office.post(f"{PAGE}shipped/?round=R1").url == PAGE
    assert not OwnTemplate.objects.get().in_use
    assert as_office.post(f"{PAGE}T-001/use/").url == PAGE
    assert OwnTemplate.objects.get().in_use


def test_faults_are_listed_with_their_places(desk, as_office):
    answer = as_office.post(PAGE, {"file": SimpleUploadedFile("本县.docx", word("{{轮次}}", "{{甲}}", "{{乙}}"))})

    assert answer.status_code == 422
    page = text_of(answer)
    assert "有 2 处需要修改" in page
    assert "正文第 2 段“{{甲}}”：没有“甲”这个占位符" in page


def test_a_file_that_is_no_word_file_is_refused_and_none_is_asked_for(desk, as_office):
    answer = as_office.post(PAGE, {"file": SimpleUploadedFile("本县.docx", b"PK\x03\x04")})
    assert (answer.status_code, "文件不完整或已损坏" in text_of(answer)) == (422, True)
    assert as_office.post(PAGE, {}).status_code == 422


def test_the_file_to_begin_with_holds_placeholders(desk, as_office):
    parts = template_parts(body(as_office.get(f"{PAGE}start/")), "模板.docx")
    assert "{{#问题}}" in parts["word/document.xml"].decode()


def test_only_the_office_sees_the_pages_and_only_its_own_templates(desk, as_office, as_leader, as_outsider):
    send(desk, "{{轮次}}")
    assert as_leader.get(PAGE).status_code == 403
    assert as_outsider.get(f"{PAGE}T-001/").status_code == 404
    assert as_outsider.post(f"{PAGE}T-001/use/").status_code == 404
    assert as_office.get("/templates/interview_day/").status_code == 404
    assert as_office.get("/templates/ledger/").status_code == 404
    assert as_office.get("/templates/plan/T-009/").status_code == 404
