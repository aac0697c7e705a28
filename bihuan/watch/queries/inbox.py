"""What was somebody told, what of it is still so, and where does it lead?

A notice is a record and stays as it was. Beside each thing the page says how it stands now: what was closed, given to
another or moved since is not held up to its reader again.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db.models import Count, Model, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from bihuan.desk.queries.requests import DUE, requests_for
from bihuan.ledger.models import Measure, StandingProof
from bihuan.ledger.queries.findings import findings_for
from bihuan.people.viewer import Viewer
from bihuan.rules.finding import Status as FindingStatus
from bihuan.rules.letter import UNANSWERED
from bihuan.rules.measure import Status as MeasureStatus
from bihuan.rules.request_time import OVER
from bihuan.rules.ruleset import TERMS
from bihuan.rules.standing import Proof
from bihuan.say import Say, say
from bihuan.watch.models import Notice
from bihuan.watch.queries.digest import Item
from bihuan.watch.queries.ladder import step_of
from bihuan.watch.queries.letters import letters_for

M = TypeVar("M", bound=Model)
PER_PAGE = 20
Still = dict[tuple[str, str], Say | str]
"""(reference, date) → wording."""
KINDS: dict[str, Say] = {
    "finding": say("反馈问题"),
    "measure": say("整改措施"),
    "standing": say("长期坚持佐证"),
    "request": say("联络事项"),
    "prepared": say("提前准备"),
    "delivery": say("传达学习"),
    "sheet": say("自查清单"),
    "letter": say("督办文书答复"),
    "milestone": say("轮次节点"),
}

WATCHED = frozenset({"finding", "measure", "standing", "request", "letter"})
"""Kinds of which the page says whether they are still so."""


@dataclass(frozen=True)
class Line:
    """One thing of a notice as its page shows it."""

    ref: str
    kind: Say
    title: Say | str
    """Its wording as it is now, where the reader may see it."""
    on: date
    colour: str
    url: str
    is_over: bool
    """It is closed, in other hands, or due at another time now."""


@dataclass(frozen=True)
class Entry:
    notice: Notice
    lines: tuple[Line, ...]

    @property
    def more(self) -> int:
        """How many things it counts and does not name."""
        return self.notice.count - len(self.lines)


def notices_for(viewer: Viewer) -> QuerySet[Notice]:
    """What this person was told; nobody reads another's."""
    return Notice.objects.filter(account=viewer.account.pk)


def notice_for(viewer: Viewer, key: str) -> Notice:
    """One notice by what it is about, or 404."""
    row = notices_for(viewer).filter(key=key).first()
    if row is None:
        raise Http404(key)
    return row


def unread(viewer: Viewer) -> int:
    return notices_for(viewer).filter(read_at__isnull=True).count()


def with_unread(rows: QuerySet[M], viewer: Viewer) -> QuerySet[M]:
    """Any rows, each with `unread`: for the frame of a page, which asks for something else anyway."""
    mine = notices_for(viewer).filter(read_at__isnull=True).order_by().values("account")
    return rows.annotate(unread=Coalesce(Subquery(mine.annotate(n=Count("pk")).values("n")), 0))


def entries(viewer: Viewer, notices: Iterable[Notice]) -> list[Entry]:
    """The notices of one page with how everything in them stands now: five queries at most."""
    rows = list(notices)
    items = [item for row in rows for item in row.items]
    still = _still(viewer, items)
    return [Entry(row, tuple(_line(item, still) for item in row.items)) for row in rows]


def _still(viewer: Viewer, items: list[Item]) -> Still:
    """What is open, in sight, and still due on that date, with its wording."""
    named: dict[str, set[int]] = defaultdict(set)
    for item in items:
        named[item["kind"]].add(_number(item["ref"]))
    found: Still = {}
    if named["finding"]:
        rows = findings_for(viewer).filter(number__in=named["finding"]).exclude(status=FindingStatus.CLOSED.value)
        found |= {
            (f"F-{number:03d}", str(due)): text for number, due, text in rows.values_list("number", "due", "text")
        }
    if named["measure"]:
        findings = findings_for(viewer).filter(number__in=named["measure"], status=FindingStatus.RECTIFYING.value)
        measures = Measure.objects.filter(finding__in=findings, status=MeasureStatus.OPEN.value)
        columns = measures.values_list("finding__number", "number", "due", "text")
        found |= {(f"F-{finding:03d}-{number}", str(due)): text for finding, number, due, text in columns}
    if named["standing"]:
        findings = findings_for(viewer).filter(number__in=named["standing"])
        asked = StandingProof.objects.filter(status=Proof.ASKED.value, standing__finding__in=findings)
        columns = asked.values_list("standing__finding__number", "due", "standing__finding__text")
        found |= {(f"F-{number:03d}", str(due)): text for number, due, text in columns}
    if named["request"]:
        requests = requests_for(viewer).filter(number__in=named["request"]).exclude(status__in=[s.value for s in OVER])
        moments = requests.annotate(due_now=DUE).values_list("number", "due_now", "text")
        found |= {(f"R-{number:03d}", str(timezone.localdate(due))): text for number, due, text in moments}
    if named["letter"]:
        letters = letters_for(viewer).filter(number__in=named["letter"], status__in=[s.value for s in UNANSWERED])
        found |= {(row.ref, str(row.answer_due)): step_of(row).title for row in letters}
    return found


def _number(ref: str) -> int:
    """`F-012-1` → 12, `R1/plan_due` → 0."""
    number = ref.partition("-")[2].partition("-")[0]
    return int(number) if number.isdecimal() else 0


def _line(item: Item, still: Still) -> Line:
    watched = item["kind"] in WATCHED
    head, _, name = item["ref"].partition("/")
    is_milestone = item["kind"] == "milestone"
    return Line(
        ref=head if is_milestone else item["ref"],
        kind=KINDS[item["kind"]],
        title=TERMS.get(name, "") if is_milestone else still.get((item["ref"], item["on"]), ""),
        on=date.fromisoformat(item["on"]),
        colour=item["colour"],
        url=_url(item["kind"], item["ref"]),
        is_over=watched and (item["ref"], item["on"]) not in still,
    )


def _url(kind: str, ref: str) -> str:
    head, _, rest = ref.partition("/")
    match kind:
        case "measure":
            finding, _, number = ref.rpartition("-")
            return f"{reverse('finding', kwargs={'ref': finding})}#measure-{number}"
        case "standing":
            return f"{reverse('finding', kwargs={'ref': ref})}#standing"
        case "sheet":
            return reverse("checksheet", kwargs={"ref": head, "unit": rest})
        case "prepared":
            return reverse("prepared_item", kwargs={"ref": ref})
        case "delivery":
            return reverse("distribution", kwargs={"ref": ref})
        case "milestone":
            return reverse("round", kwargs={"ref": head})
    return reverse(kind, kwargs={"ref": ref})
