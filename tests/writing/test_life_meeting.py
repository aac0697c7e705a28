"""Does the frame of the meeting give the facts by aspect and leave the speaking to its authors?"""

from dataclasses import replace

from bihuan.say import say
from bihuan.writing.figures import Figure
from bihuan.writing.life_meeting import LifeMeetingPaper, Meeting, write_life_meeting
from bihuan.writing.plan import Duty
from bihuan.writing.progress import Account, Aspect
from bihuan.writing.rows import LedgerRow
from tests.writing.frames import FIGURES, HEADING, tables, texts

ROW = LedgerRow(ref="F-001", text="资金监管不严", cause="责任没有压实", leader="林远", status="整改中")
PAPER = LifeMeetingPaper(
    heading=HEADING,
    figures=FIGURES,
    meetings=(Meeting(say("计划召开"), "2026-06-20", "常委会议室", "周正"),),
    members=(Duty(say("责任领导"), "林远", "副县长", 1),),
    aspects=(Aspect("全面从严治党", Figure("", 1, 0), (Account(ROW),)),),
)


def test_meetings_findings_and_members_stand_in_tables():
    meetings, figures, checked, members = tables(write_life_meeting(PAPER))

    assert meetings[1] == ["计划召开", "2026-06-20", "常委会议室", "周正"]
    assert figures[1] == ["反馈问题", "30", "12", "4", "2", "40.00%"]
    assert checked[1] == ["F-001", "资金监管不严", "责任没有压实", "林远", "整改中"]
    assert members[1] == ["责任领导", "林远", "副县长", "1"]


def test_without_findings_one_prompt_stands_for_all_aspects():
    said = texts(write_life_meeting(replace(PAPER, aspects=(), meetings=())))

    assert said.count("（请填写：班子的表现、原因和努力方向）") == 1
