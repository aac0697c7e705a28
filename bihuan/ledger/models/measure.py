"""A measure of a finding, the kinds it carries with their numbers, and progress entries."""

from django.db import models

from bihuan.ledger.models.finding import NEVER_EARLIER, Finding
from bihuan.people.models import Account
from bihuan.rules.measure import Kind, Status


class Measure(models.Model):
    """What, who, by when, and the proof it will leave."""

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="measures")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    who = models.CharField(max_length=100, blank=True)
    deadline = models.DateField(null=True, blank=True)
    """When it was to be done by the plan. An extension never overwrites it."""
    due = models.DateField(null=True, blank=True)
    """When it is to be done at present."""
    proof_expected = models.CharField(max_length=300, blank=True)
    status = models.CharField(max_length=8, default=Status.OPEN.value)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["finding", "number"], name="one_measure_per_number"),
            models.CheckConstraint(
                condition=models.Q(status__in=[s.value for s in Status]), name="measure_status_is_known"
            ),
            models.CheckConstraint(condition=NEVER_EARLIER, name="measure_is_never_due_before_deadline"),
        ]
        indexes = [models.Index(fields=["status", "due"], name="measure_by_due")]

    @property
    def ref(self) -> str:
        return f"{self.finding.ref}-{self.number}"


class MeasureKind(models.Model):
    """A kind that a measure carries (建章立制 …), and the number reached, in the unit of that kind."""

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="kinds")
    kind = models.CharField(max_length=10)
    number = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["measure", "kind"], name="one_row_per_kind"),
            models.CheckConstraint(condition=models.Q(kind__in=[k.value for k in Kind]), name="measure_kind_is_known"),
        ]


class Progress(models.Model):
    """What was done since the last entry, on a finding or on one of its measures."""

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="progress")
    measure = models.ForeignKey(Measure, models.CASCADE, null=True, blank=True, related_name="progress")
    text = models.TextField()
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]
