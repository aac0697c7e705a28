"""Where are people interviewed? Rooms are added to a round, taken out of use, and taken back into it."""

from datetime import datetime

from django.db import transaction

from bihuan.desk.models import Room
from bihuan.desk.queries.arrangers import arranged_rounds
from bihuan.desk.queries.interviews import LIVE
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.life import Refusal
from bihuan.say import say
from bihuan.trail.actions import record

NOT_YOURS = Refusal("who", say("这一步不由您办理。"))


@transaction.atomic
def add_room(round: Round, name: str, *, by: Viewer, at: datetime) -> Room | Refusal:
    name = " ".join(name.split())[:60]
    if not arranged_rounds(by).filter(pk=round.pk).exists():
        return NOT_YOURS
    if not name:
        return Refusal("what", say("请写明房间名称。"))
    room, is_new = Room.objects.get_or_create(round=round, name=name)
    if not is_new and not room.closed:
        return Refusal("when", say("已经有房间“{name}”。", name=name))
    room.closed = False
    room.save(update_fields=["closed"])
    _tell("room.opened", room, by=by, at=at)
    return room


@transaction.atomic
def close_room(room: Room, *, by: Viewer, at: datetime) -> Room | Refusal:
    """No new interviews there; what is planned has to be moved first."""
    row = Room.objects.select_for_update(of=("self",)).select_related("round__organisation").get(pk=room.pk)
    if not arranged_rounds(by).filter(pk=row.round_id).exists():
        return NOT_YOURS
    coming = row.interviews.filter(LIVE, starts_at__gte=at).count()
    if coming:
        return Refusal("when", say("“{name}”还有 {count} 场谈话，请先移到别的房间。", name=row.name, count=coming))
    row.closed = True
    row.save(update_fields=["closed"])
    _tell("room.closed", row, by=by, at=at)
    return row


def _tell(event: str, room: Room, *, by: Viewer, at: datetime) -> None:
    organisation = room.round.organisation.code
    record(event, room.round.ref, organisation=organisation, by=by, at=at, after={"room": room.name})
