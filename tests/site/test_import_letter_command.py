"""Does `bihuan import letter` open an intake and leave the confirming to a person?"""

import pytest

from bihuan.ledger.models import Finding, Intake
from bihuan.people.viewer import viewer_of
from bihuan.rounds.actions import open_round
from tests.cast import NOW

LETTER = """关于巡视云岭县的反馈意见
一、存在的主要问题
（一）贯彻落实党的路线方针政策方面
1.乡村振兴工作推进不实。松河镇产业项目闲置。
2.惠民补贴发放不及时。
"""


@pytest.fixture
def letter(cast, tmp_path):
    """A letter, and a round that waits for it."""
    open_round(
        cast.county,
        title="省委第三轮巡视",
        kind="inspection",
        level="province",
        group="省委第六巡视组",
        ruleset="province-6-months",
        by=viewer_of(cast.office),
        at=NOW,
    )
    (tmp_path / "反馈意见.txt").write_text(LETTER)
    return str(tmp_path / "反馈意见.txt")


def test_the_rows_wait_on_their_page_and_nothing_is_in_the_ledger(run, letter):
    answer = run("import", "letter", letter, "--round", "R1", "--as", "office")

    assert answer.code == 0
    assert answer.out == "已读入 2 行，请在页面 /rounds/R1/import/I-01/ 核对并确认。\n"
    assert (Intake.objects.count(), Finding.objects.count()) == (1, 0)


def test_the_same_letter_again_leads_to_the_first_reading(run, letter):
    run("import", "letter", letter, "--round", "R1", "--as", "office")

    answer = run("import", "letter", letter, "--round", "R1", "--as", "office")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == "bihuan: 这个文件已经读入过，见 /rounds/R1/import/I-01/。\n"
    assert Intake.objects.count() == 1


@pytest.mark.parametrize(("username", "round"), [("head", "R1"), ("office", "R7"), ("outsider", "R1")])
def test_who_may_not_and_what_is_not_there_are_one_line(run, letter, username, round):
    answer = run("import", "letter", letter, "--round", round, "--as", username)

    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert Intake.objects.count() == 0
