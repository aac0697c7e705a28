"""Evidence: one stored paper as proof of one measure. The same paper may prove several."""

from django.db import models

from bihuan.ledger.models.measure import Measure
from bihuan.papers.models import Paper
from bihuan.people.models import Account


class Evidence(models.Model):
    """`document_date` is the paper's own date; when it was received is the paper's affair and cannot be edited."""

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="evidence")
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="used_as_evidence")
    title = models.CharField(max_length=200)
    document_date = models.DateField()
    explanation = models.TextField(blank=True)
    """Why a paper dated before the feedback proves anything; asked for only then."""
    is_rule = models.BooleanField(default=False)
    meeting = models.CharField(max_length=200, blank=True)
    approval = models.CharField(max_length=200, blank=True)
    issue_number = models.CharField(max_length=100, blank=True)
    attached_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    attached_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["measure", "paper"], name="one_proof_per_paper")]
