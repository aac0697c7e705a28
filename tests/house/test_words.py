"""Can everything the product says be read in both languages?"""

import re
from functools import cache
from pathlib import Path

import click
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir, extract_from_file
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from bihuan.rounds.queries import rulesets_shipped
from tests.house.source import ROOT

LOCALE = ROOT / "bihuan" / "site" / "locale"
KEYWORDS = {**DEFAULT_KEYWORDS, "say": None, "gettext_lazy": None}
PLACES = re.compile(r"%\((\w+)\)[sd]|\{(\w*)[^{}]*\}")
CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
QUOTED = re.compile(r"“[^”]*”")
CLICK = Path(click.__file__).parent
"""The library that reads the command line."""


@cache
def said() -> dict[str, str]:
    """Every sentence in the code, the templates and the rule sets → the first file that says it."""
    with (LOCALE / "babel.cfg").open() as mapping:
        methods, options = parse_mapping_cfg(mapping)
    found = extract_from_dir(ROOT / "bihuan", methods, options, keywords=KEYWORDS)
    sentences: dict[str, str] = {}
    for file, _line, sentence, _comments, _context in found:
        sentences.setdefault(first(sentence), file)
    return sentences


@cache
def catalogue(language: str, domain: str) -> Catalog:
    with (LOCALE / language / "LC_MESSAGES" / f"{domain}.po").open("rb") as file:
        return read_po(file, locale=language)


def english() -> Catalog:
    return catalogue("en", "django")


def terminal() -> Catalog:
    return catalogue("zh_Hans", "terminal")


def entries(catalogue: Catalog) -> list[Message]:
    return [entry for entry in catalogue if entry.id]


def first(sentence: str | tuple[str, ...] | list[str]) -> str:
    """The sentence for one, where there is another for many."""
    return sentence if isinstance(sentence, str) else sentence[0]


def forms(entry: Message | None) -> tuple[str, ...]:
    """Its translation, for one and for many; nothing where a form is lacking or only guessed."""
    if entry is None or entry.fuzzy:
        return ()
    found = (entry.string,) if isinstance(entry.string, str) else tuple(entry.string)
    return found if all(found) else ()


def places(sentence: str) -> set[str]:
    return {name for pair in PLACES.findall(sentence) for name in pair if name}


def misplaced(catalogue: Catalog, *, all_of_them: bool) -> dict[str, str]:
    """The translations with a place that their sentence has not, or, where all are asked for, without one it has."""
    faults = {}
    for entry in entries(catalogue):
        offered = [places(each) for each in ([entry.id] if isinstance(entry.id, str) else entry.id)]
        for form in forms(entry):
            right = places(form) in offered if all_of_them else places(form) <= set().union(*offered)
            faults |= {} if right else {first(entry.id): form}
    return faults


def test_every_sentence_has_its_english():
    assert {sentence: file for sentence, file in said().items() if not forms(english().get(sentence))} == {}


def test_the_rule_sets_are_among_the_sentences():
    shown = {str(each.title) for each in rulesets_shipped()}
    shown |= {rule.source for each in rulesets_shipped() for rule in each.rules.values()}

    assert shown - said().keys() == set()


def test_a_translation_fills_the_same_places():
    assert misplaced(english(), all_of_them=True) == {}
    assert misplaced(terminal(), all_of_them=False) == {}


def test_the_english_has_no_chinese_outside_quotation_marks():
    found = [(first(entry.id), form) for entry in entries(english()) for form in forms(entry)]

    assert {zh: en for zh, en in found if CHINESE.search(QUOTED.sub("", en))} == {}


def test_the_english_is_sober():
    found = [form for entry in entries(english()) for form in forms(entry)]

    assert [form for form in found if "!" in form or "  " in form] == []


def test_a_sentence_ends_as_a_sentence_in_both_languages():
    """A full stop in one language and none in the other would make a label of a sentence, or the reverse."""
    found = [(first(entry.id), form) for entry in entries(english()) for form in forms(entry)]

    assert {zh: en for zh, en in found if zh.endswith("。") != en.endswith(".")} == {}


def test_the_catalogue_keeps_no_sentence_that_nobody_says():
    assert sorted({first(entry.id) for entry in entries(english())} - said().keys()) == []


def test_a_wrong_command_line_is_answered_in_chinese():
    asked = {first(found[1]) for found in extract_from_file("python", CLICK / "exceptions.py")}

    assert {sentence for sentence in asked if not forms(terminal().get(sentence))} == set()


def test_the_command_line_keeps_no_sentence_that_click_no_longer_says():
    found = extract_from_dir(CLICK, [("**.py", "python")])
    known = {first(sentence) for _file, _line, sentence, _comments, _context in found}

    assert sorted({first(entry.id) for entry in entries(terminal())} - known) == []
