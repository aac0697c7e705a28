"""What may a viewer know about rounds, their rules and dates, and about the days of the office's calendar?"""

from bihuan.rounds.queries.days import calendar_of, own_days
from bihuan.rounds.queries.round import (
    RuleLine,
    current_round,
    dates_of,
    milestones_by,
    milestones_of,
    round_for,
    rounds_for,
    rule_line,
    rule_lines,
    ruleset_of,
    stage_of,
    timeline,
)
from bihuan.rounds.queries.shifts import Preview, Shift, preview_adding, preview_removing
from bihuan.rounds.queries.year import Year, span_for, year_of
from bihuan.rounds.shipped import rulesets_shipped, shipped

__all__ = [
    "Preview",
    "RuleLine",
    "Shift",
    "Year",
    "calendar_of",
    "current_round",
    "dates_of",
    "milestones_by",
    "milestones_of",
    "own_days",
    "preview_adding",
    "preview_removing",
    "round_for",
    "rounds_for",
    "rule_line",
    "rule_lines",
    "ruleset_of",
    "rulesets_shipped",
    "shipped",
    "span_for",
    "stage_of",
    "timeline",
    "year_of",
]
