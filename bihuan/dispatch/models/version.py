"""What a paper says: made of the record at one moment, or edited by a person and sent in. Never changed."""

from django.db import models

from bihuan.dispatch.models.outgoing import Outgoing
from bihuan.dispatch.models.template import OwnTemplate
from bihuan.papers.models import Paper
from bihuan.people.models import Account


class Version(models.Model):
    """One version, V1, V2, …; long ones are made in the background, a file at a time."""

    class Status(models.TextChoices):
        WAITING = "waiting"
        MAKING = "making"
        READY = "ready"
        FAILED = "failed"
        CANCELLED = "cancelled"

    outgoing = models.ForeignKey(Outgoing, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    edited = models.BooleanField(default=False)
    """A person edited it and sent it in; else it was made of the record."""
    note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    """The as-of moment: the record was read as it then was."""
    trail_head = models.CharField(max_length=128, blank=True)
    """The last hash of the trail at that moment."""
    template = models.ForeignKey(OwnTemplate, models.PROTECT, null=True, related_name="versions")
    """The office's own template that it was made with; null for the product's own layout."""
    content = models.JSONField(default=list)
    """What it says, paragraph by paragraph and row by row (`dispatch/content.py`): to be shown and compared."""
    counts = models.JSONField(default=dict)
    """What the record counted at that moment, noun → numbers: an edited text is held against it."""
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.WAITING)
    done = models.PositiveSmallIntegerField(default=0)
    steps = models.PositiveSmallIntegerField(default=1)
    """Steps behind it, and in all: reading the record, then each file."""
    claim = models.CharField(max_length=40, blank=True)
    """Whose it is while it is made: a word that only the making thread knows."""
    claimed_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    fault = models.JSONField(null=True)
    """{"text", "values"}: why it was not made, not yet translated."""

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["outgoing", "number"], name="one_version_per_number"),
            models.CheckConstraint(
                condition=models.Q(status__in=["waiting", "making", "ready", "failed", "cancelled"]),
                name="version_status_is_known",
            ),
        ]
        indexes = [models.Index(fields=["status"], name="version_by_status")]

    @property
    def label(self) -> str:
        return f"V{self.number}"


class VersionFile(models.Model):
    """One file of a version, frozen under the hash of its content."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="files")
    ending = models.CharField(max_length=5)
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["version", "ending"]
        constraints = [models.UniqueConstraint(fields=["version", "ending"], name="one_file_per_ending")]
