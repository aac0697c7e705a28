"""Bringing in a list: shown first, then all of it or none."""

import re
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from bihuan.people.models import Account, Post, Unit
from bihuan.people.viewer import viewer_of
from bihuan.trail.queries import lines_of, verify
from tests.people.lists import spreadsheet

UPLOAD, CONFIRM = "/people/import/", "/people/import/confirm/"
UNITS = [["红岩片区", "松河镇", "", "1"], ["红岩村", "红岩片区"], ["青石村", "红岩片区"]]
PEOPLE = [
    ["林一", "lin.yi", "红岩村", "支书", "单位负责人", "", "138"],
    ["林一", "lin.yi", "松河镇", "副镇长", "责任领导", "红岩片区、县农业农村局"],
    ["赵启", "head", "松河镇", "镇长", "单位负责人"],
]


def shown(client, units=UNITS, people=PEOPLE):
    """The signed list in the page of the dry run."""
    page = client.post(UPLOAD, {"file": spreadsheet(units, people)}).content.decode()
    return re.search(r'name="roster" value="([^"]+)"', page).group(1)


def test_nothing_is_written_before_the_confirmation(as_office, cast):
    lines = lines_of("yunling").count()
    answer = as_office.post(UPLOAD, {"file": spreadsheet(UNITS, PEOPLE)})
    assert (answer.status_code, "确认导入" in answer.content.decode()) == (200, True)
    assert (Unit.objects.filter(name="红岩村").exists(), lines_of("yunling").count()) == (False, lines)


def test_the_confirmation_writes_everything_and_shows_the_first_passwords(as_office, cast):
    page = as_office.post(CONFIRM, {"roster": shown(as_office)}).content.decode()
    assert dict(Unit.objects.filter(name__in=["红岩片区", "红岩村", "青石村"]).values_list("name", "path")) == {
        "红岩片区": "1/5/7/",
        "红岩村": "1/5/7/8/",
        "青石村": "1/5/7/6/",
    }
    lin = Account.objects.get(username="lin.yi")
    assert (lin.name, lin.phone, viewer_of(lin).paths) == ("林一", "138", ("1/4/", "1/5/7/", "1/5/7/8/"))
    assert Post.objects.get(account=cast.head).title == "镇长"
    [password] = re.findall(r"<code>(\w{4}-\w{4}-\w{4})</code>", page)
    assert Client().post("/sign-in/", {"username": "lin.yi", "password": password}).status_code == 302
    line = lines_of("yunling").filter(event="people.imported").get()
    assert (line.actor, line.after["units_added"], line.after["people_added"]) == ("office", 2, 1)
    assert list(verify("yunling"))[-1].broken_at is None


def test_the_same_list_again_changes_nothing(as_office, cast):
    as_office.post(CONFIRM, {"roster": shown(as_office)})
    again = as_office.post(UPLOAD, {"file": spreadsheet(UNITS, PEOPLE)})
    assert "名单与现有内容相同，没有要改的。" in again.content.decode()


def test_a_list_with_a_fault_cannot_be_confirmed(as_office, cast):
    answer = as_office.post(UPLOAD, {"file": spreadsheet([["红岩村", "没有这个镇"]])})
    assert (answer.status_code, "确认导入" in answer.content.decode()) == (422, False)


def test_what_changed_in_between_is_shown_again_instead_of_done(as_office, cast):
    signed = shown(as_office)
    as_office.post("/people/units/new/", {"name": "红岩村", "parent": 5})
    answer = as_office.post(CONFIRM, {"roster": signed})
    assert (answer.status_code, "请重新核对后再确认" in answer.content.decode()) == (409, True)
    assert not Account.objects.filter(username="lin.yi").exists()


def test_a_step_that_is_refused_undoes_the_whole_list(as_office, cast):
    chain = [[f"第{n}层", f"第{n - 1}层" if n else "松河镇"] for n in range(11)]
    answer = as_office.post(CONFIRM, {"roster": shown(as_office, chain, PEOPLE[2:])})
    assert (answer.status_code, "单位最多 12 层" in answer.content.decode()) == (422, True)
    assert not Unit.objects.filter(name="第0层").exists()


def test_only_what_was_shown_to_this_person_can_be_confirmed(as_office, cast):
    signed = shown(as_office)
    forged = [as_office.post(CONFIRM, {"roster": text}).status_code for text in ("", "x", signed[:-1], signed + "x")]
    assert forged == [422] * 4
    assert not Account.objects.filter(username="lin.yi").exists()


def test_sent_twice_it_comes_in_once(as_office, cast):
    signed = shown(as_office)
    for _ in range(2):
        as_office.post(CONFIRM, {"roster": signed, "once": "token-1"})
    assert lines_of("yunling").filter(event="people.imported").count() == 1


def test_a_csv_from_an_office_is_read_as_well(as_office, cast):
    text = "姓名,登录名,单位,角色\n林一,lin.yi,松河镇,经办人\n".encode("gb18030")
    page = as_office.post(UPLOAD, {"file": SimpleUploadedFile("名单.csv", text)}).content.decode()
    assert ("确认导入" in page, "lin.yi" in page) == (True, True)


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04broken", b"\x00\x01\x02" * 50, b"%PDF-1.7 nothing"], ids=["empty", "zip", "bytes", "pdf"]
)
def test_a_file_that_is_no_list_gets_one_sentence(as_office, cast, data):
    answer = as_office.post(UPLOAD, {"file": SimpleUploadedFile("名单.xlsx", data)})
    assert (answer.status_code, 'class="error"' in answer.content.decode()) == (422, True)


def test_the_filled_template_comes_back_unchanged(as_office, cast):
    data = as_office.get("/people/import/template/?filled=1").content
    page = as_office.post(UPLOAD, {"file": BytesIO(data)}).content.decode()
    assert "名单与现有内容相同" in page
    assert as_office.get("/people/import/template/").content != data


def test_nobody_else_brings_in_a_list_or_takes_one_out(as_head, as_first, as_supervisor, cast):
    for client in (as_head, as_first, as_supervisor):
        sent = client.post(UPLOAD, {"file": spreadsheet(UNITS)}), client.post(CONFIRM, {"roster": "x"})
        taken = client.get("/people/import/template/?filled=1")
        assert [answer.status_code for answer in (*sent, taken)] == [403] * 3


def test_another_county_brings_in_its_own_units_of_the_same_names(as_outsider, cast):
    as_outsider.post(CONFIRM, {"roster": shown(as_outsider, [["松河镇"]], [])})
    assert Unit.objects.get(organisation=cast.elsewhere, name="松河镇").path == "1/2/"
