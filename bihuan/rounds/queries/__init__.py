"""What may a viewer know about rounds, their rules and dates, and about the days of the office's calendar?"""

from bihuan.rounds.queries.days import calendar_of, own_day_for, own_days
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
from bihuan.rounds.shipped import rulesets_shipped, shipped

__all__ = [
    "RuleLine",
    "calendar_of",
    "current_round",
    "dates_of",
    "milestones_by",
    "milestones_of",
    "own_day_for",
    "own_days",
    "round_for",
    "rounds_for",
    "rule_line",
    "rule_lines",
    "ruleset_of",
    "rulesets_shipped",
    "shipped",
    "stage_of",
    "timeline",
]
