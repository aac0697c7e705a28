"""What does the record say of the findings that a letter is about, and what may this person do to the letter?"""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils import timezone

from bihuan.ledger.models import Finding, Measure
from bihuan.people.viewer import Viewer
from bihuan.rules import letter as rules
from bihuan.rules.extension import Status as ExtensionStatus
from bihuan.rules.ladder import Ladder, skipped
from bihuan.rules.measure import Status as MeasureStatus
from bihuan.rules.people import Role, parts
from bihuan.rules.workdays import Calendar, between
from bihuan.watch.models import Letter
from bihuan.watch.queries.ladder import step_of
from bihuan.watch.shipped import ladder_shipped
from bihuan.writing.letter import LetterFact


def with_record(findings: QuerySet[Finding]) -> QuerySet[Finding]:
    """The findings with their measures, the proofs of each counted, and their extensions: three queries."""
    measures = Measure.objects.annotate(proofs=Count("evidence")).order_by("number")
    return findings.select_related("lead_unit", "round").prefetch_related(
        Prefetch("measures", queryset=measures), "extensions"
    )


def facts_of(findings: Iterable[Finding], *, today: date, calendar: Calendar) -> list[LetterFact]:
    """Of findings that came through `with_record`."""
    return [_fact(each, today, calendar) for each in findings]


def _fact(finding: Finding, today: date, calendar: Calendar) -> LetterFact:
    measures = list(finding.measures.all())
    undone = [each for each in measures if each.status == MeasureStatus.OPEN]
    moved = [each.status for each in finding.extensions.all() if each.measure_id is None]
    return LetterFact(
        ref=finding.ref,
        text=finding.text,
        since=timezone.localdate(finding.raised_at).isoformat(),
        deadline=finding.deadline.isoformat() if finding.deadline else "",
        due=finding.due.isoformat() if finding.due else "",
        late=late(finding, today, calendar),
        measures=len(measures),
        open=len(undone),
        unproved=sum(not getattr(each, "proofs", 0) for each in measures),
        granted=moved.count(ExtensionStatus.APPROVED.value),
        refused=moved.count(ExtensionStatus.REFUSED.value),
        promised=tuple(_promise(each) for each in undone),
    )


def _promise(measure: Measure) -> str:
    """`修订办法（镇财政所，2026-06-30）`."""
    said = "，".join(filter(None, (measure.who, measure.due.isoformat() if measure.due else "")))
    return f"{measure.text.rstrip('。')}（{said}）" if said else measure.text.rstrip("。")


def late(finding: Finding, today: date, calendar: Calendar) -> int:
    """Working days since the date that holds; negative before it."""
    return between(finding.due, today, calendar) if finding.due else 0


def reached(findings: Iterable[Finding], ladder: Ladder) -> dict[int, int]:
    """Finding → how many steps of the ladder it has behind it. One query."""
    sent = Letter.objects.filter(
        findings__in=[each.pk for each in findings], ladder=ladder.name, status__in=[each.value for each in rules.SENT]
    )
    names: dict[int, set[str]] = {}
    for pk, step in sent.order_by().values_list("findings", "step"):
        names.setdefault(pk, set()).add(step)
    return {pk: ladder.reached(steps) for pk, steps in names.items()}


def skips(letter: Letter) -> bool:
    """Whether a step is left out towards one of its findings at least."""
    findings, ladder = list(letter.findings.all()), ladder_shipped(letter.ladder)
    behind = reached(findings, ladder)
    return any(skipped(ladder, letter.step, behind.get(each.pk, 0)) for each in findings)


def approver_parts(letter: Letter, viewer: Viewer) -> frozenset[Role]:
    """The parts of this viewer towards the unit of the letter; the reviewer's among them where he or she approves."""
    found = parts(viewer.posts, lead_path=letter.unit.path)
    return found | {Role.REVIEWER} if step_of(letter).approver in found else found


def letter_facts(letter: Letter, viewer: Viewer, *, today: date, note: str = "") -> rules.Facts:
    """The facts about one letter and one viewer: two queries while it is a draft, one after that."""
    step, draft = step_of(letter), letter.status == rules.Status.DRAFT
    return rules.Facts(
        status=rules.Status(letter.status),
        parts=approver_parts(letter, viewer),
        note=note,
        drafted=letter.drafted_by_id == viewer.account.pk,
        findings=len(letter.facts),
        has_text=bool(letter.text.strip()),
        skips=draft and skips(letter),
        says_why=bool(letter.skip_reason.strip()),
        new_term=step.new_term,
        term_ahead=letter.term is not None and letter.term > today,
        in_person=step.in_person,
        wants_answer=step.answer_days > 0,
    )


def open_findings(viewer: Viewer, unit: int | None = None) -> Q:
    """Findings that a letter may be about: led by a unit, and not closed."""
    held = Q(organisation=viewer.organisation, lead_unit__isnull=False) & ~Q(status="closed")
    return held & Q(lead_unit=unit) if unit else held
