"""Does a commitment name what the unit leads, and leave room for both signatures?"""

from bihuan.writing.commitment import Commitment, CommitmentPaper, write_commitment
from bihuan.writing.rows import LedgerRow, MeasureRow
from tests.writing.frames import HEADING, tables, texts

ROW = LedgerRow(ref="F-001", text="资金监管不严", measures=(MeasureRow(),), leader="林远", deadline="2026-08-31")
ONE = Commitment("松河镇", ("赵启",), ("林远",), (ROW,))


def test_the_page_of_a_unit_says_what_it_answers_for():
    data = write_commitment(CommitmentPaper(HEADING, (ONE,)))

    assert tables(data)[0][1] == ["F-001", "资金监管不严", "1", "林远", "2026-08-31"]
    said = texts(data)
    assert "松河镇牵头整改省委巡视反馈的 1 个问题，作如下承诺：" in said
    assert [text for text in said if "（签字）" in text] == [
        "单位负责人（签字）：　　　　（赵启）　　年　月　日",
        "责任领导（签字）：　　　　（林远）　　年　月　日",
    ]


def test_each_unit_has_a_page_and_no_unit_is_said():
    assert texts(write_commitment(CommitmentPaper(HEADING, (ONE, ONE)))).count("巡视反馈问题整改责任书") == 2
    assert "无。" in texts(write_commitment(CommitmentPaper(HEADING, ())))
