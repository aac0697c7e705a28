"""Does the periodic report say what moved, and that nothing moved where nothing did?"""

from dataclasses import replace

from bihuan.say import say
from bihuan.writing.periodic import Change, Movement, PeriodicPaper, write_periodic
from bihuan.writing.rows import LedgerRow
from tests.writing.frames import FIGURES, HEADING, tables, texts

LATE = LedgerRow(ref="F-003", text="公示栏破损", lead_unit="松河镇", deadline="2026-05-01", status="整改中")
PAPER = PeriodicPaper(
    heading=HEADING,
    name=say("整改周报"),
    since="2026-05-25 09:30",
    until="2026-06-01 09:30",
    figures=FIGURES,
    movements=(Movement(say("反馈问题"), 30, 11, "36.67%", 30, 12, "40.00%"),),
    counts=((say("登记进展"), 1),),
    changes=(Change("05-26 10:00", "F-001", "松河镇", say("登记进展"), "吴敏", "办法已印发"),),
    overdue=(LATE,),
    coming=(),
)


def test_both_ends_of_the_period_stand_beside_each_other():
    movements, counts, changes, overdue = tables(write_periodic(PAPER))

    assert movements[1] == ["反馈问题", "30", "11", "36.67%", "30", "12", "40.00%"]
    assert counts[1] == ["登记进展", "1"]
    assert changes[1] == ["05-26 10:00", "F-001", "松河镇", "登记进展", "吴敏", "办法已印发"]
    assert overdue[1] == ["F-003", "公示栏破损", "松河镇", "2026-05-01", "整改中"]


def test_a_quiet_period_is_said():
    said = texts(write_periodic(replace(PAPER, counts=(), changes=(), overdue=())))

    assert said.count("无。") == 3
