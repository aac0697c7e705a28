"""How alike wordings are, and finding those that are nearly the same."""

import random
import time

from bihuan.reading.likeness import duplicates, likeness


def test_the_same_wording_is_wholly_alike_whatever_its_punctuation() -> None:
    assert likeness("理论学习，不深入。", "理论学习不深入") == 1.0


def test_different_wordings_are_hardly_alike() -> None:
    assert likeness("理论学习不深入", "公务接待超标准") == 0.0


def test_empty_texts_are_not_alike() -> None:
    assert likeness("", "") == 0.0


def test_nearly_the_same_texts_are_found_with_their_places() -> None:
    texts = ["村级财务管理混乱", "党费收缴不规范", "村级财务管理较混乱", "会议记录不完整"]
    assert [(one, other) for one, other, _ in duplicates(texts, 0.7)] == [(0, 2)]


def test_the_index_finds_what_comparing_all_pairs_finds() -> None:
    dice = random.Random(7)
    words = [f"{a}{b}" for a in "县乡村镇局办" for b in "财务党建会风作风项目资产"]
    texts = ["".join(dice.choices(words, k=6)) for _ in range(200)]
    texts += [text[:-1] + "制" for text in texts[:40]]
    pairs = {
        (i, j) for i in range(len(texts)) for j in range(i + 1, len(texts)) if likeness(texts[i], texts[j]) >= 0.85
    }
    assert {(one, other) for one, other, _ in duplicates(texts)} == pairs


def test_three_thousand_texts_take_a_moment() -> None:
    dice = random.Random(7)
    words = [f"{a}{b}{c}" for a in "县乡村镇局办" for b in "财务党建会风作风项目资产" for c in "不弱差慢乱虚"]
    texts = ["".join(dice.choices(words, k=8)) for _ in range(3_000)]
    started = time.process_time()
    assert duplicates([*texts, texts[5]])[-1][:2] == (5, 3_000)
    assert time.process_time() - started < 10
