"""A file that is read while nobody waits, until it has become an intake, has failed, or was called off.

It is no intake yet: an intake has a paper, and a paper is kept only after it was read and carries no secrecy mark.
"""

from django.db import models

from bihuan.ledger.models.intake import Intake
from bihuan.papers.models import Paper
from bihuan.people.models import Account
from bihuan.rounds.models import Round


class Arrival(models.Model):
    """One file, or one kept paper that is to be read again. The bytes wait in the data folder under the token."""

    class Status(models.TextChoices):
        WAITING = "waiting"
        READING = "reading"
        READ = "read"
        FAILED = "failed"
        CANCELLED = "cancelled"

    class Stage(models.TextChoices):
        BLOCKS = "blocks"
        """The file is being read and understood."""
        PAPER = "paper"
        """It is being kept as a paper."""
        ROWS = "rows"
        """Its rows are being spread out."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="arrivals")
    token = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=255)
    size = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=12, blank=True)
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, related_name="+")
    """The paper to be read again; null for a file that is new."""
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.WAITING)
    stage = models.CharField(max_length=10, choices=Stage.choices, blank=True)
    blocks = models.PositiveIntegerField(null=True)
    """How many paragraphs and cells it has, once that is known."""
    claim = models.CharField(max_length=40, blank=True)
    """Whose it is while it is read: a word that only the reading thread knows."""
    claimed_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    reason = models.JSONField(null=True)
    """{"text", "values"}: why it failed, not yet translated."""
    intake = models.ForeignKey(Intake, models.PROTECT, null=True, related_name="+")
    made_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=["waiting", "reading", "read", "failed", "cancelled"]),
                name="arrival_status_is_known",
            )
        ]
        indexes = [models.Index(fields=["status", "id"], name="arrival_by_status")]
