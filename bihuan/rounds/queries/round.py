"""Which rounds may someone see, which rules hold in one, and which dates follow?"""

import re
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.http import Http404

from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rounds.queries.days import calendar_of
from bihuan.rounds.shipped import shipped
from bihuan.rounds.timeline import TimelineView, draw
from bihuan.rules.milestones import Milestone, milestones
from bihuan.rules.rounds import Dates, Stage, level_words, stage, term_words
from bihuan.rules.ruleset import CHAIN, NUMBERS, SETTINGS, TERMS, Rule, RuleSet, change
from bihuan.rules.workdays import Calendar
from bihuan.say import Say, say


def rounds_for(viewer: Viewer) -> QuerySet[Round]:
    """Everybody of an organisation may see that a round takes place, and its dates; newest first."""
    rounds = Round.objects.filter(organisation=viewer.organisation)
    return rounds.select_related("organisation").prefetch_related("rule_changes")


def round_for(viewer: Viewer, ref: str) -> Round:
    """One round of the viewer's organisation, or 404."""
    match = re.fullmatch(r"R([0-9]{1,9})", ref)
    row = rounds_for(viewer).filter(number=int(match[1])).first() if match else None
    if row is None:
        raise Http404(ref)
    return row


def current_round(viewer: Viewer) -> Round | None:
    """The newest round that still runs; where none does, the newest."""
    rounds = rounds_for(viewer)
    return rounds.filter(finished_on__isnull=True).first() or rounds.first()


def ruleset_of(round: Round) -> RuleSet:
    """The shipped rule set with the round's own changes laid over it."""
    changes = tuple(Rule(row.name, row.value, row.source) for row in round.rule_changes.all())
    return change(shipped(round.ruleset), changes)


def dates_of(round: Round) -> Dates:
    return Dates(round.notice_on, round.entry_on, round.leaving_on, round.feedback_on)


def stage_of(round: Round, today: date) -> Stage:
    return stage(dates_of(round), round.finished_on, today)


def milestones_of(round: Round) -> tuple[Milestone, ...]:
    """Every date that follows from the round's dates, its rules and its calendar, earliest first."""
    return milestones_by(round, calendar_of(round.organisation))


def milestones_by(round: Round, calendar: Calendar) -> tuple[Milestone, ...]:
    """The same by another calendar, such as one that is only proposed."""
    return milestones(ruleset_of(round), entry=round.entry_on, feedback=round.feedback_on, calendar=calendar)


def timeline(round: Round, today: date) -> TimelineView:
    """The round as one line from notice to recheck, with today on it."""
    return draw(dates_of(round), round.finished_on, milestones_of(round), today)


@dataclass(frozen=True)
class RuleLine:
    """One rule of a round as its page shows it: what holds, why, since when changed, and which date follows."""

    rule: Rule
    title: Say
    words: tuple[Say, ...]
    """One sentence for a term, a setting or a number, one per level for the review chain."""
    shipped: Rule
    shipped_words: tuple[Say, ...]
    is_changed: bool
    on: date | None


def rule_lines(round: Round) -> tuple[RuleLine, ...]:
    """Every rule that holds in the round: terms, how they are counted, how far they move, the review chain."""
    own, plain = ruleset_of(round), shipped(round.ruleset)
    dates = {milestone.name: milestone.on for milestone in milestones_of(round)}
    other = {name: each.title for name, each in (*SETTINGS.items(), *NUMBERS.items())}
    titles = {**TERMS, **other, CHAIN: say("销号审核链")}
    return tuple(
        RuleLine(
            rule=own.rules[name],
            title=title,
            words=_words(own, name),
            shipped=plain.rules[name],
            shipped_words=_words(plain, name),
            is_changed=name in own.changed,
            on=dates.get(name),
        )
        for name, title in titles.items()
    )


def rule_line(round: Round, name: str) -> RuleLine:
    """One rule of the round, or 404."""
    for line in rule_lines(round):
        if line.rule.name == name:
            return line
    raise Http404(name)


def _words(rules: RuleSet, name: str) -> tuple[Say, ...]:
    if name == CHAIN:
        return tuple(level_words(level) for level in rules.chain)
    if name in SETTINGS:
        return (SETTINGS[name].choices[rules.rules[name].value],)
    if name in NUMBERS:
        return (NUMBERS[name].words(rules.number(name)),)
    return (term_words(name, rules.term(name)),)
