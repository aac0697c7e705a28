"""Which materials may someone see, filtered and sorted, and where is each of them now?"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import Http404

from bihuan.desk.models import AnswerMaterial, HandoverItem, Material, Request, RequestSupport
from bihuan.people.queries.unit import number_of as unit_number
from bihuan.people.viewer import Viewer
from bihuan.rules.material import Carrier, Form

PER_PAGE = 50
RELATED = ("unit", "paper", "organisation", "round", "registered_by")
SINGLE = Q(material__form=Form.ORIGINAL.value) & ~Q(material__carrier=Carrier.ELECTRONIC.value)
"""Lines whose material can be in one place only. The SQL twin of `rules.handover.is_single`."""
OUT = Q(returned_at__isnull=True) & (Q(to_return=True) | SINGLE)
"""Lines of hand-overs that have not come back."""


@dataclass(frozen=True)
class Wanted:
    """What the viewer asked to see, as plain values; empty means all."""

    q: str = ""
    unit: str = ""
    carrier: str = ""
    form: str = ""
    where: str = ""
    """`out` (not come back), `handed` (handed over at some time), `never`."""
    round: str = ""


@dataclass(frozen=True)
class Counts:
    """How many there are, for the chips above the table."""

    total: int
    out: int
    handed: int

    @property
    def never(self) -> int:
        return self.total - self.handed


@dataclass(frozen=True)
class Gone:
    """The lines of hand-overs that a material stands on, newest first."""

    items: tuple[HandoverItem, ...] = field(default=())

    @property
    def times(self) -> int:
        return len(self.items)

    @property
    def last(self) -> HandoverItem | None:
        return self.items[0] if self.items else None

    @property
    def out(self) -> HandoverItem | None:
        """The line under which it is still out."""
        return next((item for item in self.items if is_out(item)), None)


def is_out(item: HandoverItem) -> bool:
    """The Python twin of `OUT`; `item.material` is there."""
    material = item.material
    single = material.form == Form.ORIGINAL and material.carrier != Carrier.ELECTRONIC
    return item.returned_at is None and (item.to_return or single)


def materials_for(viewer: Viewer) -> QuerySet[Material]:
    """The materials that own units provide, and those that answer requests which own units lead or support."""
    rows = Material.objects.filter(organisation=viewer.organisation)
    if viewer.sees_all:
        return rows
    supported = RequestSupport.objects.filter(viewer.within("unit__path")).values("request")
    led = Request.objects.filter(viewer.within("lead_unit__path")).values("pk")
    answering = AnswerMaterial.objects.filter(
        Q(answer__request__in=supported) | Q(answer__request__in=led), material=OuterRef("pk")
    )
    return rows.filter(viewer.within("unit__path") | Q(Exists(answering)))


def material_for(viewer: Viewer, ref: str) -> Material:
    """`M-0007`, or 404."""
    match = re.fullmatch(r"M-([0-9]{1,9})", ref)
    found = materials_for(viewer).filter(number=int(match[1])) if match else Material.objects.none()
    row = found.select_related(*RELATED).first()
    if row is None:
        raise Http404(ref)
    return row


def named(viewer: Viewer, refs: Iterable[str]) -> list[Material]:
    """The materials of these references, in their order; 404 for one that the viewer may not see. One query."""
    wanted = [re.fullmatch(r"M-([0-9]{1,9})", ref.strip()) for ref in dict.fromkeys(refs)]
    if not all(wanted):
        raise Http404
    numbers = [int(match[1]) for match in wanted if match]
    found = {row.number: row for row in materials_for(viewer).filter(number__in=numbers).select_related(*RELATED)}
    if len(found) < len(numbers):
        raise Http404
    return [found[number] for number in numbers]


def table_for(viewer: Viewer, wanted: Wanted) -> QuerySet[Material]:
    """The materials asked for, newest first."""
    rows = _base(viewer, wanted)
    gone = HandoverItem.objects.filter(material=OuterRef("pk"))
    match wanted.where:
        case "out":
            rows = rows.filter(Exists(gone.filter(OUT)))
        case "handed":
            rows = rows.filter(Exists(gone))
        case "never":
            rows = rows.filter(~Exists(gone))
    return rows.select_related("unit", "paper").order_by("-number")


def counts_for(viewer: Viewer, wanted: Wanted) -> Counts:
    """Everything that is filtered except by where it is. One query."""
    gone = HandoverItem.objects.filter(material=OuterRef("pk"))
    told = _base(viewer, wanted).order_by().annotate(gone=Exists(gone), is_out=Exists(gone.filter(OUT)))
    found = told.aggregate(
        total=Count("pk"), out=Count("pk", filter=Q(is_out=True)), handed=Count("pk", filter=Q(gone=True))
    )
    return Counts(**found)


def _base(viewer: Viewer, wanted: Wanted) -> QuerySet[Material]:
    rows = materials_for(viewer)
    if wanted.round:
        rows = rows.filter(round__number=int(wanted.round[1:]))
    if wanted.unit:
        number = unit_number(wanted.unit)
        rows = rows.filter(Q(unit__number=number) | Q(unit__path__contains=f"/{number}/"))
    if wanted.carrier:
        rows = rows.filter(carrier=wanted.carrier)
    if wanted.form:
        rows = rows.filter(form=wanted.form)
    return rows.filter(matching(wanted.q)) if wanted.q.strip() else rows


def matching(words: str) -> Q:
    """Materials that contain every one of the words; `M-0012` names its material."""
    condition = Q()
    for word in words.split()[:8]:
        digits = word[2:] if word[:2].upper() == "M-" else ""
        named_so = Q(number=int(digits)) if digits.isdecimal() and len(digits) < 9 else Q(pk__in=[])
        fields = ("title", "period", "unit__name", "unit__short_name", "registered_number")
        for name in fields:
            named_so |= Q(**{f"{name}__icontains": word})
        condition &= named_so
    return condition


def gone(materials: Iterable[Material]) -> dict[int, Gone]:
    """Primary key → where each of these has been. One query."""
    rows = (
        HandoverItem.objects.filter(material__in=[material.pk for material in materials])
        .select_related("handover__round", "material", "request__lead_unit")
        .order_by("-handover__number", "number")
    )
    found: dict[int, list[HandoverItem]] = {}
    for item in rows:
        found.setdefault(item.material_id, []).append(item)
    return {key: Gone(tuple(items)) for key, items in found.items()}


def chain(material: Material, viewer: Viewer) -> list[Material]:
    """Every version of the same thing that the viewer may see, oldest first. One query a version, and there are few."""
    line = [material]
    while line[0].follows_id:
        line.insert(0, Material.objects.select_related("unit").get(pk=line[0].follows_id))
    while newer := Material.objects.filter(follows=line[-1]).select_related("unit").first():
        line.append(newer)
    return line if viewer.sees_all else [each for each in line if each.pk == material.pk or _sees(viewer, each)]


def _sees(viewer: Viewer, material: Material) -> bool:
    return any(material.unit.path.startswith(path) for path in viewer.paths)
