"""Is a document a new version of one whose rows were confirmed, and what changed since: new, reworded, gone?

What is being worked on stays as it is. Unchanged rows are dropped beside their finding; of a reworded one a person
decides; what is gone is only listed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from bihuan.ledger.models import DraftRow, Finding, Intake
from bihuan.reading.versions import Partner, compare
from bihuan.rounds.models import Round
from bihuan.rules.intake import Status

Place, Change = DraftRow.Place, DraftRow.Change


@dataclass(frozen=True)
class Versions:
    """A reading beside what was confirmed before it."""

    earlier: Intake
    new: int
    same: int
    reworded: int
    undecided: int
    gone: tuple[Finding, ...]


def follow(rows: Sequence[DraftRow], texts: Mapping[int, str], round: Round, kind: str) -> Intake | None:
    """Mark the rows that say again what was confirmed. Returns the first reading of the document, if there was one.

    It is the same document if at least half of what was confirmed of it is found again.
    """
    drafted = [row for row in rows if row.place == Place.ROW]
    first = Intake.objects.filter(round=round, kind=kind, status=Status.CONFIRMED.value, follows=None)
    for root in first.order_by("-number"):
        known = list(confirmed_of(root))
        partners = _partners(known, drafted, texts)
        if known and 2 * len(partners) >= len(known):
            _mark(drafted, known, partners)
            return root
    return None


def confirmed_of(root: Intake) -> QuerySet[Finding]:
    """The findings that came of a document, of its first reading and of those of its later versions."""
    confirmed = Intake.objects.filter(Q(pk=root.pk) | Q(follows=root), status=Status.CONFIRMED.value)
    condition = Q(pk__in=[])
    for first, last in confirmed.values_list("first_finding", "last_finding"):
        condition |= Q(number__gte=first, number__lte=last)
    return Finding.objects.filter(condition, round=root.round_id).order_by("number")


def _partners(known: list[Finding], drafted: list[DraftRow], texts: Mapping[int, str]) -> dict[int, Partner]:
    """First by the stretch of the original, which stays the same where a person put the row right; then by wording."""
    quotes = compare([each.source_quote for each in known], [_quote(row, texts) for row in drafted])
    same = {new: partner for new, partner in quotes.items() if partner.alike == 1}
    old = [place for place in range(len(known)) if place not in {partner.place for partner in same.values()}]
    new = [place for place in range(len(drafted)) if place not in same]
    near = compare([known[place].text for place in old], [drafted[place].text for place in new])
    return same | {new[place]: Partner(old[found.place], found.alike) for place, found in near.items()}


def _quote(row: DraftRow, texts: Mapping[int, str]) -> str:
    return "\n".join(texts[block][start:end] for block, start, end in row.spans if block in texts)


def _mark(drafted: list[DraftRow], known: list[Finding], partners: Mapping[int, Partner]) -> None:
    for place, partner in partners.items():
        row = drafted[place]
        row.finding = known[partner.place]
        row.change = Change.SAME if partner.alike == 1 else Change.REWORDED
        row.place = Place.DROPPED


def versions_of(intake: Intake, changes: Sequence[tuple[str, str]]) -> Versions | None:
    """What changed, from the place and the change of every row; None for a document that is no new version."""
    if intake.follows is None:
        return None
    again = intake.rows.filter(finding__isnull=False).values("finding")
    counted = [change for _, change in changes]
    return Versions(
        earlier=intake.follows,
        new=sum(place == Place.ROW and not change for place, change in changes),
        same=counted.count(Change.SAME),
        reworded=sum(change in (Change.REWORDED, Change.NOTED, Change.LEFT) for change in counted),
        undecided=sum((place, change) == (Place.DROPPED, Change.REWORDED) for place, change in changes),
        gone=tuple(confirmed_of(intake.follows).exclude(pk__in=again).exclude(_own(intake))),
    )


def _own(intake: Intake) -> Q:
    """The findings that this very reading has made."""
    if intake.first_finding is None:
        return Q(pk__in=[])
    return Q(number__gte=intake.first_finding, number__lte=intake.last_finding)
