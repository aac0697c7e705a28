"""Everything the page of one finding shows, read once: the record, whose turn it is, what may be done, the timeline."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from bihuan.ledger.models import Dispute, Finding, Measure
from bihuan.ledger.queries.extensions import ExtensionsCard, extensions_card
from bihuan.ledger.queries.facts import GATHERED, early, facts, measure_facts
from bihuan.ledger.queries.findings import finding_for
from bihuan.ledger.queries.passes import Hands, hands
from bihuan.ledger.queries.reasons import Grounds, grounds, why_due, why_measure_due
from bihuan.ledger.queries.standing import StandingCard, standing_card
from bihuan.people.viewer import Viewer
from bihuan.rules import finding as rules
from bihuan.rules import measure as measure_rules
from bihuan.rules.finding import Move, Status
from bihuan.rules.life import Check, Offer
from bihuan.rules.people import NAMES, Role
from bihuan.say import Say, say
from bihuan.trail.models import Line
from bihuan.trail.queries import lines_of

EDITS = frozenset({Move.DRAFT_PLAN, Move.WORK, Move.ASSIGN, Move.ADJUST})
"""Moves that are forms on the page, not buttons."""
GOALS: Mapping[Status, Move] = {Status.CLAIMED: Move.SUBMIT_PLAN, Status.RECTIFYING: Move.APPLY}
"""The move whose gates are shown as the checklist in each status."""


@dataclass(frozen=True)
class MeasureCard:
    """One measure with what may be done to it; `early` are its proofs dated before the feedback and unexplained."""

    row: Measure
    offers: tuple[Offer[measure_rules.Move], ...]
    early: frozenset[int]
    why_due: tuple[Say, ...]


@dataclass(frozen=True)
class FindingCard:
    """A finding as one viewer sees it."""

    finding: Finding
    facts: rules.Facts
    holder: str
    """Who has the ball, in words that name a unit or a person where there is one; a Say otherwise."""
    next_step: Say
    why_due: tuple[Say, ...]
    """Line by line, why the time limit is the day that it is."""
    offers: tuple[Offer[Move], ...]
    edits: frozenset[Move]
    checklist: tuple[Check, ...]
    goal: Move | None
    measures: tuple[MeasureCard, ...]
    extensions: ExtensionsCard
    standing: StandingCard
    hands: Hands
    disputes: tuple[Dispute, ...]
    lines: tuple[Line, ...]


NEXT: Mapping[Status, Say] = {
    Status.UNCLAIMED: say("由牵头单位负责人认领，或提出异议。"),
    Status.DISPUTED: say("由整改办处理异议，确定责任单位。"),
    Status.CLAIMED: say("写明原因、目标和措施，提交方案。"),
    Status.PLANNED: say("由责任领导审核方案。"),
    Status.RECTIFYING: say("落实措施，附佐证材料，完成后申请销号。"),
    Status.UNDER_REVIEW: say("由本级审核人审核销号申请。"),
    Status.CLOSED: say("已经销号。发现反弹时可以重新整改。"),
}


def next_step(asked: rules.Facts) -> Say:
    """The one next step in a line."""
    if asked.status is Status.UNCLAIMED and not asked.assigned:
        return say("由整改办分派牵头单位。")
    if asked.status is Status.DISPUTED and rules.bounced_enough(asked):
        return say("已两次提出异议，由责任领导裁定责任单位。")
    return NEXT[asked.status]


def finding_card(viewer: Viewer, ref: str, *, now: datetime) -> FindingCard:
    """The card, or Http404. A fixed number of queries, whatever the number of measures and proofs."""
    finding = finding_for(viewer, ref)
    _prefetch(finding)
    asked = facts(finding, viewer)
    offered = rules.offers(asked)
    goal = GOALS.get(asked.status)
    extensions = extensions_card(finding, viewer, today=timezone.localdate(now))
    dated = grounds(finding, [each.row for each in extensions.rows])
    return FindingCard(
        finding=finding,
        facts=asked,
        holder=holder_words(finding),
        next_step=next_step(asked),
        why_due=why_due(finding, dated),
        offers=tuple(offer for offer in offered if offer.move not in EDITS),
        edits=frozenset(offer.move for offer in offered if offer.move in EDITS and offer.refusal is None),
        checklist=rules.checklist(goal, asked) if goal else (),
        goal=goal,
        measures=tuple(_measure(row, finding, viewer, dated) for row in finding.measures.all()),
        extensions=extensions,
        standing=standing_card(finding, viewer, today=timezone.localdate(now)),
        hands=hands(finding, now=now),
        disputes=tuple(finding.disputes.all()),
        lines=tuple(lines_of(finding.organisation.code, finding.ref)[:200]),
    )


def _prefetch(finding: Finding) -> None:
    from django.db.models import prefetch_related_objects

    more = ("disputes__suggested_unit", "disputes__unit", "disputes__decided_unit", "progress__by", "progress__measure")
    prefetch_related_objects([finding], *GATHERED, *more, "closeouts__applied_by", "closeouts__approvals__by",
                             "round__rule_changes")  # fmt: skip
    for measure in finding.measures.all():
        measure.finding = finding


def _measure(row: Measure, finding: Finding, viewer: Viewer, dated: Grounds) -> MeasureCard:
    offered = measure_rules.offers(measure_facts(row, finding, viewer))
    feedback = finding.round.feedback_on
    unexplained = frozenset(p.pk for p in row.evidence.all() if early(p, feedback))
    return MeasureCard(row, offered, unexplained, why_measure_due(row, dated))


def holder_words(finding: Finding) -> str | Say:
    """Who has the ball: the lead unit, the leader by name, or the part where no one is named."""
    if finding.holder == Role.HEAD and finding.lead_unit:
        return finding.lead_unit.label
    if finding.holder == Role.LEADER and finding.leader:
        return finding.leader.name
    return NAMES[Role(finding.holder)] if finding.holder else say("无")
