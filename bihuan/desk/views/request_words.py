"""Which word and which shape stands for a request's kind, status, holder and due time? The same on every page."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from bihuan.desk.models import Request
from bihuan.desk.phrases import VALUES
from bihuan.desk.queries.request_facts import holder_words
from bihuan.rules.request import KINDS, NAMES, PARTIES, Kind, Party, Status
from bihuan.rules.request_time import OVER, is_late
from bihuan.say import Say
from bihuan.trail.answers import words
from bihuan.trail.changes import changes
from bihuan.trail.lengths import DAY, lasting, office_time
from bihuan.trail.models import Line
from bihuan.trail.telling import fields_of, phrase_of

TONES: dict[Status, str] = {
    Status.RECEIVED: "waiting",
    Status.ASSIGNED: "waiting",
    Status.OBJECTED: "trouble",
    Status.ACCEPTED: "working",
    Status.PREPARED: "review",
    Status.CHECKED: "review",
    Status.RELEASED: "working",
    Status.HANDED_OVER: "review",
    Status.RECEIPTED: "done",
    Status.CLOSED: "done",
    Status.WITHDRAWN: "idle",
}
SOON = DAY


@dataclass(frozen=True)
class DueWords:
    """A due time as a page shows it: when, how much is left, with which shape, and what was first agreed."""

    at: datetime
    tone: str
    left: str
    original: datetime | None


def due_of(request: Request, now: datetime) -> DueWords:
    seconds = int((request.due - now).total_seconds())
    original = request.due_at if request.moved_due_at else None
    if Status(request.status) in OVER:
        return DueWords(request.due, "done", "", original)
    if is_late(Status(request.status), request.due, now):
        return DueWords(request.due, "late", _("逾期 %(time)s") % {"time": lasting(-seconds)}, original)
    tone = "soon" if seconds <= SOON else "far"
    return DueWords(request.due, tone, _("还有 %(time)s") % {"time": lasting(seconds)}, original)


def kind_word(kind: str) -> str:
    return words(KINDS[Kind(kind)])


def status_word(status: str) -> str:
    return words(NAMES[Status(status)])


def status_tone(status: str) -> str:
    return TONES[Status(status)]


def party_word(party: str) -> str:
    return words(PARTIES[Party(party)]) if party else _("无")


def holder_of(request: Request) -> str:
    """Who has the ball, in the reader's language."""
    holder = holder_words(request)
    return words(holder) if isinstance(holder, Say) else holder


LINE_TONES = {"closed": "done", "objected": "trouble", "returned": "trouble", "sent_back": "trouble",
              "held_back": "trouble", "withdrawn": "trouble", "handed_over": "review"}  # fmt: skip
UNSAID = frozenset({"status", "due_at", "round"})
"""Fields that the phrase of the event says already, or the record above."""


def line_words(line: Line) -> dict[str, Any]:
    """A line of the trail as the timeline shows it."""
    noun, _dot, verb = line.event.partition(".")
    plain = line.event in ("request.taken_down", "answer.written")
    return {
        "at": line.at,
        "who": line.actor_name,
        "post": line.post,
        "phrase": phrase_of(line),
        "note": line.note,
        "changes": [] if plain else changes(line, fields_of(line), VALUES, leave_out=_left_out(line)),
        "tone": LINE_TONES.get(verb, "idle") if noun == "request" else "idle",
    }


def _left_out(line: Line) -> frozenset[str]:
    return frozenset({"status"}) if line.event == "request.amended" else UNSAID


def request_words() -> dict[str, Any]:
    """What the templates of requests call."""
    now = timezone.now()
    return {
        "kind_word": kind_word,
        "status_word": status_word,
        "status_tone": status_tone,
        "party_word": party_word,
        "holder_of": holder_of,
        "due_of": lambda request: due_of(request, now),
        "lasting": lasting,
        "office_time": office_time,
    }
