"""What that was already provided answers what is being asked, best first?

Rarest pairs of characters first, and never more than some ten thousand rows of the index, however many materials there
are. Plain SQL that SQLite and PostgreSQL both understand; `benchmarks/reuse.py` measures it.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import Count, Exists, OuterRef, QuerySet

from bihuan.desk.models import Answer, HandoverItem, Material, MaterialWord
from bihuan.desk.queries.materials import Gone, gone, materials_for
from bihuan.people.viewer import Viewer
from bihuan.reading.pairs import nearness, pairs, years
from bihuan.rounds.models import Round

LONGEST = 48
"""So many pairs of a text are looked up; a request says what it wants in its first line."""
COMMON = 2500
"""A pair that stands in more titles than this is not counted further."""
SEEDS = 1800
"""So many materials are looked at more closely: those with the rarest pairs, the newest where even these are many."""
TELLING = 10
"""So many pairs, the rarest, say which of them come nearest."""
CANDIDATES = 80
LEAST = 0.3
COUNT = "(SELECT COUNT(*) FROM (SELECT 1 FROM desk_materialword WHERE organisation_id = %s AND word = %s LIMIT %s) w)"
OVERTAKEN = 0.9
"""What a version is still worth that a newer one follows."""
SHOWN = 8


@dataclass(frozen=True)
class Match:
    """One material that may answer, how near it is, and where it has been."""

    material: Material
    score: float
    gone: Gone

    @property
    def times(self) -> int:
        return self.gone.times

    @property
    def last_at(self) -> datetime | None:
        return self.gone.last.handover.handed_at if self.gone.last else None

    @property
    def under(self) -> str:
        """The last list it went out under, and the request it answered, as a person says it: H-003 · R-014."""
        if not self.gone.last:
            return ""
        request = self.gone.last.request
        return f"{self.gone.last.handover.ref} · {request.ref}" if request else self.gone.last.handover.ref


def index_words(material: Material) -> list[str]:
    """What a material is found by: pairs of its title, its period and the name of its unit."""
    return list(pairs(material.title, material.period, material.unit.label))


def matches(viewer: Viewer, text: str, *, period: str = "", limit: int = SHOWN) -> list[Match]:
    """The materials this viewer may see that are nearest to the text. Four queries, whatever the number of rows."""
    asked = spread(viewer, list(pairs(text, period))[:LONGEST])
    found = _candidates(viewer, asked)
    wanted = years(text, period)
    scored = [(_score(row, asked, wanted), row) for row in found]
    near = sorted((each for each in scored if each[0] >= LEAST), key=lambda each: (-each[0], -each[1].number))[:limit]
    been = gone(row for _score_of, row in near)
    return [Match(row, score, been.get(row.pk, Gone())) for score, row in near]


def _score(row: Material, asked: dict[str, int], wanted: frozenset[int]) -> float:
    title = pairs(row.title, row.period, row.unit.label)
    near = nearness(asked, wanted, title, years(row.title, row.period))
    return near * OVERTAKEN if row.overtaken else near


def spread(viewer: Viewer, words: list[str]) -> dict[str, int]:
    """Pair → in how many titles of the organisation it stands, up to `COMMON` + 1. One query."""
    if not words:
        return {}
    values = [value for word in words for value in (viewer.organisation.pk, word, COMMON + 1)]
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + ", ".join([COUNT] * len(words)), values)
        return dict(zip(words, cursor.fetchone(), strict=True))


def _candidates(viewer: Viewer, asked: dict[str, int]) -> list[Material]:
    """The materials that share most of the telling pairs, the newest first among equals."""
    known = sorted((word for word, count in asked.items() if count), key=lambda word: asked[word])
    if not known:
        return []
    rows = MaterialWord.objects.filter(organisation=viewer.organisation)
    if not viewer.sees_all:
        rows = rows.filter(material__in=materials_for(viewer))
    near = rows.filter(word__in=known[:TELLING], material__in=_seeds(rows, asked, known))
    ranked = near.values("material").annotate(shared=Count("word")).order_by("-shared", "-material")
    keys = [row["material"] for row in ranked[:CANDIDATES]]
    newer = Material.objects.filter(follows=OuterRef("pk"))
    return list(Material.objects.filter(pk__in=keys).annotate(overtaken=Exists(newer)).select_related("unit"))


def _seeds(rows: QuerySet[MaterialWord], asked: dict[str, int], known: list[str]) -> QuerySet[MaterialWord]:
    """The materials that have one of the rarest pairs, as many pairs as the budget allows, at least one."""
    chosen, room = known[:1], SEEDS - asked[known[0]]
    for word in known[1:]:
        if asked[word] > room:
            break
        chosen.append(word)
        room -= asked[word]
    return rows.filter(word__in=chosen).order_by("-material").values("material")[:SEEDS]


def saved_by_reuse(viewer: Viewer, round: Round) -> int:
    """How often no unit had to be asked: requests answered from what was there, and materials sent out once more."""
    answered = Answer.objects.filter(request__round=round, request__organisation=viewer.organisation, reused=True)
    again = HandoverItem.objects.filter(handover__round=round, reissued=True, request__isnull=True)
    if not viewer.sees_all:
        answered = answered.filter(viewer.within("request__lead_unit__path"))
        again = again.filter(viewer.within("material__unit__path"))
    spared = again.order_by().values_list("handover", "material").distinct()
    return answered.order_by().values_list("request", "request").distinct().union(spared, all=True).count()
