"""A column nobody knows is asked about once: explained, read again, remembered for the next ledger of the county."""

import pytest

from bihuan.ledger.actions.columns import explain_columns
from bihuan.ledger.actions.intake import confirm_intake, open_intake
from bihuan.ledger.models import ColumnMeaning, Intake
from bihuan.rules.life import Refusal
from bihuan.trail.models import Line
from tests.cast import NOW
from tests.ledger.conftest import done
from tests.ledger.intake.conftest import row

pytestmark = pytest.mark.django_db
LEDGER = "序号,反馈问题,整改措施,处置口径,内部代号\n1,账目不清,清理账目,松河镇,甲\n2,票据不全,补齐票据,松河镇,乙\n"
PAGE = "/rounds/R1/import/"


@pytest.fixture
def ledger(opened) -> Intake:
    return opened(LEDGER, "台账.csv")


def test_the_page_asks_about_the_columns_that_nobody_knows(as_office, ledger):
    page = as_office.get(PAGE + "I-01/").text

    assert ledger.headers == ["处置口径", "内部代号"]
    assert "不认识的列 2 列" in page
    assert page.count('name="meaning"') == 2


def test_a_chosen_meaning_takes_effect_in_a_new_reading(as_office, ledger):
    sent = {"header": ["处置口径", "内部代号"], "meaning": ["lead_unit", ""]}

    response = as_office.post(PAGE + "I-01/columns/", sent, follow=True)

    again = Intake.objects.get(number=2)
    assert "已按新的列含义重新读取为 I-02；I-01 已放弃，草稿仍保留。" in response.text
    assert (row(again, "账目不清").values["lead_unit"], again.headers) == ("松河镇", ["处置口径", "内部代号"])
    assert "不认识的列 1 列" in response.text
    assert [each.status for each in Intake.objects.all()] == ["open", "discarded"]


def test_a_column_that_is_not_used_is_asked_about_no_more(ledger, office):
    again = done(explain_columns(ledger, {"处置口径": "lead_unit", "内部代号": "known"}, by=office, at=NOW))

    assert [each["text"] for each in again.warnings if "不认识" in each["text"]] == []


def test_the_meaning_is_remembered_for_the_next_ledger(ledger, opened, office):
    done(explain_columns(ledger, {"处置口径": "lead_unit"}, by=office, at=NOW))

    other = opened(LEDGER.replace("账目不清", "库存不符"), "又一份台账.csv")

    assert row(other, "库存不符").values["lead_unit"] == "松河镇"


def test_what_was_said_is_in_the_trail_and_can_be_taken_back(ledger, office):
    again = done(explain_columns(ledger, {"处置口径": "lead_unit"}, by=office, at=NOW))
    done(explain_columns(again, {"处置口径": ""}, by=office, at=NOW))

    lines = Line.objects.filter(event="column.explained").order_by("number")
    assert [(line.subject, line.before, line.after) for line in lines] == [
        ("R1", {}, {"intake": "I-01", "处置口径": "lead_unit"}),
        ("R1", {"处置口径": "lead_unit"}, {"intake": "I-02", "处置口径": ""}),
    ]
    assert ColumnMeaning.objects.count() == 0


def test_headers_that_were_not_asked_about_and_meanings_that_are_none_say_nothing(as_office, ledger):
    sent = {"header": ["反馈问题", "处置口径"], "meaning": ["remark", "unheard-of"]}

    response = as_office.post(PAGE + "I-01/columns/", sent)

    assert response.status_code == 422
    assert "列的含义没有改动，请先为不认识的列选择含义。" in response.text
    assert (ColumnMeaning.objects.count(), Intake.objects.count()) == (0, 1)


def test_a_confirmed_ledger_is_not_read_again_by_explaining(ledger, office):
    done(confirm_intake(ledger, by=office, at=NOW))

    outcome = explain_columns(ledger, {"处置口径": "lead_unit"}, by=office, at=NOW)

    assert isinstance(outcome, Refusal)
    assert outcome.kind == "when"


def test_only_the_office_explains(as_head, as_outsider, ledger):
    seen = [each.post(PAGE + "I-01/columns/", {"header": "处置口径"}).status_code for each in (as_head, as_outsider)]

    assert (seen, ColumnMeaning.objects.count()) == ([403, 404], 0)


def test_another_county_reads_by_its_own_words(ledger, office, cast, round):
    done(explain_columns(ledger, {"处置口径": "lead_unit"}, by=office, at=NOW))

    assert {each.organisation for each in ColumnMeaning.objects.all()} == {cast.county}


def test_a_table_without_a_known_header_becomes_a_ledger_once_it_is_explained(as_office, round, office):
    data = "甲项,乙项,丙项\n账目不清,清理账目,无\n票据不全,补齐票据,无\n".encode()
    lost = done(open_intake(round, name="表.csv", data=data, kind="ledger", by=office, at=NOW))

    again = done(explain_columns(lost, {"甲项": "finding", "乙项": "measure"}, by=office, at=NOW))

    assert (lost.headers, row(again, "账目不清").values["measures"]) == (["甲项", "乙项", "丙项"], ["清理账目"])
