"""The import pages over HTTP: a file or a text goes in, drafts are checked, findings come out; others are kept out."""

import html
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from bihuan.ledger.models import DraftRow, Finding, Intake
from bihuan.papers.models import Paper
from tests.ledger.intake.conftest import LETTER, row, texts

pytestmark = pytest.mark.django_db
PAGE, HTMX = "/rounds/R1/import/", {"HX-Request": "true"}
ONE = PAGE + "I-01/"
GIF = b"GIF89a" + bytes(40)
SECRET = "文件带有“机密”标志，不能在本系统存放，内容未保存；请改用机要渠道交接，这里只登记脱密后的摘要。"


def errors(response) -> list[str]:
    """The sentences beside the fields and above the form."""
    marked = re.findall(r'class="(?:error|refusal)"[^>]*>.*?</svg>(.*?)</p>', response.text, re.DOTALL)
    return [html.unescape(re.sub(r"<[^>]+>", "", text)).strip() for text in marked]


def test_a_file_goes_in_and_its_rows_are_shown(as_office, round):
    response = as_office.post(PAGE, {"file": SimpleUploadedFile("反馈意见.txt", LETTER.encode())}, follow=True)

    assert response.redirect_chain == [(ONE, 302)]
    assert (Paper.objects.get().name, Intake.objects.get().kind) == ("反馈意见.txt", "feedback")
    assert "文件自述 5 个问题，已列 4 行，少 1 行。" in response.text
    assert "青石村“三会一课”记录缺失" in response.text


def test_a_pasted_text_goes_in_as_a_text_file(as_office, round):
    as_office.post(PAGE, {"text": LETTER, "kind": "feedback"})

    assert Paper.objects.get().name.startswith("粘贴文本 ")
    assert len(texts(Intake.objects.get())) == 4


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({}, "请选择文件，或粘贴文字。"),
        ({"file": b"", "text": ""}, "文件是空的，请检查后重新选择。"),
        (
            {"file": GIF},
            "这是图片，不能读出文字；请提供文字版，或把内容录入 .docx 后再上传。",
        ),
        ({"file": LETTER.encode(), "text": LETTER}, "文件和粘贴的文字请只选一种。"),
        ({"file": "机密★1年\n一、问题".encode()}, SECRET),
    ],
)
def test_what_cannot_be_taken_is_said_in_the_form_and_nothing_typed_is_lost(as_office, round, given, reason):
    if "file" in given:
        given = {**given, "file": SimpleUploadedFile("文件.txt", given["file"])}

    response = as_office.post(PAGE, given)

    assert response.status_code == 422
    assert errors(response) == [reason]
    assert given.get("text", "")[:20] in response.text
    assert (Intake.objects.count(), Paper.objects.count()) == (0, 0)


def test_the_same_file_again_leads_to_the_earlier_intake_and_can_be_read_once_more(as_office, intake):
    response = as_office.post(PAGE, {"text": LETTER}, follow=True)

    assert "这个文件本轮已经导入过" in response.text
    assert Intake.objects.count() == 1
    as_office.post(f"{PAGE}again/P-0001/")
    assert [each.ref for each in Intake.objects.all()] == ["I-02", "I-01"]


def test_the_findings_of_a_confirmed_file_are_named_when_it_comes_again(as_office, intake):
    as_office.post(ONE + "confirm/")

    response = as_office.post(PAGE, {"text": LETTER}, follow=True)

    assert "其中 4 个问题已录入台账：F-001 至 F-004。" in response.text


def test_a_row_is_edited_by_a_plain_form(as_office, intake):
    where = f"{ONE}rows/{row(intake, '青石村').number}/edit/?show=row&page=1"
    fields = {"text": "青石村记录缺失", "lead_unit": "松河镇", "support_units": "青石村、县农业农村局"}

    response = as_office.post(where, fields)

    number = row(intake, "青石村").number
    assert response.url == f"{ONE}?show=row&page=1#row-{number}"
    assert row(intake, "青石村").values["support_units"] == ["青石村", "县农业农村局"]


def test_a_wrong_deadline_is_said_beside_the_field(as_office, intake):
    where = f"{ONE}rows/{row(intake, '青石村').number}/edit/"

    response = as_office.post(where, {"text": "改过", "deadline": "2026-02-30"}, headers=HTMX)

    assert (response.status_code, response.headers["HX-Retarget"]) == (422, f"#row-{row(intake, '青石村').number}")
    assert "改过" in response.text


@pytest.mark.parametrize(("verb", "left"), [("drop", 3), ("merge", 3), ("up", 4), ("down", 4), ("accept", 4)])
def test_each_verb_answers_with_both_sides(as_office, intake, verb, left):
    response = as_office.post(f"{ONE}rows/{row(intake, '青石村').number}/{verb}/?show=row", headers=HTMX)

    assert response.status_code == 200
    assert response.text.lstrip().startswith("<div")
    assert response.text.count('class="draft-number"') == left


def test_a_refused_step_comes_back_with_its_reason(as_office, intake):
    response = as_office.post(f"{ONE}rows/{row(intake, '中心组').number}/merge/", headers=HTMX)

    assert response.status_code == 422
    assert "上面没有可以并入的行。" in response.text


def test_the_split_page_offers_each_mark_and_the_undo_turns_it_back(as_office, intake):
    where = f"{ONE}rows/{row(intake, '松河镇预案').number}/split/?show=row"
    assert 'value="11"' in as_office.get(where).text

    as_office.post(where, {"at": "11"})
    assert texts(intake)[2:4] == ["松河镇预案多年未修订", "物资储备不足"]

    as_office.post(f"{ONE}undo/1/")
    assert texts(intake)[2] == "松河镇预案多年未修订；物资储备不足"


def test_an_unknown_unit_is_offered_as_a_choice(as_office, intake):
    as_office.post(f"{ONE}rows/{row(intake, '青石村').number}/edit/", {"text": "青石村", "lead_unit": "农业农村局"})
    assert "县农业农村局" in as_office.get(ONE + "units/").text
    assert as_office.post(ONE + "confirm/").status_code == 422

    as_office.post(ONE + "units/", {"name": "农业农村局", "unit": "县农业农村局"})

    assert "单位都已对上" in as_office.get(ONE + "units/").text


def test_the_preview_makes_nothing_and_the_confirming_makes_the_findings(as_office, intake):
    assert "确认录入 4 个问题" in as_office.get(ONE + "confirm/").text
    assert Finding.objects.count() == 0

    response = as_office.post(ONE + "confirm/", follow=True)

    assert "已录入 4 个问题：F-001 至 F-004。" in response.text
    assert Finding.objects.count() == 4
    assert as_office.post(ONE + "confirm/").status_code == 409


def test_a_form_sent_twice_confirms_once(as_office, intake):
    places = [as_office.post(ONE + "confirm/", {"once": "token"}).headers["Location"] for _ in range(2)]

    assert (places, Finding.objects.count()) == ([ONE, ONE], 4)


def test_discarding_can_be_turned_back(as_office, intake):
    as_office.post(ONE + "discard/")
    assert "恢复核对" in as_office.get(ONE).text

    as_office.post(ONE + "resume/")
    assert Intake.objects.get().status == "open"


@pytest.mark.parametrize(
    "path", ["", "I-01/", "I-01/confirm/", "I-01/units/", "I-01/rows/5/edit/", "I-01/rows/5/split/"]
)
def test_only_the_office_sees_it(as_head, as_first, as_supervisor, as_outsider, client, intake, path):
    seen = [each.get(PAGE + path).status_code for each in (as_head, as_first, as_supervisor, as_outsider, client)]

    assert seen == [403, 403, 403, 404, 302]


@pytest.mark.parametrize("path", ["I-02/", "I-x/", "I-01/rows/99/edit/", "I-01/rows/5/unknown/", "I-01/undo/9/"])
def test_what_is_not_there_is_not_found(as_office, intake, path):
    response = as_office.get(PAGE + path) if path.endswith("edit/") else as_office.post(PAGE + path)

    assert response.status_code in (404, 405)


def test_the_page_asks_as_often_for_three_hundred_rows_as_for_one(as_office, opened, django_assert_max_num_queries):
    opened(LETTER)
    long = LETTER.replace(
        "（2）青石村", "".join(f"（{n}）第{n * 7919}号台账{n * 104729}不全。\n" for n in range(2, 300))
    )
    assert len(texts(opened(long))) > 250
    DraftRow.objects.filter(number__gt=20).update(low=True)

    for path in ("I-01/", "I-02/?show=row", "I-02/?show=row&page=3", "I-02/?show=doubts", "I-02/?row=200"):
        with django_assert_max_num_queries(14):
            assert as_office.get(PAGE + path).status_code == 200
