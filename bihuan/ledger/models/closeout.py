"""An application for close-out, and what each level of the chain said to it."""

from django.db import models

from bihuan.ledger.models.finding import Finding
from bihuan.people.models import Account


class CloseOut(models.Model):
    """One application. A new one voids the pending one; `chain` is the order of roles as it stood when applied for."""

    class Outcome(models.TextChoices):
        PENDING = "pending"
        APPROVED = "approved"
        RETURNED = "returned"
        VOID = "void"

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="closeouts")
    number = models.PositiveSmallIntegerField()
    applied_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    signed_name = models.CharField(max_length=64)
    applied_at = models.DateTimeField()
    note = models.TextField(blank=True)
    chain = models.JSONField()
    level = models.PositiveSmallIntegerField(default=0)
    """The index in `chain` of the level whose turn it is."""
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.PENDING)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["finding", "number"], name="one_closeout_per_number"),
        ]


class Approval(models.Model):
    """What one level said: agreed, or returned with a reason."""

    closeout = models.ForeignKey(CloseOut, models.CASCADE, related_name="approvals")
    level = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=16)
    agreed = models.BooleanField()
    note = models.TextField(blank=True)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["closeout", "level"], name="one_opinion_per_level")]
