"""What do the rules need to know about a request and a person? Gathered here from locked or read rows, nowhere else."""

from django.db.models import prefetch_related_objects
from django.utils import timezone

from bihuan.desk.models import Answer, Handoff, Request
from bihuan.people.models import Unit
from bihuan.people.viewer import Viewer
from bihuan.rules import request as rules
from bihuan.rules.holding import Pass
from bihuan.rules.material import Form
from bihuan.rules.people import Role, parts
from bihuan.rules.request import PARTIES, Party, Status
from bihuan.say import Say, say

GATHERED = ("supports__unit", "answers__items__material__unit", "handed_over__handover")
"""What `facts` walks over; none when prefetched already."""


def gather(request: Request) -> Request:
    """The request with everything that `facts` needs."""
    prefetch_related_objects([request], *GATHERED)
    return request


def parts_of(request: Request, viewer: Viewer) -> frozenset[Role]:
    """The parts that this viewer plays towards this request; only `supports` must have been prefetched."""
    return parts(
        viewer.posts,
        lead_path=request.lead_unit.path if request.lead_unit else "",
        support_paths=tuple(support.unit.path for support in request.supports.all()),
    )


def last_answer(request: Request) -> Answer | None:
    """The present version: the one being prepared, or the one handed in last."""
    answers = list(request.answers.all())
    return answers[-1] if answers else None


def attached(request: Request) -> frozenset[int]:
    """The materials that are attached already to the version being prepared."""
    answer = last_answer(request)
    open_now = answer is not None and answer.submitted_at is None
    return frozenset(answer.items.values_list("material", flat=True)) if open_now else frozenset()


def facts(request: Request, viewer: Viewer, *, note: str = "", group_name: str | None = None) -> rules.Facts:
    """The facts about one request and one viewer. `group_name=None` asks before anything was typed."""
    answer = last_answer(request)
    materials = [item.material for item in answer.items.all()] if answer else []
    listed = {item.material_id for item in request.handed_over.all()}
    return rules.Facts(
        status=Status(request.status),
        kind=rules.Kind(request.kind),
        parts=parts_of(request, viewer),
        note=note,
        assigned=request.lead_unit_id is not None,
        objections=request.objections_count,
        settled_finally=request.settled_finally,
        needs_release=request.needs_release,
        answered=answer is not None and bool(answer.text.strip() or materials),
        early_originals=sum(m.form == Form.ORIGINAL and m.made_on > m.document_date for m in materials),
        unlisted=sum(m.pk not in listed for m in materials),
        listed=sum(m.pk in listed for m in materials),
        group_signed=group_name is None or bool(group_name.strip()),
        own_submission=answer is not None and answer.submitted_by_id == viewer.account.pk,
    )


def holder(request: Request) -> str:
    """Whose turn it is, as the column keeps it."""
    asked = rules.Facts(status=Status(request.status), objections=request.objections_count)
    return rules.turn(asked) or ""


def unit_in_hand(request: Request) -> Unit | None:
    """The unit that has the ball, where a unit has it."""
    return request.lead_unit if request.holder == Party.UNIT else None


def holder_words(request: Request) -> str | Say:
    """Who has the ball: the unit by its name, else the party."""
    unit = unit_in_hand(request)
    if unit:
        return unit.label
    return PARTIES[Party(request.holder)] if request.holder else say("无")


def passes_of(handoffs: list[Handoff]) -> list[Pass]:
    """The passes of one request as `rules.holding` takes them, in local time; units by their reference."""
    return [
        Pass(
            Party(row.to_party) if row.to_party else None,
            timezone.localtime(row.at),
            unit=row.to_unit.ref if row.to_unit else "",
            status=row.to_status,
        )
        for row in handoffs
    ]
