"""Which dates, names and changes of a round make sense, and how is a term said?"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bihuan.rules.deadlines import Term
from bihuan.rules.people import Role
from bihuan.rules.review import Level
from bihuan.rules.rounds import Dates, Stage, finishing, impossible, level_words, may_run, stage, term_words

START = date(2025, 1, 1)
some_day = st.none() | st.integers(0, 1000).map(lambda days: START + timedelta(days))


@given(st.tuples(some_day, some_day, some_day, some_day))
def test_dates_stand_together_exactly_when_those_known_are_in_order(days):
    known = [day for day in days if day]

    assert (impossible(Dates(*days)) is None) == (known == sorted(known))


def test_every_pair_out_of_order_is_named():
    refusal = impossible(Dates(date(2025, 4, 4), date(2025, 3, 3), date(2025, 2, 2), date(2025, 1, 1)))

    assert [str(each) for each in refusal.missing] == [
        "进驻日期 2025-03-03 早于通知日期 2025-04-04，请改正其中一个。",
        "离驻日期 2025-02-02 早于进驻日期 2025-03-03，请改正其中一个。",
        "反馈日期 2025-01-01 早于离驻日期 2025-02-02，请改正其中一个。",
    ]


def test_all_four_on_one_day_are_possible():
    assert impossible(Dates(START, START, START, START)) is None


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("own", [True, False])
def test_only_the_office_of_the_own_organisation_runs_rounds(role, own):
    assert (may_run({role}, own=own) is None) == (role is Role.OFFICE and own)


@pytest.mark.parametrize(
    ("name", "term", "words"),
    [
        ("liaison_list_due", Term(-2, "days"), "进驻前 2 天"),
        ("work_report_due", Term(3, "days"), "进驻后 3 天"),
        ("plan_due", Term(1, "months"), "反馈后 1 个月"),
        ("report_due", Term(15, "days"), "集中整改期结束后 15 天"),
    ],
)
def test_a_term_is_said_with_its_start(name, term, words):
    assert str(term_words(name, term)) == words


def test_a_level_says_whether_it_reviews_key_findings_only():
    levels = (Level(Role.OFFICE), Level(Role.FIRST, key_only=True))

    assert [str(level_words(level)) for level in levels] == ["整改办", "第一责任人（仅重点问题）"]


def test_a_round_may_end_on_the_day_of_its_feedback_or_today():
    dates, today = Dates(feedback=START), START + timedelta(30)

    assert [finishing(dates, on, today) for on in (START, today)] == [None, None]


def test_every_stage_has_words_and_feedback_outweighs_a_later_leaving():
    assert [str(each.words) for each in Stage] == ["准备中", "驻点中", "待反馈", "整改中", "已结束"]
    assert stage(Dates(feedback=START), None, START) is Stage.RECTIFYING
