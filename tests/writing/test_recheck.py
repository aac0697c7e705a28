"""Does the record of a recheck say what is looked at, why, and leave room for what is seen?"""

from bihuan.say import say
from bihuan.writing.recheck import Closed, RecheckPaper, write_recheck
from bihuan.writing.rows import LedgerRow
from tests.writing.frames import HEADING, tables, texts

ROW = LedgerRow(ref="F-001", text="资金监管不严", lead_unit="松河镇", status="整改中", deadline="2026-08-31")


def test_each_finding_has_a_line_with_room():
    rechecked, still_open = tables(
        write_recheck(RecheckPaper(HEADING, 6, (Closed(ROW, "2026-05-08", 1, say("抽查")),), (ROW,)))
    )

    assert rechecked[1] == ["F-001", "资金监管不严", "松河镇", "2026-05-08", "1", "抽查", "", "", "", ""]
    assert still_open[1] == ["F-001", "资金监管不严", "松河镇", "2026-08-31", "整改中"]


def test_nothing_closed_is_said():
    assert texts(write_recheck(RecheckPaper(HEADING, 0, (), ()))).count("无。") == 2
