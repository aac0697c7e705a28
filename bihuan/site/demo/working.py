"""How is the work done? Progress, proof, numbers, and measures called done, or taken up again."""

from datetime import date, datetime, timedelta
from typing import Any

from bihuan.ledger.actions.work import ProofText, add_progress, attach_evidence, move_measure, set_numbers
from bihuan.papers.actions import keep
from bihuan.papers.models import Paper
from bihuan.rules.measure import Kind, Move
from bihuan.site.demo import proofs
from bihuan.site.demo.county import done
from bihuan.site.demo.story import Act, Steps, Story, Word, step

EARLY, REUSED, SECOND, TOLD, SUPPORTED = 0.035, 0.08, 0.2, 0.6, 0.2
"""How often proof is older than the feedback, is stored already, comes in two files; how often somebody reports."""


def work(story: Story) -> Steps:
    """Every measure, one after the other."""
    return _work(story, len(story.written.measures))


def work_some(story: Story) -> Steps:
    """Half of the measures, and a report on the next one."""
    half = len(story.written.measures) // 2
    return [*_work(story, half), (3, _progress(half))]


def work_but_last(story: Story) -> Steps:
    return _work(story, len(story.written.measures) - 1)


def rework(story: Story) -> Steps:
    """The last measure once more, with better proof."""
    last = len(story.written.measures) - 1
    return [(3, _prove(last)), (1, _finish(last))]


def _work(story: Story, count: int) -> Steps:
    steps: Steps = []
    for place in range(count):
        if story.chance.random() < SUPPORTED and story.written.supports:
            steps.append((2, _support(place)))
        steps += [(4, _progress(place))] * (story.chance.random() < TOLD)
        steps.append((4, _prove(place)))
        steps += [(1, _prove(place))] * (story.chance.random() < SECOND)
        steps += [(0.3, _count(place))] * bool(story.written.measures[place].numbers)
        steps.append((0.3, _finish(place)))
    return steps


def _progress(place: int) -> Act:
    def add(story: Story, at: datetime) -> None:
        line = story.written.measures[place]
        text = story.note("progress", who=line.who, measure=line.text)
        done(add_progress(story.row, text, measure=story.measures[place], by=story.worker, at=at))

    return add


def _support(place: int) -> Act:
    """A supporting unit says what it has contributed."""

    def add(story: Story, at: datetime) -> None:
        code = next((code for code in story.written.supports if code != story.lead), story.lead)
        text = story.note("support", measure=story.written.measures[place].text)
        done(add_progress(story.row, text, by=story.county.worker(code), at=at))

    return add


def _prove(place: int) -> Act:
    def attach(story: Story, at: datetime) -> None:
        stored = story.archive.get(story.lead)
        if stored and story.chance.random() < REUSED and not _is_rule(story, place):
            _attach(story, place, stored, stored.received_at.astimezone(at.tzinfo).date(), at)
            return
        day = _document_day(story, at)
        name, content = proofs.paper(story, place, day)
        unit = story.county.units[story.lead]
        kept = done(keep(unit.organisation, name=name, data=content, unit=unit, by=story.worker, at=at))
        story.archive[story.lead] = kept.paper
        _attach(story, place, kept.paper, day, at)

    return attach


def _document_day(story: Story, at: datetime) -> date:
    if story.chance.random() < EARLY:
        return story.feedback - timedelta(days=story.chance.randrange(5, 40))
    return max(at.date() - timedelta(days=story.chance.randrange(4)), story.feedback)


def _attach(story: Story, place: int, paper: Paper, day: date, at: datetime) -> None:
    rule = _rule_facts(story, place, day) if _is_rule(story, place) else {}
    early = story.note("early") if day < story.feedback else ""
    title = paper.name.rpartition(".")[0][:200]
    said = ProofText(title=title, document_date=day, explanation=early, **rule)
    done(attach_evidence(story.measures[place], paper, said, by=story.worker, at=at))


def _is_rule(story: Story, place: int) -> bool:
    return Kind.RULE in story.written.measures[place].numbers


def _rule_facts(story: Story, place: int, day: date) -> dict[str, Any]:
    """Meeting, approval and issue number, the same that the paper itself names."""
    unit, line = story.county.units[story.lead].label, story.written.measures[place]
    return {
        "is_rule": True,
        "meeting": proofs.meeting(unit, line, day),
        "approval": f"{story.head.name}签发",
        "issue_number": proofs.issue_number(unit, line, day),
    }


def _count(place: int) -> Act:
    def count(story: Story, at: datetime) -> None:
        numbers = dict(story.written.measures[place].numbers)
        done(set_numbers(story.measures[place], numbers, by=story.worker, at=at))

    return count


def _finish(place: int) -> Act:
    def finish(story: Story, at: datetime) -> None:
        story.measures[place] = done(move_measure(story.measures[place], Move.FINISH, by=story.worker, at=at))

    return finish


def resume(story: Story, at: datetime) -> None:
    """The last measure is taken up again."""
    note = story.note("resume")
    story.measures[-1] = done(move_measure(story.measures[-1], Move.RESUME, by=story.head, at=at, note=note))


def progress(story: Story, at: datetime) -> None:
    """How the work goes on after a finding was opened again."""
    done(add_progress(story.row, story.note("again"), by=story.head, at=at))


WORDS: dict[str, Word] = {
    "work": work,
    "work_some": work_some,
    "work_but_last": work_but_last,
    "rework": rework,
    "resume": step(1, resume),
    "progress": step(2, progress),
}
