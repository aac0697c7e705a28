"""Does a letter say what the record says, in text and in table, and nothing else?"""

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document

from bihuan.writing.letter import LetterFact, LetterPaper, draft_text, orders, write_letter

FACT = LetterFact(
    ref="F-012",
    text="镇村两级资金监管不严。",
    since="2026-03-02",
    deadline="2026-05-31",
    due="2026-06-10",
    late=5,
    measures=3,
    open=2,
    unproved=1,
    granted=1,
    refused=0,
    promised=("修订办法（镇财政所，2026-06-01）",),
)
PAPER = LetterPaper(
    organisation="云岭县",
    title="告诫书",
    number="云巡改诫〔2026〕3号",
    unit="松河镇",
    text="请抓紧整改。\n\n请书面说明原因。",
    as_of="2026-06-17 09:00",
    facts=(FACT,),
    term="2026年7月20日",
    answer_due="2026年6月24日",
    issued_on="2026年6月17日",
    in_person=True,
)


def about(fact: LetterFact) -> str:
    return draft_text([fact], round="省委第三巡视组", demand="请整改。", as_of="2026-06-17").split("\n")[1]


def test_a_late_finding_is_told_with_its_dates_its_gaps_and_its_promises():
    assert about(FACT) == (
        "1. F-012“镇村两级资金监管不严”，2026-03-02 起由你单位整改。"
        "整改时限 2026-06-10（原时限 2026-05-31，已延期 1 次），已逾期 5 个工作日。"
        "3 条措施中 2 条没有完成，1 条没有佐证材料。"
        "你单位承诺而未完成的措施：修订办法（镇财政所，2026-06-01）。"
    )


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        (replace(FACT, granted=0), "整改时限 2026-06-10（原时限 2026-05-31），已逾期 5 个工作日。"),
        (replace(FACT, deadline="2026-06-10", granted=0, late=-4), "整改时限 2026-06-10，还有 4 个工作日。"),
        (replace(FACT, deadline="", due="", late=0), "尚未定整改时限。"),
        (replace(FACT, measures=0, open=0, unproved=0), "还没有整改措施。"),
        (replace(FACT, open=0, unproved=0), "3 条措施都已完成并附佐证材料，尚未申请销号。"),
    ],
)
def test_what_is_not_so_is_not_said(fact: LetterFact, expected: str):
    assert expected in about(fact)


def test_dates_come_from_the_fields_and_not_from_the_text():
    assert [str(each) for each in orders(PAPER)] == [
        "上述问题的最后时限定为 2026年7月20日。",
        "请于 2026年6月24日 前书面答复整改办。",
    ]
    assert orders(replace(PAPER, term="", answer_due="")) == ()


def test_the_file_reads_back_as_the_values():
    document = Document(BytesIO(write_letter(PAPER)))

    lines = [line.text for line in document.paragraphs if line.text.strip()]
    start = lines.index("松河镇：")
    assert lines[start : start + 5] == [
        "松河镇：",
        "请抓紧整改。",
        "请书面说明原因。",
        "上述问题的最后时限定为 2026年7月20日。",
        "请于 2026年6月24日 前书面答复整改办。",
    ]
    assert "本文书须由单位负责人本人签收。" in lines
    assert [cell.text for cell in document.tables[-1].rows[1].cells] == [
        "F-012",
        "镇村两级资金监管不严。",
        "2026-05-31",
        "2026-06-10",
        "5",
        "2/3",
        "1",
        "1",
    ]


def test_a_draft_is_called_one():
    document = Document(BytesIO(write_letter(replace(PAPER, draft=True, number="", issued_on=""))))
    lines = [line.text for line in document.paragraphs if line.text.strip()]
    assert lines[:2] == ["告诫书", "草稿，未编号，不作为正式文书"]
