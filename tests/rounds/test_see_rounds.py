"""Who sees which rounds, which one is current, and what do the pages say?"""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bihuan.people.viewer import viewer_of
from bihuan.rounds.actions import finish_round, open_round
from bihuan.rounds.queries import current_round, rounds_for
from tests.cast import NOW


def test_two_organisations_never_see_each_others_rounds(cast, opening, round, as_head, as_outsider):
    theirs = {**opening, "organisation": cast.elsewhere, "by": viewer_of(cast.outsider), "title": "望川县的一轮"}
    open_round(**theirs)
    open_round(**{**opening, "title": "云岭县的第二轮"})

    assert [each.title for each in rounds_for(viewer_of(cast.head))] == ["云岭县的第二轮", "省委第三轮巡视"]
    assert [each.title for each in rounds_for(viewer_of(cast.outsider))] == ["望川县的一轮"]
    assert [as_head.get("/rounds/R2/").status_code, as_outsider.get("/rounds/R2/").status_code] == [200, 404]
    assert "望川县的一轮" not in as_head.get("/rounds/").content.decode()


@pytest.mark.parametrize("page", ["", "rules/"])
@pytest.mark.parametrize("ref", ["R9", "r1", "R", "R1x", "F-001"])
def test_a_reference_that_leads_nowhere_is_not_found(round, as_office, ref, page):
    assert as_office.get(f"/rounds/{ref}/{page}").status_code == 404


@pytest.mark.parametrize("page", ["", "new/", "R1/", "R1/edit/", "R1/dates/", "R1/rules/", "R1/finish/"])
def test_somebody_not_signed_in_is_taken_to_the_door(round, client, page):
    answer = client.get(f"/rounds/{page}")

    assert (answer.status_code, answer.headers["Location"].partition("?")[0]) == (302, "/sign-in/")


def test_the_current_round_is_the_newest_that_still_runs(cast, opening, round, office):
    second = open_round(**opening)
    assert current_round(office) == second

    finish_round(second, on=date(2026, 3, 1), by=office, at=NOW)
    assert current_round(office) == round

    finish_round(round, on=date(2026, 3, 1), by=office, at=NOW)
    assert current_round(office) == second
    assert current_round(viewer_of(cast.outsider)) is None


def test_an_empty_list_says_what_to_do_to_the_one_who_can(as_office, as_head):
    office, head = (each.get("/rounds/").content.decode() for each in (as_office, as_head))

    assert "新建一个轮次，填上巡视组和已知的日期" in office
    assert "/rounds/new/" in office
    assert "整改办新建轮次后，这里会列出日期和各项时限。" in head
    assert "/rounds/new/" not in head


def test_the_list_takes_the_same_queries_for_one_round_and_for_ten(opening, round, as_office):
    with CaptureQueriesContext(connection) as one:
        as_office.get("/rounds/")
    for _ in range(9):
        open_round(**opening)
    with CaptureQueriesContext(connection) as ten:
        as_office.get("/rounds/")

    assert len(ten) == len(one) <= 12


def test_the_round_shows_every_date_with_its_reason(round, as_head):
    page = as_head.get("/rounds/R1/").content.decode()

    for words in (
        "2026-02-15",
        "整改方案报送",
        "市级做法：反馈后 1 个月内报送整改方案",
        "省委第六巡视组",
        "省级 · 巡视",
    ):
        assert words in page


def test_a_date_is_explained_to_whoever_asks(round, as_head):
    page = as_head.get("/rounds/R1/").content.decode()

    for words in (
        "规则：反馈（2026-01-15）起 6 个月。",
        "2026-01-15（周四）当天不算，第一天是 2026-01-16（周五）。",
        "2026-02-15 是休息日（春节），按规则不移动。",
        "2027 年的放假安排还没有收录，只按周末推算，收录后请再核对。",
    ):
        assert f"<li>{words}</li>" in page


def test_every_form_shows_what_holds_now(round, as_office):
    assert 'value="2026-01-15"' in as_office.get("/rounds/R1/dates/").content.decode()
    assert 'value="省委第六巡视组"' in as_office.get("/rounds/R1/edit/").content.decode()
    assert 'value="6"' in as_office.get("/rounds/R1/rules/intensive_period/").content.decode()
    assert '<option value="first:key" selected>' in as_office.get("/rounds/R1/rules/review_chain/").content.decode()
    assert [as_office.get(f"/rounds/{page}/").status_code for page in ("new", "R1/finish", "R1/resume")] == [200] * 3
