"""A document on its way into the ledger: its blocks, and the drafted rows until a person has confirmed them."""

from django.db import models

from bihuan.papers.models import Paper
from bihuan.people.models import Account
from bihuan.rounds.models import Round


class Intake(models.Model):
    """One reading of one paper for one round. Nothing here is a fact before it is confirmed."""

    class State(models.TextChoices):
        OPEN = "open"
        CONFIRMED = "confirmed"
        DISCARDED = "discarded"

    round = models.ForeignKey(Round, models.PROTECT, related_name="intakes")
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="intakes")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=12)
    title = models.CharField(max_length=300, blank=True)
    stated_findings = models.PositiveIntegerField(null=True)
    blocks = models.JSONField()
    """[{"index", "text", "level", "row", "column", "sheet"}], as reading gave them."""
    claimed_text = models.JSONField(default=dict)
    """{"suggestions"|"headings"|"furniture": [[block, start, end], …]}: text that is rightly no row."""
    warnings = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    made_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["round", "number"], name="one_intake_per_number")]

    @property
    def ref(self) -> str:
        return f"I-{self.number:02d}"


class DraftRow(models.Model):
    """One drafted row, as a person has left it so far."""

    intake = models.ForeignKey(Intake, models.CASCADE, related_name="rows")
    position = models.PositiveIntegerField()
    aspect = models.CharField(max_length=200, blank=True)
    issue = models.TextField(blank=True)
    text = models.TextField()
    values = models.JSONField(default=dict)
    """What the document said beyond the wording: measures, cause, deadline, units, flags … as plain values."""
    spans = models.JSONField(default=list)
    """[[block, start, end], …]: every stretch of the original that this row was made from."""
    low = models.BooleanField(default=False)
    dropped = models.BooleanField(default=False)

    class Meta:
        ordering = ["position", "pk"]
