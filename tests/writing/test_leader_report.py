"""Does the report of the first responsible keep facts and the places for the author apart?"""

from bihuan.say import say
from bihuan.writing.leader_report import LeaderPaper, MeetingLine, OpinionLine, write_leader_report
from bihuan.writing.progress import Account
from bihuan.writing.rows import LedgerRow
from tests.writing.frames import FIGURES, HEADING, tables, texts

PAPER = LeaderPaper(
    heading=HEADING,
    names=("周正（县委书记）",),
    figures=FIGURES,
    planned=3,
    meetings=(MeetingLine("2026-03-02", say("常委会"), "研究整改方案", "常委会议室", "周正", 4),),
    chaired=1,
    opinions=(OpinionLine(say("销号审核"), 5, 1),),
    led=(Account(LedgerRow(ref="F-001", text="资金监管不严", status="整改中"), partly=True),),
)


def test_the_facts_stand_in_their_tables():
    meetings, opinions, led, _figures = tables(write_leader_report(PAPER))

    assert meetings[1] == ["2026-03-02", "常委会", "研究整改方案", "常委会议室", "周正", "4"]
    assert opinions[1] == ["销号审核", "5", "1"]
    assert led[1] == ["F-001", "资金监管不严", "", "", "整改中（基本完成）"]


def test_what_the_record_does_not_know_is_left_to_the_author():
    assert [text for text in texts(write_leader_report(PAPER)) if text.startswith("（请填写")] == [
        "（请填写：学习部署、分析研判的情况）",
        "（请填写：履行第一责任人责任的不足和打算）",
    ]
