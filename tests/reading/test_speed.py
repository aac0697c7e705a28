"""Long documents take time in proportion to their length."""

import time

from bihuan.reading.document import understand
from bihuan.reading.drafts import Reading
from tests.reading.made import paragraphs, rows_of, table


def taken(text: str) -> tuple[Reading, float]:
    document = paragraphs(text)
    started = time.process_time()
    return understand(document), time.process_time() - started


def test_a_letter_of_three_thousand_paragraphs_takes_a_second() -> None:
    items = "\n".join(
        f"{i % 900 + 1}.第{i}项制度落实不严。2023年以来有{i}次未执行，研究部署不够。" for i in range(1, 3001)
    )
    reading, seconds = taken("关于巡视云岭县的反馈意见\n二、主要问题\n" + items)
    assert len(reading.findings) == 3000
    assert seconds < 3


def test_one_endless_paragraph_does_no_harm() -> None:
    for text in (
        "一是学习不深，" * 5000,
        "问题" * 50_000,
        "在" * 20_000 + "方面",
        "（" * 20_000,
        "“关于" * 10_000,
        "1.1" * 20_000,
    ):
        assert taken(text)[1] < 5


def test_a_ledger_of_three_thousand_rows_takes_a_moment() -> None:
    head = "序号|反馈问题|整改措施|责任单位|整改时限|完成情况"
    rows = "\n".join(
        f"{i % 900 + 1}.第{i}项制度落实不严|修订；督查|县委办、县府办|2025年6月底|正在整改" for i in range(3000)
    )
    document = table(rows_of(f"{head}\n{rows}"))
    started = time.process_time()
    assert len(understand(document).findings) == 3000
    assert time.process_time() - started < 3
