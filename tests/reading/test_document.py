"""From bytes to drafts: the kind is recognised, or chosen by hand."""

from datetime import date

import pytest

from bihuan.reading.blocks import Unreadable
from bihuan.reading.document import read, understand
from tests.reading.made import paragraphs

LETTER = "关于巡察县财政局的反馈意见\n二、主要问题\n1.账目不清晰。\n2.票据不齐全。"


def test_a_letter_in_a_text_file_becomes_rows() -> None:
    reading = read(LETTER.encode(), "反馈意见.txt")
    assert (reading.kind, [draft.text for draft in reading.findings]) == ("feedback", ["账目不清晰", "票据不齐全"])


def test_a_ledger_in_a_comma_separated_file_of_an_older_office_becomes_rows() -> None:
    data = "序号,反馈问题,整改措施,整改时限\n1,账目不清,清理,6月底前\n".encode("gb18030")
    reading = read(data, "台账.csv", feedback_date=date(2025, 3, 5))
    assert reading.kind == "ledger"
    assert [(d.text, d.measures, d.deadline) for d in reading.findings] == [("账目不清", ("清理",), date(2025, 6, 30))]


def test_a_document_of_nothing_but_a_table_is_a_ledger() -> None:
    reading = read("甲,乙\n1,账目不清\n".encode(), "台账.csv")
    assert (reading.kind, reading.findings) == ("ledger", ())


def test_the_kind_can_be_chosen_by_hand() -> None:
    reading = understand(paragraphs("1.要清理账目。"), kind="speech")
    assert (reading.kind, [draft.text for draft in reading.findings]) == ("speech", ["要清理账目"])


def test_the_end_of_the_intensive_period_dates_its_rows() -> None:
    data = "序号,反馈问题,整改措施,整改时限\n1,账目不清,清理,集中整改期内\n".encode()
    reading = read(data, "台账.csv", intensive_end=date(2025, 9, 5))
    assert (reading.findings[0].deadline, reading.warnings) == (date(2025, 9, 5), ())


@pytest.mark.parametrize("kind", ["feedback", "disclosure", "ledger", "speech"])
def test_a_document_without_words_has_no_findings(kind: str) -> None:
    reading = understand(paragraphs(""), kind=kind)  # type: ignore[arg-type]
    assert (reading.findings, reading.unassigned) == ((), ())


def test_bytes_that_are_no_document_are_refused_with_a_reason() -> None:
    with pytest.raises(Unreadable):
        read(b"", "空.docx")
