"""Which word and which shape stands for a status, a holder, a flag? The same on every page."""

from bihuan.ledger.models import Finding
from bihuan.ledger.queries.card import holder_words
from bihuan.rules.finding import NAMES, Status
from bihuan.say import Say
from bihuan.trail.answers import words

TONES: dict[Status, str] = {
    Status.UNCLAIMED: "waiting",
    Status.DISPUTED: "trouble",
    Status.CLAIMED: "working",
    Status.PLANNED: "review",
    Status.RECTIFYING: "working",
    Status.UNDER_REVIEW: "review",
    Status.CLOSED: "done",
}


def status_word(status: str) -> str:
    return words(NAMES[Status(status)])


def status_tone(status: str) -> str:
    return TONES[Status(status)]


def holder_of(finding: Finding) -> str:
    """Who has the ball, in the reader's language."""
    holder = holder_words(finding)
    return words(holder) if isinstance(holder, Say) else holder
