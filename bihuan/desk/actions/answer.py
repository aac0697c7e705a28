"""How is an answer prepared? Its words and its materials, in the version that is open; a version handed in stays."""

from collections.abc import Iterable
from datetime import datetime

from django.core.files import File
from django.db import transaction

from bihuan.desk.actions.materials import Described, register
from bihuan.desk.actions.request_row import locked, tell
from bihuan.desk.models import Answer, AnswerMaterial, Material, Request
from bihuan.desk.queries.request_facts import facts, last_answer
from bihuan.people.viewer import Viewer
from bihuan.rules.life import Refusal
from bihuan.rules.request import Move, decide
from bihuan.say import say

LONGEST = 5000


@transaction.atomic
def write_answer(request: Request, text: str, *, by: Viewer, at: datetime) -> Answer | Refusal:
    """Write down what is answered in words."""
    row = locked(request)
    if refusal := _barred(row, by):
        return refusal
    if len(text) > LONGEST:
        return Refusal("what", say("答复有 {count} 字，最多 {most} 字；更长的请作为情况说明登记为材料。",
                                   count=len(text), most=LONGEST))  # fmt: skip
    answer = _open(row)
    before, answer.text = answer.text, text.strip()
    answer.save(update_fields=["text"])
    if before != answer.text:
        tell("answer.written", row, by=by, at=at, before={"text": before}, after={"text": answer.text})
    return answer


@transaction.atomic
def attach(request: Request, materials: Iterable[Material], *, by: Viewer, at: datetime) -> list[Material] | Refusal:
    """Attach materials that are registered already. One that is there already stays once."""
    row = locked(request)
    if refusal := _barred(row, by):
        return refusal
    answer = _open(row)
    there = set(answer.items.values_list("material", flat=True))
    new = [material for material in materials if material.pk not in there]
    AnswerMaterial.objects.bulk_create(AnswerMaterial(answer=answer, material=material) for material in new)
    for material in new:
        tell("answer.attached", row, by=by, at=at, after={"material": material.ref, "title": material.title})
    return new


def attach_new(request: Request, said: Described, *, file: File | None, by: Viewer, at: datetime) -> Material | Refusal:
    """Register a material and attach it. What was registered stays registered, should the request have moved on."""
    if refusal := decide_prepare(request, by):
        return refusal
    material = register(request.round, said, by=by, at=at, file=file)
    if isinstance(material, Refusal):
        return material
    attached = attach(request, [material], by=by, at=at)
    return attached if isinstance(attached, Refusal) else material


@transaction.atomic
def detach(request: Request, material: Material, *, by: Viewer, at: datetime) -> Request | Refusal:
    """Take a material out of the open version; it stays registered."""
    row = locked(request)
    if refusal := _barred(row, by):
        return refusal
    if _open(row).items.filter(material=material).delete()[0]:
        tell("answer.detached", row, by=by, at=at, after={"material": material.ref, "title": material.title})
    return row


def decide_prepare(request: Request, by: Viewer) -> Refusal | None:
    """Whether this person may prepare it now, asked before a file is read."""
    verdict = decide(Move.PREPARE, facts(request, by))
    return verdict if isinstance(verdict, Refusal) else None


def next_version(row: Request) -> Answer | None:
    """Open the next version as a copy of the last one; nothing where nothing has been answered yet."""
    last = last_answer(row)
    if last is None or last.submitted_at is None:
        return last
    answer = Answer.objects.create(request=row, version=last.version + 1, text=last.text)
    AnswerMaterial.objects.bulk_create(
        AnswerMaterial(answer=answer, material=item.material) for item in last.items.all()
    )
    return answer


def take_up_again(row: Request) -> None:
    """Nobody has judged the version yet, so it is the same one that goes on."""
    row.answers.filter(pk=row.answers.values("pk").order_by("-version")[:1]).update(
        submitted_at=None, submitted_by=None
    )


def _barred(row: Request, by: Viewer) -> Refusal | None:
    return decide_prepare(row, by)


def _open(row: Request) -> Answer:
    """The version being prepared; the first one where there is none."""
    last = last_answer(row)
    if last is None:
        return Answer.objects.create(request=row, version=1)
    return last if last.submitted_at is None else next_version(row) or last
