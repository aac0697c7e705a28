"""What do the rules need to know about a finding and a person? Gathered here from locked or read rows, nowhere else."""

from datetime import date

from django.db.models import prefetch_related_objects

from bihuan.ledger.models import CloseOut, Evidence, Finding, Measure
from bihuan.people.models import Post
from bihuan.people.viewer import Viewer
from bihuan.rules import finding as rules
from bihuan.rules import measure as measure_rules
from bihuan.rules.measure import Kind, is_early, numbers_missing, rule_proof_complete
from bihuan.rules.people import Role, lies_in, parts

GATHERED = ("measures__kinds", "measures__evidence__paper", "supports__unit", "closeouts__approvals")
"""What `facts` walks over. Six queries for one finding, none when prefetched already."""


def gather(finding: Finding) -> Finding:
    """The finding with everything that `facts` needs."""
    prefetch_related_objects([finding], *GATHERED)
    return finding


def pending(finding: Finding) -> CloseOut | None:
    """The application that is being reviewed. Reads what was prefetched."""
    return next((c for c in finding.closeouts.all() if c.outcome == CloseOut.Outcome.PENDING), None)


def level_role(finding: Finding) -> Role | None:
    """The role of the chain's level whose turn it is, or None where nothing is under review."""
    application = pending(finding)
    return Role(application.chain[application.level]) if application else None


def parts_of(finding: Finding, viewer: Viewer) -> frozenset[Role]:
    """The parts that this viewer plays towards this finding, the reviewer's part included."""
    found = parts(
        viewer.posts,
        lead_path=finding.lead_unit.path if finding.lead_unit else "",
        support_paths=tuple(support.unit.path for support in finding.supports.all()),
        leads_it=finding.leader_id == viewer.account.pk,
        leader_named=finding.leader_id is not None,
    )
    return found | {Role.REVIEWER} if level_role(finding) in found else found


def early(proof: Evidence, feedback: date | None) -> bool:
    """Whether this proof is dated before the feedback and nobody has explained why."""
    return is_early(proof.document_date, feedback) and not proof.explanation.strip()


def lacks_rule_facts(proof: Evidence) -> bool:
    return proof.is_rule and not rule_proof_complete(proof.meeting, proof.approval, proof.issue_number)


def incomplete(measure: Measure) -> bool:
    """Whether a measure lacks what, who, by when, or the proof it will leave."""
    return not (measure.text.strip() and measure.who.strip() and measure.due and measure.proof_expected.strip())


def numbers_lacking(measure: Measure) -> int:
    return numbers_missing({Kind(kind.kind): kind.number for kind in measure.kinds.all()})


def facts(finding: Finding, viewer: Viewer, *, note: str = "", signed_name: str | None = None) -> rules.Facts:
    """The facts about one finding and one viewer. `signed_name=None` asks before anything was typed."""
    measures = list(finding.measures.all())
    proofs = [proof for measure in measures for proof in measure.evidence.all()]
    feedback = finding.round.feedback_on
    application = pending(finding)
    opinions = list(application.approvals.all()) if application else []
    return rules.Facts(
        status=rules.Status(finding.status),
        parts=parts_of(finding, viewer),
        note=note,
        assigned=finding.lead_unit_id is not None,
        immediate=finding.immediate,
        disputes=finding.disputes_count,
        settled_finally=finding.settled_finally,
        has_cause=bool(finding.cause.strip()),
        has_goal=bool(finding.goal.strip()),
        measures=len(measures),
        measures_incomplete=sum(incomplete(m) for m in measures),
        measures_open=sum(m.status == measure_rules.Status.OPEN for m in measures),
        measures_without_proof=sum(not m.evidence.all() for m in measures),
        early_proof_unexplained=sum(early(p, feedback) for p in proofs),
        rule_proof_incomplete=sum(lacks_rule_facts(p) for p in proofs),
        numbers_missing=sum(numbers_lacking(m) > 0 for m in measures),
        partly=rules.Partly(finding.partly),
        promise_signed=signed_name is None or signed_name.strip() == viewer.name,
        submitted_plan=finding.plan_submitted_by_id == viewer.account.pk,
        applied=application is not None and application.applied_by_id == viewer.account.pk,
        approved_a_level=any(opinion.by_id == viewer.account.pk for opinion in opinions),
        is_last_level=application is None or application.level + 1 >= len(application.chain),
    )


def measure_facts(measure: Measure, finding: Finding, viewer: Viewer, *, note: str = "") -> measure_rules.Facts:
    """The facts about one measure of a gathered finding and one viewer."""
    return measure_rules.Facts(
        status=measure_rules.Status(measure.status),
        parts=parts_of(finding, viewer),
        note=note,
        finding_rectifying=finding.status == rules.Status.RECTIFYING,
        proofs=len(measure.evidence.all()),
        numbers_missing=numbers_lacking(measure),
    )


def holder(finding: Finding) -> str:
    """Whose turn it is as a role: the reviewer's part is told as the role of the level that reviews."""
    asked = rules.Facts(
        status=rules.Status(finding.status),
        assigned=finding.lead_unit_id is not None,
        disputes=finding.disputes_count,
    )
    role = rules.turn(asked)
    if role is Role.REVIEWER:
        role = level_role(finding)
    return role.value if role else ""


def led_by_first(finding: Finding) -> bool:
    """Whether the leader's part falls to the first responsible: named, or because no leader is in charge."""
    held = Post.objects.filter(unit__organisation=finding.organisation, ended_on__isnull=True)
    if finding.leader_id:
        return held.filter(account=finding.leader_id, role=Role.FIRST.value).exists()
    in_charge = held.filter(role=Role.LEADER.value).values_list("charge__path", flat=True)
    path = finding.lead_unit.path if finding.lead_unit else ""
    return not any(charge and lies_in(path, charge) for charge in in_charge)
