"""Parting a wording parts its places in the original, and joining loses nothing."""

from hypothesis import given
from hypothesis import strategies as st

from bihuan.reading.blocks import Span
from bihuan.reading.parting import halves, joined, part, seams

TEXT = st.text("学习不深入落实力，、；。 ", min_size=0, max_size=40)


def test_a_stretch_is_parted_where_the_second_half_begins():
    spans, originals = (Span(3, 0, 12),), ("（1）学习不深；落实不力",)

    assert part(spans, originals, "学习不深", "落实不力") == ((Span(3, 0, 8),), (Span(3, 8, 12),))


def test_of_several_stretches_each_goes_to_its_half():
    spans, originals = (Span(0, 0, 4), Span(1, 2, 6)), ("学习不深", "落实不力")

    assert part(spans, originals, "学习不深", "落实不力") == ((Span(0, 0, 4),), (Span(1, 2, 6),))


def test_words_that_occur_twice_are_parted_at_the_nearer_place():
    spans, originals = (Span(0, 0, 8),), ("不力不力不力不力",)

    assert part(spans, originals, "不力不力", "不力不力") == ((Span(0, 0, 4),), (Span(0, 4, 8),))


def test_a_rewritten_half_keeps_the_whole_place():
    spans, originals = (Span(0, 0, 8),), ("学习不深落实不力",)

    assert part(spans, originals, "学习不深", "执行不力") == (spans, spans)


@given(TEXT, st.integers(0, 40))
def test_every_character_of_a_parted_stretch_is_in_one_half(text, where):
    head, tail = halves(text, where)
    spans = (Span(0, 0, len(text)),)

    first, second = part(spans, (text,), head, tail)

    covered = [at for span in (*first, *second) for at in range(span.start, span.end)]
    assert (first, second) == (spans, spans) or covered == list(range(len(text)))


def test_seams_follow_marks_with_words_on_both_sides():
    assert seams("学习不深，担当不够；落实不力。") == (5, 10)
    assert seams("没有标点") == ()


def test_halves_leave_out_the_mark_that_joined_them():
    assert halves("学习不深，担当不够", 5) == ("学习不深", "担当不够")


def test_joined_wordings_are_kept_apart_by_a_mark():
    assert joined("学习不深", "担当不够") == "学习不深；担当不够"
    assert joined("学习不深。", "担当不够") == "学习不深。担当不够"
    assert joined("", "担当不够") == "担当不够"
