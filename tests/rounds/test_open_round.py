"""Does the office open rounds, numbered for its own organisation, and nobody else?"""

from datetime import date

import pytest

from bihuan.people.viewer import viewer_of
from bihuan.rounds.actions import open_round
from bihuan.rounds.models import Round
from bihuan.rules.life import Refusal
from bihuan.rules.rounds import Dates
from bihuan.trail.queries import lines_of

FORM = {
    "title": "市委第二轮巡察",
    "group": "市委第一巡察组",
    "kind": "local",
    "level": "city",
    "ruleset": "local-3-months",
    "entry": "2026-03-10",
    "notice": "2026年3月1日",
}


def test_the_office_opens_a_round_and_is_taken_to_it(cast, as_office):
    answer = as_office.post("/rounds/new/", FORM)

    row = Round.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (302, "/rounds/R1/")
    assert (row.ref, row.title, row.group, row.kind, row.level) == (
        "R1", "市委第二轮巡察", "市委第一巡察组", "local", "city"
    )  # fmt: skip
    assert (row.notice_on, row.entry_on, row.leaving_on, row.feedback_on) == (
        date(2026, 3, 1), date(2026, 3, 10), None, None
    )  # fmt: skip
    assert "已新建轮次 R1 市委第二轮巡察。" in as_office.get("/rounds/R1/").content.decode()


def test_rounds_are_numbered_within_their_organisation(cast, opening, round):
    second = open_round(**opening)
    theirs = open_round(**{**opening, "organisation": cast.elsewhere, "by": viewer_of(cast.outsider)})

    assert [round.ref, second.ref, theirs.ref] == ["R1", "R2", "R1"]


def test_the_trail_tells_all_that_was_said(round):
    line = lines_of("yunling", "R1").get()

    assert (line.event, line.actor, line.before) == ("round.opened", "office", {})
    assert line.after == {
        "title": "省委第三轮巡视",
        "kind": "inspection",
        "level": "province",
        "group": "省委第六巡视组",
        "ruleset": "province-6-months",
        "notice_on": "2025-08-20",
        "entry_on": "2025-09-01",
        "leaving_on": "2025-11-14",
        "feedback_on": "2026-01-15",
    }


@pytest.mark.parametrize("person", ["first", "leader", "head", "handler", "supervisor", "stranger", "outsider"])
def test_nobody_but_the_office_of_the_county_opens_its_rounds(cast, opening, person):
    refusal = open_round(**{**opening, "by": viewer_of(getattr(cast, person))})

    assert (refusal.kind, str(refusal.reason)) == ("who", "轮次由整改办管理，请与整改办联系。")
    assert Round.objects.count() == 0


def test_others_are_not_shown_the_form(as_head, as_supervisor):
    assert [each.get("/rounds/new/").status_code for each in (as_head, as_supervisor)] == [403, 403]
    assert as_head.post("/rounds/new/", FORM).status_code == 403


def test_dates_that_cannot_stand_together_are_refused_with_both(as_office):
    answer = as_office.post("/rounds/new/", {**FORM, "entry": "2026-02-10"})

    assert answer.status_code == 422
    assert "进驻日期 2026-02-10 早于通知日期 2026-03-01，请改正其中一个。" in answer.content.decode()
    assert Round.objects.count() == 0


@pytest.mark.parametrize("typed", ["2026-02-30", "明天", "2月30日"])
def test_what_is_no_date_is_said_beside_the_field(as_office, typed):
    answer = as_office.post("/rounds/new/", {**FORM, "entry": typed})

    assert answer.status_code == 422
    assert "不是日期，请写成 2026-03-31 的样子。" in answer.content.decode()
    assert f'value="{typed}"' in answer.content.decode()


def test_an_empty_form_is_refused_and_a_missing_name_by_the_action_too(as_office, opening):
    assert as_office.post("/rounds/new/", {}).status_code == 422
    refusal = open_round(**{**opening, "title": " ", "group": "组" * 101})

    assert [str(each) for each in refusal.missing] == ["请填写轮次名称。", "巡视组名称不能超过 100 个字。"]


def test_an_unknown_rule_set_is_refused(opening):
    assert isinstance(open_round(**{**opening, "ruleset": "nowhere"}), Refusal)


def test_a_round_may_be_opened_before_any_date_is_known(opening):
    assert open_round(**{**opening, "dates": Dates()}).feedback_on is None
