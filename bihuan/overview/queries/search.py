"""Where do these words occur? In findings, measures, papers and units, as far as this viewer may see them.

Plain substring search: right for Chinese words of one and two characters, and quick enough at ten thousand findings
(`benchmarks/README.md`). A reference (F-012, U-003, P-0007) names its thing.
"""

from dataclasses import dataclass

from django.db.models import Q

from bihuan.ledger.models import Evidence, Finding, Measure
from bihuan.ledger.queries.findings import findings_for
from bihuan.ledger.queries.table import matching
from bihuan.papers.models import Paper
from bihuan.papers.queries import papers_for
from bihuan.people.models import Unit
from bihuan.people.queries import units_for
from bihuan.people.viewer import Viewer

MOST = 30


@dataclass(frozen=True)
class Found:
    """The first hits of each kind; `more` tells for which kinds there are others."""

    findings: tuple[Finding, ...] = ()
    measures: tuple[Measure, ...] = ()
    proofs: tuple[Evidence, ...] = ()
    papers: tuple[Paper, ...] = ()
    units: tuple[Unit, ...] = ()
    more: frozenset[str] = frozenset()

    @property
    def is_empty(self) -> bool:
        return not (self.findings or self.measures or self.proofs or self.papers or self.units)


def search_for(viewer: Viewer, words: str) -> Found:
    """One query per kind; nothing for empty words."""
    terms = words.split()[:8]
    if not terms:
        return Found()
    visible = findings_for(viewer)
    hits = {
        "findings": visible.filter(matching(words)).select_related("lead_unit", "leader").order_by("-number"),
        "measures": Measure.objects.filter(_all(terms, "text"), finding__in=visible).select_related("finding"),
        "proofs": Evidence.objects.filter(_all(terms, "title"), measure__finding__in=visible).select_related(
            "measure__finding", "paper"
        ),
        "papers": papers_for(viewer).filter(_all(terms, "name") | _numbered(words, "P-")),
        "units": units_for(viewer).filter(_all(terms, "name") | _numbered(words, "U-")),
    }
    rows = {kind: tuple(found[: MOST + 1]) for kind, found in hits.items()}
    more = frozenset(kind for kind, found in rows.items() if len(found) > MOST)
    return Found(**{kind: found[:MOST] for kind, found in rows.items()}, more=more)


def _all(terms: list[str], field: str) -> Q:
    condition = Q()
    for term in terms:
        condition &= Q(**{f"{field}__icontains": term})
    return condition


def _numbered(words: str, head: str) -> Q:
    """The thing that a whole reference names, or nothing."""
    digits = words.strip().upper().removeprefix(head)
    named = words.strip().upper().startswith(head) and digits.isdecimal() and len(digits) < 9
    return Q(number=int(digits)) if named else Q(pk__in=[])
