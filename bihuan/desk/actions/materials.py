"""How does a material come into the register? Checked by the rules, its file kept once, its words written beside it."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.core.files import File
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from bihuan.desk.models import Material, MaterialWord
from bihuan.desk.queries.materials import materials_for
from bihuan.desk.queries.reuse import index_words
from bihuan.papers.actions import keep
from bihuan.papers.models import Paper
from bihuan.people.models import Organisation, Unit
from bihuan.people.viewer import Viewer
from bihuan.reading import secrecy
from bihuan.reading.page_count import pages
from bihuan.rounds.models import Round
from bihuan.rules.life import Refusal
from bihuan.rules.material import Carrier, Facts, Form, veiled, why_not
from bihuan.rules.people import Role, lies_in
from bihuan.say import say
from bihuan.trail.actions import record


@dataclass(frozen=True)
class Described:
    """What a person says of a material. Its own date, the day it was made and the moment it came are three things."""

    unit: Unit
    document_date: date
    title: str = ""
    period: str = ""
    carrier: Carrier = Carrier.ELECTRONIC
    form: Form = Form.COPY
    made_on: date | None = None
    """None: on its own date."""
    received_at: datetime | None = None
    """None: now."""
    copies: int = 1
    pages: int | None = None
    may_copy: bool = True
    work_secret: bool = False
    classified: bool = False
    registered_number: str = ""
    remark: str = ""


def register(
    round: Round,
    said: Described,
    *,
    by: Viewer,
    at: datetime,
    file: File | None = None,
    follows: Material | None = None,
) -> Material | Refusal:
    """Register one material, or say why not. The rules are asked before a file is kept.

    A classified paper leaves its number here and nothing else; a file with a secrecy mark is refused by `papers`.
    """
    said = _complete(said, file, at)
    if round.organisation_id != by.organisation.pk or said.unit.organisation_id != by.organisation.pk:
        return Refusal("who", say("只能登记本单位提供的材料；其他单位的材料由该单位或联络组登记。"))
    if refusal := why_not(_facts(said, file, follows, by, at)) or _marked(said):
        return refusal
    if file is None:
        return _enter(round, said, None, follows, by=by, at=at)
    kept = keep(by.organisation, name=file.name or said.title, data=file, unit=said.unit, by=by, at=at)
    if isinstance(kept, Refusal):
        return kept
    if said.pages is None:
        said = replace(said, pages=_pages(file, kept.paper))
    return _enter(round, said, kept.paper, follows, by=by, at=at)


def _complete(said: Described, file: File | None, at: datetime) -> Described:
    """What was left open filled in; of a classified paper nothing stays but its number."""
    said = replace(said, made_on=said.made_on or said.document_date, received_at=said.received_at or at)
    if said.classified:
        return replace(said, title=veiled(said.registered_number), period="", remark="", work_secret=False)
    name = file.name if file and file.name else ""
    return replace(said, title=(said.title.strip() or name.rpartition(".")[0] or name)[:200])


def _facts(said: Described, file: File | None, follows: Material | None, by: Viewer, at: datetime) -> Facts:
    newer = Material.objects.filter(follows=follows).first() if follows else None
    return Facts(
        today=timezone.localdate(at),
        document_date=said.document_date,
        made_on=said.made_on or said.document_date,
        received_on=timezone.localdate(said.received_at or at),
        carrier=said.carrier,
        form=said.form,
        title=said.title,
        copies=said.copies,
        pages=said.pages,
        classified=said.classified,
        registered_number=said.registered_number,
        has_content=file is not None,
        own=may_register(by, said.unit),
        unit=said.unit.label,
        unit_open=said.unit.closed_on is None,
        newer=newer.ref if newer else "",
    )


@transaction.atomic
def correct(row: Material, said: Described, *, by: Viewer, at: datetime) -> Material | Refusal:
    """Put right what was typed, as long as it has not been handed over; its file and its version stay.

    The rules are asked anew: a correction makes no original of what was made later. Of what turns out to be classified,
    the line does not say what it was called before.
    """
    Organisation.objects.select_for_update(no_key=True).get(pk=row.organisation_id)
    row = Material.objects.select_related("organisation", "unit", "paper", "follows").get(pk=row.pk)
    said = _complete(replace(said, received_at=said.received_at or row.received_at), None, at)
    facts = replace(_facts(said, None, None, by, at), has_content=row.paper is not None)
    refusal = _fixed(row, by) or why_not(facts) or _marked(said)
    if refusal:
        return refusal
    before = picture(row)
    for name, value in vars(said).items():
        setattr(row, name, value)
    row.save()
    row.words.all().delete()
    _index(row)
    after = {name: value for name, value in picture(row).items() if before[name] != value}
    was = {} if row.classified else {name: before[name] for name in after}
    told = {"unit_path": row.unit.path, "before": was, "after": after}
    record("material.corrected", row.ref, organisation=row.organisation.code, by=by, at=at, **told)
    return row


def _fixed(row: Material, by: Viewer) -> Refusal | None:
    """What the group has in hand is not described otherwise afterwards."""
    if row.organisation_id != by.organisation.pk or not may_register(by, row.unit):
        return Refusal("who", say("只能登记本单位提供的材料；其他单位的材料由该单位或联络组登记。"))
    last = row.handed_over.select_related("handover").order_by("-handover__number").first()
    if last is None:
        return None
    return Refusal("when", say("已随 {under} 移交，登记不能再改；有变化请登记新版本。", under=last.handover.ref))


def _index(row: Material) -> None:
    """The words by which it is found again."""
    words = (MaterialWord(material=row, organisation=row.organisation, word=word) for word in index_words(row))
    MaterialWord.objects.bulk_create(words)


def may_register(by: Viewer, unit: Unit) -> bool:
    """The office for every unit; heads and handlers for their own and what lies below."""
    own = (post.path for post in by.posts if post.role in (Role.HEAD, Role.HANDLER))
    return by.is_office or any(lies_in(unit.path, path) for path in own)


def _marked(said: Described) -> Refusal | None:
    """A secrecy mark in the words themselves. The refusal does not repeat them."""
    if said.classified or not secrecy.marks("\n".join((said.title, said.period, said.remark))):
        return None
    return Refusal("what", say("名称或备注带有密级标志。密件请勾选“密件”，只登记编号。"))


def _pages(file: File, paper: Paper) -> int | None:
    """What a PDF says of itself."""
    if paper.media_type != "application/pdf":
        return None
    file.seek(0)
    return pages(file.read())


@transaction.atomic
def _enter(
    round: Round, said: Described, paper: Paper | None, follows: Material | None, *, by: Viewer, at: datetime
) -> Material | Refusal:
    """Two at once: the second waits for the organisation's row."""
    organisation = Organisation.objects.select_for_update(no_key=True).get(pk=round.organisation_id)
    if paper and (there := materials_for(by).filter(paper=paper).select_related("unit").first()):
        return _there_already(there)
    if follows and Material.objects.filter(follows=follows).exists():
        return Refusal("when", say("这份材料刚刚有了新版本，请刷新后在最新的版本上登记。"))
    last = Material.objects.filter(organisation=organisation).aggregate(last=Max("number"))["last"]
    row = Material.objects.create(
        organisation=organisation,
        round=round,
        number=(last or 0) + 1,
        paper=paper,
        follows=follows,
        version=follows.version + 1 if follows else 1,
        registered_by=by.account,
        **vars(said),
    )
    _index(row)
    record(
        "material.renewed" if follows else "material.registered",
        row.ref,
        organisation=organisation.code,
        by=by,
        at=at,
        unit_path=said.unit.path,
        after=picture(row),
    )
    return row


def _there_already(there: Material) -> Refusal:
    last = there.handed_over.select_related("handover").order_by("-handover__number").first()
    named = {"ref": there.ref, "title": there.title, "unit": there.unit.label}
    if last is None:
        return Refusal("what", say("这个文件已登记为 {ref}《{title}》（{unit}），请直接选用，不必再传。", **named))
    reason = say("这个文件已登记为 {ref}《{title}》（{unit}），并已随 {under} 移交，请直接选用，不必再传。",
                 **named, under=last.handover.ref)  # fmt: skip
    return Refusal("what", reason)


def picture(row: Material) -> dict[str, object]:
    """What the trail keeps of a material."""
    return {
        "title": row.title,
        "period": row.period,
        "unit": row.unit.label,
        "paper": row.paper.ref if row.paper else "",
        "carrier": row.carrier,
        "form": row.form,
        "document_date": row.document_date,
        "made_on": row.made_on,
        "copies": row.copies,
        "pages": row.pages,
        "may_copy": row.may_copy,
        "work_secret": row.work_secret,
        "registered_number": row.registered_number,
        "follows": row.follows.ref if row.follows else "",
    }
