"""Which papers belong to a finding? Its proofs, before the close-out and after, and the paper it came from.

Whoever sees the finding may open them.
"""

from django.http import Http404

from bihuan.ledger.models import Evidence, Finding, Measure
from bihuan.papers.models import Paper


def _number(ref: str) -> int:
    head, _, number = ref.partition("-")
    if head != "P" or not number.isdecimal() or len(number) > 9:
        raise Http404
    return int(number)


def proof_for(measure: Measure, paper: str) -> Evidence:
    """The proof of this measure by the reference of its paper, or Http404."""
    related = ("paper", "measure__finding__round")
    found = measure.evidence.filter(paper__number=_number(paper)).select_related(*related).first()
    if found is None:
        raise Http404
    return found


def paper_of(finding: Finding, paper: str) -> Paper:
    """A paper of this finding by its reference, or Http404."""
    number = _number(paper)
    if finding.source and finding.source.number == number:
        return finding.source
    proof = Evidence.objects.filter(measure__finding=finding, paper__number=number).select_related(
        "paper__organisation"
    )
    if found := proof.first():
        return found.paper
    lasting = Paper.objects.filter(standing_proofs__standing__finding=finding, number=number)
    paper_row = lasting.select_related("organisation").first()
    if paper_row is None:
        raise Http404
    return paper_row
