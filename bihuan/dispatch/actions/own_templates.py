"""How does a template of an office's own come into use, and out of use again? Each file stays, whichever is in use."""

from datetime import datetime

from django.core.files import File
from django.db import transaction
from django.db.models import Max, QuerySet

from bihuan.dispatch.kinds import Kind, kinds
from bihuan.dispatch.models import OwnTemplate
from bihuan.dispatch.queries.own_templates import parts_of, takes_templates, values_class
from bihuan.papers.actions import keep
from bihuan.people.models import Organisation
from bihuan.people.viewer import Viewer
from bihuan.reading.blocks import Unreadable
from bihuan.reading.template import LIMIT, template_parts
from bihuan.rounds.models import Round
from bihuan.rules.life import Refusal
from bihuan.say import say
from bihuan.trail.actions import record
from bihuan.writing.template import Faulty, check

EVERY_ROUND = "所有轮次"
SHIPPED = "系统版式"


def send_template(
    kind: Kind, round: Round | None, *, name: str, data: bytes | File, note: str = "", by: Viewer, at: datetime
) -> OwnTemplate | Refusal | Faulty:
    """Look a file through, keep it, and use it from now on: for one round, or for all."""
    if refusal := _barred(kind, round, by):
        return refusal
    content = data if isinstance(data, bytes) else data.read(LIMIT + 1)
    try:
        faults = check(template_parts(content, name), values_class(kind))
    except Unreadable as fault:
        return Refusal("what", fault.reason)
    if faults:
        return Faulty(faults)
    kept = keep(by.organisation, name=name, data=content, unit=None, by=by, at=at)
    if isinstance(kept, Refusal):
        return kept
    with transaction.atomic():
        held = _held(by)
        last = OwnTemplate.objects.filter(organisation=held).aggregate(last=Max("number"))["last"]
        _used(kind.name, round, by).update(in_use=False)
        row = OwnTemplate.objects.create(
            organisation=held, number=(last or 0) + 1, kind=kind.name, round=round, paper=kept.paper,
            note=note.strip()[:300], by=by.account, at=at,
        )  # fmt: skip
        _tell("template.sent", row.kind, round, by, at, after={"template": row.ref, "hash": kept.paper.hash}, note=note)
    return row


@transaction.atomic
def use_template(template: OwnTemplate, *, by: Viewer, at: datetime) -> OwnTemplate | Refusal:
    """An earlier file again. It is looked through once more: the placeholders of its kind may have changed."""
    kind = kinds().get(template.kind)
    if kind is None:
        return Refusal("what", say("这一类文书已不再提供。"))
    if refusal := _barred(kind, template.round, by):
        return refusal
    if check(parts_of(template), values_class(kind)):
        return Refusal("what", say("这份模板里有现在已不提供的占位符；请改正后作为新的模板上传。"))
    _held(by)
    before = _used(template.kind, template.round, by).first()
    if before == template:
        return template
    _used(template.kind, template.round, by).update(in_use=False)
    OwnTemplate.objects.filter(pk=template.pk).update(in_use=True)
    was, now = {"template": before.ref if before else SHIPPED}, {"template": template.ref}
    _tell("template.used", template.kind, template.round, by, at, before=was, after=now)
    template.refresh_from_db()
    return template


@transaction.atomic
def use_shipped(kind: Kind, round: Round | None, *, by: Viewer, at: datetime) -> Kind | Refusal:
    """The product's own layout again, for one round or for all."""
    if refusal := _barred(kind, round, by):
        return refusal
    _held(by)
    if before := _used(kind.name, round, by).first():
        _used(kind.name, round, by).update(in_use=False)
        _tell("template.left", kind.name, round, by, at, before={"template": before.ref}, after={"template": SHIPPED})
    return kind


def _barred(kind: Kind, round: Round | None, by: Viewer) -> Refusal | None:
    if not by.is_office or (round is not None and round.organisation_id != by.organisation.pk):
        return Refusal("who", say("文书模板由整改办设置。"))
    if not takes_templates(kind):
        return Refusal("what", say("“{title}”不使用自己的模板。", title=kind.title))
    return None


def _held(by: Viewer) -> Organisation:
    """One change of templates at a time."""
    return Organisation.objects.select_for_update(no_key=True).get(pk=by.organisation.pk)


def _used(kind: str, round: Round | None, by: Viewer) -> QuerySet[OwnTemplate]:
    return OwnTemplate.objects.filter(organisation=by.organisation, kind=kind, round=round, in_use=True)


def _tell(
    event: str,
    kind: str,
    round: Round | None,
    by: Viewer,
    at: datetime,
    *,
    after: dict[str, object],
    before: dict[str, object] | None = None,
    note: str = "",
) -> None:
    code = by.organisation.code
    about = {"title": str(kinds()[kind].title), "round": round.ref if round else EVERY_ROUND}
    record(event, code, organisation=code, by=by, at=at, before=before, after={**about, **after}, note=note)
