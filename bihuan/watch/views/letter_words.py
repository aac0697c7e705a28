"""How do the parts of a letter read on a page: its status with a shape, its step, its moves, its lines in the trail?"""

from typing import Any

from bihuan.people.viewer import Viewer
from bihuan.rules.letter import NAMES, VERBS, Move, Status
from bihuan.rules.people import NAMES as ROLES
from bihuan.rules.people import Role
from bihuan.trail.answers import words
from bihuan.trail.changes import changes
from bihuan.trail.queries import lines_of
from bihuan.trail.telling import fields_of, phrase_of
from bihuan.watch.models import Letter
from bihuan.watch.queries.ladder import step_of

TONES = {
    Status.DRAFT: "idle",
    Status.PENDING: "review",
    Status.APPROVED: "waiting",
    Status.ISSUED: "waiting",
    Status.SIGNED: "working",
    Status.ANSWERED: "review",
    Status.CLOSED: "done",
    Status.CANCELLED: "idle",
    Status.RECALLED: "trouble",
}
STATUS_VALUES = {status.value: name for status, name in NAMES.items()}
ROLE_VALUES = {role.value: name for role, name in ROLES.items()}
QUIET = frozenset({"hash", "text"})
"""What the timeline leaves out: it stands on the page itself."""
LINES = 60


def letter_words() -> dict[str, Any]:
    """What the templates of letters ask for."""
    return {"status_word": status_word, "status_tone": status_tone, "title_of": title_of, "holder_word": holder_word}


def status_word(status: str) -> str:
    return words(NAMES[Status(status)])


def status_tone(status: str) -> str:
    return TONES[Status(status)]


def title_of(letter: Letter) -> str:
    return words(step_of(letter).title)


def holder_word(letter: Letter) -> str:
    """The unit by its name, anybody else by the role."""
    if letter.holder == Role.HEAD:
        return letter.unit.label
    return words(ROLES[Role(letter.holder)]) if letter.holder else ""


def verb(move: Move) -> str:
    return words(VERBS[move])


def timeline(viewer: Viewer, subject: str) -> list[dict[str, Any]]:
    """The newest lines that the viewer may see. One query."""
    lines = lines_of(viewer.organisation.code, subject)
    if not viewer.sees_all:
        lines = lines.filter(viewer.within("unit_path"))
    return [
        {
            "at": line.at,
            "who": line.actor_name,
            "post": line.post,
            "phrase": phrase_of(line),
            "note": line.note,
            "changes": changes(line, fields_of(line), {**STATUS_VALUES, **ROLE_VALUES}, leave_out=QUIET),
            "tone": "idle",
        }
        for line in lines[:LINES]
    ]
