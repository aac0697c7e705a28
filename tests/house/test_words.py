"""Can everything the product says be read in both languages?"""

import re
from functools import cache

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from tests.house.source import ROOT

LOCALE = ROOT / "bihuan" / "site" / "locale"
KEYWORDS = {**DEFAULT_KEYWORDS, "say": None, "gettext_lazy": None}
PLACES = re.compile(r"%\((\w+)\)[sd]|\{(\w*)[^{}]*\}")


@cache
def said() -> dict[str, str]:
    """Every sentence in the code and the templates → the first file that says it."""
    with (LOCALE / "babel.cfg").open() as mapping:
        methods, options = parse_mapping_cfg(mapping)
    found = extract_from_dir(ROOT / "bihuan", methods, options, keywords=KEYWORDS)
    sentences: dict[str, str] = {}
    for file, _line, sentence, _comments, _context in found:
        sentences.setdefault(sentence if isinstance(sentence, str) else sentence[0], file)
    return sentences


@cache
def english() -> Catalog:
    with (LOCALE / "en" / "LC_MESSAGES" / "django.po").open("rb") as catalogue:
        return read_po(catalogue, locale="en")


def english_of(sentence: str) -> str:
    entry = english().get(sentence)
    if entry is None or entry.fuzzy:
        return ""
    return entry.string if isinstance(entry.string, str) else entry.string[-1]


def places(sentence: str) -> set[str]:
    return {name for pair in PLACES.findall(sentence) for name in pair if name}


def test_every_sentence_has_its_english():
    assert {sentence: file for sentence, file in said().items() if not english_of(sentence)} == {}


def test_a_translation_fills_the_same_places():
    pairs = {sentence: english_of(sentence) for sentence in said()}

    assert {zh: en for zh, en in pairs.items() if en and places(zh) != places(en)} == {}


def test_the_english_has_no_chinese_left_in_it():
    chinese = re.compile(r"[\u4e00-\u9fff]")

    assert {zh: en for zh in said() if chinese.search(en := english_of(zh)) and "“" not in en} == {}


def test_the_catalogue_keeps_no_sentence_that_nobody_says():
    kept = {entry.id if isinstance(entry.id, str) else entry.id[0] for entry in english() if entry.id}

    assert sorted(kept - said().keys()) == []
