"""What is done to rounds, and to the days of the office's calendar: one verb each, one transaction."""

from bihuan.rounds.actions.days import add_days, remove_days
from bihuan.rounds.actions.round import (
    change_dates,
    change_rule,
    describe_round,
    finish_round,
    open_round,
    reset_rule,
    resume_round,
)

__all__ = [
    "add_days",
    "change_dates",
    "change_rule",
    "describe_round",
    "finish_round",
    "open_round",
    "remove_days",
    "reset_rule",
    "resume_round",
]
