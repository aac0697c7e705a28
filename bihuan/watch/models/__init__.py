"""The tables of the watch, one module per noun."""

from bihuan.watch.models.letter import Letter, OwnLadder
from bihuan.watch.models.reminder import (
    Escalation,
    Hook,
    MailAddress,
    Message,
    Notice,
    OwnScheme,
    Sweep,
)
from bihuan.watch.models.summons import Summons

__all__ = [
    "Escalation",
    "Hook",
    "Letter",
    "MailAddress",
    "Message",
    "Notice",
    "OwnLadder",
    "OwnScheme",
    "Summons",
    "Sweep",
]
