"""How are many requests given to one unit at once? Each by its own move; those that cannot be given say why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bihuan.desk.actions.request import move
from bihuan.desk.models import Request
from bihuan.desk.queries.request_facts import facts, gather
from bihuan.people.models import Unit
from bihuan.people.viewer import Viewer
from bihuan.rules.life import Refusal
from bihuan.rules.request import Move, Status, offers
from bihuan.say import say


@dataclass(frozen=True)
class Outcome:
    """What giving it to a unit does, or would do, to one request."""

    request: Request
    which: Move | None
    refusal: Refusal | None = None


def preview(requests: Iterable[Request], *, by: Viewer) -> list[Outcome]:
    """Which requests can be given to a unit now, without doing it."""
    return [_possible(gather(request), by) for request in requests]


def assign_all(
    requests: Iterable[Request],
    unit: Unit,
    *,
    by: Viewer,
    at: datetime,
    supports: Iterable[Unit] = (),
    note: str = "",
) -> list[Outcome]:
    """Assign what nobody has yet, and reassign what another unit has. The others stay as they are."""
    units = tuple(supports)
    done = []
    for request in requests:
        which = which_move(request)
        outcome = move(request, which, by=by, at=at, unit=unit, supports=units, note=note)
        refused = outcome if isinstance(outcome, Refusal) else None
        done.append(Outcome(request if refused else outcome, which, refused))
    return done


def which_move(request: Request) -> Move:
    return Move.ASSIGN if request.status == Status.RECEIVED else Move.REASSIGN


def _possible(request: Request, by: Viewer) -> Outcome:
    which = which_move(request)
    offer = next((each for each in offers(facts(request, by)) if each.move is which), None)
    if offer is None:
        return Outcome(request, None, Refusal("when", say("现在不能分派：已经交来材料，或正在处理异议。")))
    return Outcome(request, which, offer.refusal)
