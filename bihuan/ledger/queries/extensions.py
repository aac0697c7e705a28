"""What has been asked and granted about the dates of a finding, and which askings wait for this viewer's word?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, QuerySet
from django.http import Http404

from bihuan.ledger.models import Extension, Finding, Measure
from bihuan.ledger.models.extension import Kind
from bihuan.ledger.queries.facts import parts_of
from bihuan.ledger.queries.findings import findings_for
from bihuan.people.viewer import Viewer
from bihuan.rounds.queries import ruleset_of
from bihuan.rules import extension as rules
from bihuan.rules.finding import Status as FindingStatus
from bihuan.rules.life import Offer, Refusal
from bihuan.rules.measure import Status as MeasureStatus
from bihuan.rules.people import Role

MOST = 200


@dataclass(frozen=True)
class ExtensionCard:
    """One asking with what this viewer may do to it."""

    row: Extension
    offers: tuple[Offer[rules.Move], ...]


@dataclass(frozen=True)
class ExtensionsCard:
    """All askings about one finding and its measures, and what the viewer might ask about."""

    rows: tuple[ExtensionCard, ...]
    measures: tuple[Measure, ...]
    """The measures whose date this viewer may ask to move."""
    barred: Refusal | None
    """Why the deadline of the finding itself may not be asked about, or None where it may."""
    is_told: bool
    """Whether that reason is of use to this viewer: somebody of the unit, while the work goes on."""

    @property
    def can_ask(self) -> bool:
        return self.barred is None or bool(self.measures)


def extensions_card(finding: Finding, viewer: Viewer, *, today: date) -> ExtensionsCard:
    """Of a gathered finding: one query for the askings, whatever their number."""
    parts = parts_of(finding, viewer)
    rows = list(finding.extensions.select_related("measure", "asked_by", "decided_by"))
    offered = [ExtensionCard(row, rules.offers(extension_facts(row, parts, viewer, today=today))) for row in rows]
    limits = ruleset_of(finding.round).limits
    facts = [(m, asking(finding, m, rows, parts, today=today)) for m in finding.measures.all()]
    measures = [measure for measure, each in facts if rules.bar(each, limits) is None]
    barred = rules.bar(asking(finding, None, rows, parts, today=today), limits)
    is_told = barred is not None and barred.kind != "who" and FindingStatus(finding.status) in rules.ASKING
    return ExtensionsCard(tuple(offered), tuple(measures), barred, is_told)


def asking(
    finding: Finding, measure: Measure | None, askings: Iterable[Extension], parts: frozenset[Role], *, today: date
) -> rules.Asking:
    """The facts for asking about the finding's own date, or about that of one of its measures."""
    status = FindingStatus(finding.status)
    about = [each for each in askings if each.measure_id == (measure.pk if measure else None)]
    if measure:
        open_ = status is FindingStatus.RECTIFYING and measure.status == MeasureStatus.OPEN
    else:
        open_ = status in rules.ASKING
    return rules.Asking(
        parts,
        today,
        open_,
        original=(measure or finding).deadline,
        due=(measure or finding).due,
        granted=sum(each.status == rules.Status.APPROVED and each.kind == Kind.ASKED for each in about),
        pending=any(each.status == rules.Status.ASKED for each in about),
    )


def extension_facts(
    row: Extension, parts: frozenset[Role], viewer: Viewer, *, today: date, note: str = ""
) -> rules.Facts:
    """The facts about one asking, whose finding and measure are at hand, and one viewer."""
    running = FindingStatus(row.finding.status) in rules.RUNNING
    return rules.Facts(
        status=rules.Status(row.status),
        parts=parts,
        note=note,
        level=Role(row.level),
        asked=row.asked_by_id == viewer.account.pk,
        running=running and (row.measure is None or row.measure.status == MeasureStatus.OPEN),
        ahead=row.wanted >= today,
    )


def extension_for(finding: Finding, number: int) -> Extension:
    """One asking about a finding that the viewer may see, or Http404."""
    row = finding.extensions.filter(number=number).select_related("measure").first()
    if row is None:
        raise Http404
    row.finding = finding
    return row


def extensions_waiting(viewer: Viewer) -> QuerySet[Extension]:
    """The askings on which this viewer is the one to decide, those whose date runs out first."""
    rows = Extension.objects.filter(
        _mine(viewer),
        status=rules.Status.ASKED.value,
        finding__status__in=[status.value for status in rules.RUNNING],
        finding__in=findings_for(viewer),
    )
    for post in viewer.posts:
        if post.role in rules.UNIT:
            rows = rows.exclude(finding__lead_unit__path__startswith=post.path)
    related = ("measure", "asked_by", "finding__lead_unit", "finding__leader")
    return rows.exclude(asked_by=viewer.account).select_related(*related).order_by("due", "finding__number", "number")


def _mine(viewer: Viewer) -> Q:
    """Short ones of the findings whose leader's part is this viewer's; for the first responsible all long ones too.

    One that the leader asked for in person goes to the first responsible, whatever its length.
    """
    led = Q(finding__leader=viewer.account)
    for post in viewer.posts:
        for path in post.charge:
            led |= Q(finding__leader__isnull=True, finding__lead_unit__path__startswith=path)
    short = Q(level=Role.LEADER.value) & led
    if Role.FIRST not in viewer.roles:
        return short
    return short | Q(level=Role.FIRST.value) | Q(finding__leader__isnull=True) | Q(asked_by=F("finding__leader"))
