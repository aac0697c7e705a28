"""An archive of a round (归档包): one zip with everything, of one moment. Its file lies beside the papers."""

from django.db import models

from bihuan.people.models import Account, Organisation
from bihuan.rounds.models import Round


class Archive(models.Model):
    """Made in the background. The row stays when its file is removed: its hashes are what another is held against."""

    class Status(models.TextChoices):
        WAITING = "waiting"
        MAKING = "making"
        READY = "ready"
        FAILED = "failed"
        CANCELLED = "cancelled"
        REMOVED = "removed"

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="archives")
    round = models.ForeignKey(Round, models.PROTECT, related_name="archives")
    number = models.PositiveIntegerField()
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    """When it was asked for; once it is made, the as-of moment."""
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.WAITING)
    done = models.PositiveIntegerField(default=0)
    steps = models.PositiveIntegerField(default=1)
    """Files behind it, and in all."""
    claim = models.CharField(max_length=40, blank=True)
    """Whose it is while it is made: a word that only the making thread knows."""
    claimed_at = models.DateTimeField(null=True)
    """When its maker last gave a sign of life."""
    tries = models.PositiveSmallIntegerField(default=0)
    fault = models.JSONField(null=True)
    """{"text", "values"}: why it was not made, not yet translated."""
    size = models.PositiveBigIntegerField(default=0)
    files = models.PositiveIntegerField(default=0)
    lost = models.PositiveIntegerField(default=0)
    """Files that were missing or changed in the data folder when it was made."""
    hash = models.CharField(max_length=64, blank=True)
    """SHA-256 of the zip."""
    manifest = models.CharField(max_length=64, blank=True)
    """SHA-256 of the list inside it, which the checker tells."""
    trail_lines = models.PositiveBigIntegerField(default=0)
    trail_head = models.CharField(max_length=128, blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "number"], name="one_archive_per_number"),
            models.CheckConstraint(
                condition=models.Q(status__in=["waiting", "making", "ready", "failed", "cancelled", "removed"]),
                name="archive_status_is_known",
            ),
        ]
        indexes = [models.Index(fields=["status"], name="archive_by_status")]

    @property
    def ref(self) -> str:
        return f"G-{self.number:03d}"
