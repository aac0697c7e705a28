"""How is a standing measure proved: what was asked for and given, what may this viewer do, and what was missed?"""

from dataclasses import dataclass
from datetime import date

from bihuan.ledger.models import Finding, Standing, StandingProof
from bihuan.ledger.queries.facts import parts_of
from bihuan.people.models import Organisation
from bihuan.people.viewer import Viewer
from bihuan.rules import standing as rules
from bihuan.rules.finding import Status as FindingStatus
from bihuan.rules.life import Offer
from bihuan.rules.standing import Dot, Move, Proof, Status


@dataclass(frozen=True)
class ProofCard:
    """One date of the rhythm as it looks today."""

    row: StandingProof
    dot: Dot


@dataclass(frozen=True)
class StandingCard:
    """The rhythm of one finding: its dates, the one that is asked for now, and what this viewer may do."""

    row: Standing | None
    status: Status
    dots: tuple[ProofCard, ...]
    asked: StandingProof | None
    offers: tuple[Offer[Move], ...]

    @property
    def is_shown(self) -> bool:
        return self.row is not None or bool(self.offers)


def standing_card(finding: Finding, viewer: Viewer, *, today: date) -> StandingCard:
    """Of a gathered finding: two queries at most, and one for the papers, whatever the number of dates."""
    row = Standing.objects.filter(finding=finding).first()
    proofs = list(row.proofs.select_related("given_by").prefetch_related("papers")) if row else []
    asked = next((each for each in proofs if each.status == Proof.ASKED), None)
    said = _facts(finding, row, asked, viewer, today=today, papers=1)
    dots = tuple(ProofCard(each, rules.dot(Proof(each.status), each.due, today=today)) for each in proofs)
    offered = rules.offers(said) if said.closed else ()
    return StandingCard(row, said.status, dots, asked, offered)


def standing_facts(
    finding: Finding, row: Standing | None, viewer: Viewer, *, today: date, note: str = "", papers: int = 0
) -> rules.Facts:
    return _facts(finding, row, asked_of(row), viewer, today=today, note=note, papers=papers)


def _facts(
    finding: Finding,
    row: Standing | None,
    asked: StandingProof | None,
    viewer: Viewer,
    *,
    today: date,
    note: str = "",
    papers: int,
) -> rules.Facts:
    return rules.Facts(
        status=Status(row.status) if row else Status.NONE,
        parts=parts_of(finding, viewer),
        note=note,
        closed=finding.status == FindingStatus.CLOSED,
        turn_begun=asked is None or asked.number == 1 or asked.start < today,
        papers=papers,
    )


def standing_of(finding: Finding) -> Standing | None:
    return Standing.objects.filter(finding=finding).first()


def asked_of(row: Standing | None) -> StandingProof | None:
    """The date for which proof is asked for now."""
    return row.proofs.filter(status=Proof.ASKED.value).first() if row else None


def missed_by(organisation: Organisation, *, today: date) -> list[StandingProof]:
    """The dates whose grace is over and nothing was given: found by the sweep, the oldest first."""
    rows = StandingProof.objects.filter(
        status=Proof.ASKED.value, until__lt=today, standing__finding__organisation=organisation
    )
    # The due day comes first, so that the index of what is asked for by day is used.
    return list(rows.filter(due__lt=today).select_related("standing__finding").order_by("due", "pk"))
