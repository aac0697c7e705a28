"""How did a finding get to where it is today? Its life in `lives.toml`, word by word, becomes acts with moments."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from random import Random

from bihuan.site.demo import closing, moments, owning, planning, working
from bihuan.site.demo.county import County
from bihuan.site.demo.diary import Diary
from bihuan.site.demo.story import Steps, Story, Word
from bihuan.site.demo.texts import FindingText, data

WORDS: dict[str, Word] = {**owning.WORDS, **planning.WORDS, **working.WORDS, **closing.WORDS}
WAIT = "wait"
"""The word for nothing happening; it makes the time before the next act longer."""
PAUSE = 12.0


@dataclass(frozen=True)
class Span:
    """The time in which the lives of a round are lived: from its feedback to its present day."""

    feedback: date
    present: date


def live(written: FindingText, county: County, span: Span, diary: Diary, *, today: date, chance: Random) -> Story:
    """Write the whole life of one finding into the diary. The finding itself is given to the story later."""
    life = data("lives")[written.life]
    end = span.present - timedelta(days=chance.randint(*life["ends"]))
    due = (end if life.get("closed") else span.present) + timedelta(days=chance.randint(*life["due"]))
    story = Story(written, county, chance, span.feedback, due, immediate=life.get("immediate", False))
    story.archive = diary.archive
    start = moments.next_workday(span.feedback + timedelta(days=chance.randint(7, 9)))
    _plan(diary, story, life["steps"], start, end)
    if then := life.get("then"):
        last = today - timedelta(days=chance.randint(*then["ends"]))
        _plan(diary, story, then["steps"], last - timedelta(days=9), last)
    return story


def _plan(diary: Diary, story: Story, words: list[str], start: date, end: date) -> None:
    steps = expanded(story, words)
    if not steps:
        return
    times = moments.spread([gap for gap, _ in steps], start, end, story.chance)
    for at, (_, act) in zip(times, steps, strict=True):
        diary.plan(at, partial(act, story))


def expanded(story: Story, words: list[str]) -> Steps:
    """Every act of these words; what was waited is added to the gap before the next one."""
    steps: Steps = []
    waited = 0.0
    for word in words:
        if word == WAIT:
            waited += PAUSE
            continue
        for gap, act in WORDS[word](story):
            steps.append((gap + waited, act))
            waited = 0.0
    return steps
