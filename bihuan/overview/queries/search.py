"""Where do these words occur? In findings, measures, papers, units and the desk, as far as this viewer may see them.

Never in interviews: their names are sealed, and not even their remarks are looked through.

Plain substring search: right for Chinese words of one and two characters, and quick enough at ten thousand findings
(`benchmarks/README.md`). A reference (F-012, R-014, M-0031,
U-003, P-0007) names its thing.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from bihuan.desk.models import Errand, Material, Request, Visit
from bihuan.desk.queries import board
from bihuan.desk.queries.errands import errands_for
from bihuan.desk.queries.materials import materials_for
from bihuan.desk.queries.requests import requests_for
from bihuan.desk.queries.visits import visits_for
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
    requests: tuple[Request, ...] = ()
    materials: tuple[Material, ...] = ()
    visits: tuple[Visit, ...] = ()
    errands: tuple[Errand, ...] = ()
    more: frozenset[str] = frozenset()

    @property
    def is_empty(self) -> bool:
        return not any(getattr(self, kind) for kind in self.__dataclass_fields__ if kind != "more")


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
        **_on_the_desk(viewer, words, terms),
    }
    rows = {kind: tuple(found[: MOST + 1]) for kind, found in hits.items()}
    more = frozenset(kind for kind, found in rows.items() if len(found) > MOST)
    return Found(**{kind: found[:MOST] for kind, found in rows.items()}, more=more)


def _on_the_desk(viewer: Viewer, words: str, terms: list[str]) -> dict[str, QuerySet[Any]]:
    """Requests, materials, visits and errands; each by the filter of its own noun."""
    visits = visits_for(viewer).filter(_all(terms, "unit__name") | _all(terms, "prepare") | _numbered(words, "V-"))
    materials = materials_for(viewer).filter(_all(terms, "title") | _numbered(words, "M-"))
    return {
        "requests": requests_for(viewer).filter(board.matching(words)).select_related("lead_unit").order_by("-number"),
        "materials": materials.select_related("unit").order_by("-number"),
        "visits": visits.select_related("unit").order_by("-starts_at"),
        "errands": errands_for(viewer).filter(_all(terms, "title") | _numbered(words, "E-")).order_by("-number"),
    }


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
