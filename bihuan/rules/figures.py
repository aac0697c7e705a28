"""Which figures in an edited text do not agree with the record? Numbers that stand with what the record counts.

Source: counts and rates as they are told in papers (trade.md §3.5). Example: `共反馈 35 个问题` beside a record that
counts 36. `立行立改问题` is counted apart from `问题`: a number is held against the longest noun that it fits.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

SAID: Mapping[str, tuple[str, ...]] = {
    "方面": ("{n}{u}?方面",),
    "大项": ("{n}{u}?大项",),
    "问题": ("{n}{u}?(?:反馈|具体|主要|突出)?问题(?!线索)", "(?:反馈|具体|主要|突出)?问题{n}{u}"),
    "具体表现": ("{n}{u}?具体表现", "具体表现{n}{u}"),
    "立行立改": ("{n}{u}?立行立改(?:问题|事项)?", "立行立改(?:问题|事项)?{n}{u}"),
    "自查发现": ("{n}{u}?自查发现(?:问题)?", "自查发现(?:的?问题)?{n}{u}"),
    "信访件": ("{n}{u}?信访件", "信访件{n}{u}"),
    "长期坚持": ("{n}{u}?需?长期坚持(?:的?问题)?", "长期坚持(?:的?问题)?{n}{u}"),
    "重点关注": ("{n}{u}?重点关注(?:的?问题)?", "重点关注(?:的?问题)?{n}{u}"),
    "已销号": ("已?(?:完成)?销号(?:问题)?{n}{u}", "{n}{u}?(?:问题)?(?:已经?|完成)销号"),
    "基本完成": ("基本完成(?:问题)?{n}{u}", "{n}{u}?(?:问题)?基本完成"),
    "措施": ("{n}{u}?(?:整改|具体)?措施", "(?:整改|具体)?措施{n}{u}"),
    "已完成措施": ("已完成(?:整改)?措施{n}{u}", "{n}{u}?(?:整改)?措施已经?(?:全部)?完成"),
    "完成率": ("完成率(?:为|达到?|是)?{n}%",),
}
"""What the record counts → how a sentence says it; {n} is the number, {u} its measure word."""
NUMBER, UNIT = r"\s*(?<![0-9.第])(?P<n>[0-9]{1,6}(?:\.[0-9]{1,2})?)\s*", r"(?:个|项|条|件|次|份)\s*"
"""Figures only: numbers in Chinese characters stand for levels and orders as often as for counts."""
PART = re.compile(r"其中|分别|各\s*[0-9]|新增|本[周月]|上[周月期]|较|比上")
"""From here on a sentence speaks of a part or of a difference, not of the whole."""
SENTENCE = re.compile(r"[^。；;！？\n]+[。；;！？]?")
CLAUSE = re.compile(r"[^，,、：:（）()。；;！？]+")


@dataclass(frozen=True)
class Disagreement:
    """One figure: the sentence, what is counted, what the text says, and what the record counts."""

    sentence: str
    noun: str
    said: str
    counted: str


def disagreements(
    texts: Iterable[str], counts: Mapping[str, Collection[str]], *, made: Iterable[str] = ()
) -> list[Disagreement]:
    """Every figure that differs, in the order of the text; what stands word for word in the `made` texts agrees."""
    agreed = {clause for text in made for _sentence, clause in _clauses(text)}
    found = [
        Disagreement(sentence, noun, said, "、".join(counts[noun]))
        for text in texts
        for sentence, clause in _clauses(text)
        if clause not in agreed
        for noun, said in told(clause)
        if noun in counts and said not in counts[noun]
    ]
    return list(dict.fromkeys(found))


def told(clause: str) -> list[tuple[str, str]]:
    """(noun, number) of one clause; each number counts once, for what it says most exactly."""
    found: dict[int, tuple[int, str, str]] = {}
    for noun, patterns in PATTERNS.items():
        for match in (match for pattern in patterns for match in pattern.finditer(clause)):
            length, place = match.end() - match.start(), match.start("n")
            if place not in found or found[place][0] < length:
                found[place] = (length, noun, match["n"])
    return [(noun, said) for _place, (_length, noun, said) in sorted(found.items())]


def _clauses(text: str) -> Iterator[tuple[str, str]]:
    """(sentence, clause) for each clause that speaks of the whole."""
    for match in SENTENCE.finditer(text):
        sentence = match[0].strip()
        part = PART.search(sentence)
        for clause in CLAUSE.finditer(sentence[: part.start()] if part else sentence):
            yield sentence, clause[0].strip()


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("{n}", NUMBER).replace("{u}?", f"(?:{UNIT})?").replace("{u}", UNIT))


PATTERNS = {noun: tuple(map(_compiled, patterns)) for noun, patterns in SAID.items()}
