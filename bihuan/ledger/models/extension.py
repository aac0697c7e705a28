"""An extension (延期) of the date of a finding or a measure, asked for and decided; the original date stays."""

from django.db import models

from bihuan.ledger.models.finding import Finding
from bihuan.ledger.models.measure import Measure
from bihuan.people.models import Account
from bihuan.rules.extension import DECIDERS, Status

PENDING = models.Q(status=Status.ASKED.value)


class Kind(models.TextChoices):
    """Asked for by the unit, or ordered by the office as a second term (限期二次整改)."""

    ASKED = "asked"
    ORDERED = "ordered"


class Extension(models.Model):
    """One asking, or one order. Without a measure it is about the finding's own deadline."""

    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.ASKED)
    finding = models.ForeignKey(Finding, models.CASCADE, related_name="extensions")
    measure = models.ForeignKey(Measure, models.CASCADE, null=True, related_name="extensions")
    number = models.PositiveSmallIntegerField()
    due = models.DateField()
    """The date that held when it was asked for."""
    wanted = models.DateField()
    reason = models.TextField()
    level = models.CharField(max_length=16)
    """The role that decides on one of this length, as it stood when asked for."""
    asked_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    status = models.CharField(max_length=10, default=Status.ASKED.value)
    decision = models.TextField(blank=True)
    decided_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    """Who approved, refused, or withdrew it."""
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["finding", "number"], name="one_extension_per_number"),
            models.UniqueConstraint(
                fields=["finding"], condition=PENDING & models.Q(measure__isnull=True), name="one_asking_per_finding"
            ),
            models.UniqueConstraint(
                fields=["measure"], condition=PENDING & models.Q(measure__isnull=False), name="one_asking_per_measure"
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=[s.value for s in Status]), name="extension_status_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(level__in=[role.value for role in sorted(DECIDERS)]), name="extension_level_is_known"
            ),
            models.CheckConstraint(condition=models.Q(kind__in=["asked", "ordered"]), name="extension_kind_is_known"),
            models.CheckConstraint(condition=models.Q(wanted__gt=models.F("due")), name="extension_moves_on"),
        ]
        indexes = [models.Index(fields=["status", "finding"], name="extension_by_status")]

    @property
    def about(self) -> Finding | Measure:
        return self.measure or self.finding

    @property
    def days(self) -> int:
        """How many days later than the date that held."""
        return (self.wanted - self.due).days
