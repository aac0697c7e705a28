"""Whatever goes in, every character of the body comes out in exactly one place."""

from collections import Counter
from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from bihuan.reading.blocks import Block, Document, Span
from bihuan.reading.document import understand
from bihuan.reading.drafts import DocumentKind, Reading
from tests.reading.samples_of import sample, samples

WORDS = (
    "一、", "（一）", "1.", "（1）", "①", "一是", "二是", "；", "，", "。", "“", "”", "（", "）",
    "：", "\n", "##paidbegin##", "同上", "序号", "反馈问题", "整改措施", "整改时限", "完成情况",
    "关于", "问题", "的整改情况", "整改状态：", "已完成", "理论学习不深入", "担当作为不够",
    "巡视发现，存在以下问题：", "主要是：", "意见建议", "提出以下意见建议。", "在党的领导方面",
    "会议要求", "要加强领导", "省委巡视组", "2025年6月底前", "同志们：", "问题线索已移交",
    "各级党组织", "\u3000", "— 1 —", "整改情况：", "三要提高认识", "必须抓好",
)  # fmt: skip
PIECES = st.sampled_from(WORDS) | st.text(max_size=4)
LINE = st.lists(PIECES, max_size=8).map("".join)
KIND = st.sampled_from(("feedback", "disclosure", "ledger", "speech"))


def spans(reading: Reading) -> Iterable[Span]:
    for draft in reading.findings:
        yield from draft.spans
    for part in (reading.suggestions, reading.headings, reading.furniture, reading.unassigned):
        yield from (passage.span for passage in part)


def counted(reading: Reading) -> Counter[tuple[int, int]]:
    return Counter((span.block, at) for span in spans(reading) for at in range(span.start, span.end))


def all_characters(blocks: Iterable[Block]) -> set[tuple[int, int]]:
    return {(b.index, at) for b in blocks for at, character in enumerate(b.text) if not character.isspace()}


def is_whole(document: Document, kind: DocumentKind) -> None:
    reading = understand(document, kind=kind)
    count = counted(reading)
    assert set(count.values()) <= {1}
    assert all_characters(document.blocks) - set(count) == set()
    for part in (reading.suggestions, reading.headings, reading.furniture, reading.unassigned):
        assert all(p.text == document.blocks[p.span.block].text[p.span.start : p.span.end] for p in part)
    assert all(draft.spans for draft in reading.findings)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINE, max_size=12), KIND)
def test_no_character_of_any_lines_is_lost_or_doubled(lines: list[str], kind: DocumentKind) -> None:
    is_whole(Document(tuple(Block(i, line) for i, line in enumerate(lines))), kind)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(LINE, st.integers(1, 8), st.integers(1, 6), st.integers(1, 3)), max_size=30), KIND)
def test_no_character_of_any_table_is_lost_or_doubled(
    cells: list[tuple[str, int, int, int]], kind: DocumentKind
) -> None:
    places = {(row, column): (text, span) for text, row, column, span in cells}
    blocks = [Block(0, "巡视整改台账")]
    for (row, column), (text, span) in sorted(places.items()):
        blocks.append(
            Block(len(blocks), text, "cell", table=1, row=row, column=column, row_span=span, column_span=span)
        )
    is_whole(Document(tuple(blocks)), kind)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_character_of_shuffled_samples_is_lost_or_doubled(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(("feedback", "disclosure", "speech")))
    names = samples(kind)
    if not names:
        return
    lines = sample(kind, data.draw(st.sampled_from(names)))[0].split("\n")
    mixed = data.draw(st.permutations(lines))
    is_whole(Document(tuple(Block(i, line) for i, line in enumerate(mixed))), data.draw(KIND))
