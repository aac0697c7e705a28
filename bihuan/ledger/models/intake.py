"""A document on its way into the ledger: its lines, and the drafted rows until a person has confirmed them."""

from django.db import models

from bihuan.ledger.models.finding import Finding
from bihuan.papers.models import Paper
from bihuan.people.models import Account
from bihuan.rounds.models import Round
from bihuan.rules.intake import Status


class Intake(models.Model):
    """One reading of one paper for one round. Nothing here is a fact before it is confirmed."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="intakes")
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="intakes")
    number = models.PositiveIntegerField()
    follows = models.ForeignKey("self", models.PROTECT, null=True, related_name="versions")
    """The first confirmed reading of the document that this is a new version of."""
    kind = models.CharField(max_length=12)
    title = models.CharField(max_length=300, blank=True)
    stated_findings = models.PositiveIntegerField(null=True)
    """How many findings the document itself says it has."""
    warnings = models.JSONField(default=list)
    """[{"text", "values"}]: sentences about how it was read, not yet translated."""
    headers = models.JSONField(default=list)
    """The headers of its tables that only a person understands; `ColumnMeaning` holds what was said of them."""
    status = models.CharField(max_length=10, default=Status.OPEN.value)
    made_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    first_finding = models.PositiveIntegerField(null=True)
    last_finding = models.PositiveIntegerField(null=True)
    """The numbers of the findings that came of it; they follow one another without a gap."""

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["round", "number"], name="one_intake_per_number"),
            models.CheckConstraint(
                condition=models.Q(status__in=[s.value for s in Status]), name="intake_status_is_known"
            ),
        ]

    @property
    def ref(self) -> str:
        return f"I-{self.number:02d}"


class OriginalLine(models.Model):
    """One line of the original as it is shown: a paragraph, or one row of a table with its cells."""

    intake = models.ForeignKey(Intake, models.CASCADE, related_name="lines")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=10)
    """`paragraph`, `cell`, `header`, `footer`, as `reading.blocks` tells them apart."""
    level = models.PositiveSmallIntegerField(default=0)
    sheet = models.CharField(max_length=100, blank=True)
    row = models.PositiveIntegerField(default=0)
    cells = models.JSONField()
    """[[block, column, text], …]: one for a paragraph."""

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["intake", "position"], name="one_line_per_position")]


class DraftRow(models.Model):
    """One stretch of the document and what a person has made of it so far: a drafted row, or text that is none."""

    class Place(models.TextChoices):
        ROW = "row"
        LOOSE = "loose"
        """Text that became no row."""
        SUGGESTION = "suggestion"
        HEADING = "heading"
        DROPPED = "dropped"
        GONE = "gone"
        """Merged into another row, or made by a step that was undone; kept so that every step can be undone."""

    class Change(models.TextChoices):
        SAME = "same"
        REWORDED = "reworded"
        NOTED = "noted"
        """The new wording stands in the timeline of the finding."""
        LEFT = "left"
        """A person wants neither a note nor a finding of its own."""

    intake = models.ForeignKey(Intake, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    position = models.PositiveIntegerField()
    place = models.CharField(max_length=10, choices=Place.choices, default=Place.ROW)
    aspect = models.CharField(max_length=200, blank=True)
    issue = models.TextField(blank=True)
    text = models.TextField()
    values = models.JSONField(default=dict)
    """What the document said beyond the wording: measures, cause, deadline, units, flags … as plain values."""
    spans = models.JSONField(default=list)
    """[[block, start, end], …]: every stretch of the original that this row was made from."""
    first_line = models.PositiveIntegerField(default=0)
    last_line = models.PositiveIntegerField(default=0)
    """The first and the last line that its spans touch."""
    low = models.BooleanField(default=False)
    """Reading was not sure of it, and nobody has looked at it yet."""
    unknown_units = models.PositiveSmallIntegerField(default=0)
    """How many of the units it names the organisation does not have."""
    like = models.CharField(max_length=20, blank=True)
    """What says nearly the same: the number of another row, or the reference of a finding (`F-003`)."""

    finding = models.ForeignKey(Finding, models.PROTECT, null=True, related_name="+")
    """The finding that an earlier version of the document had made of this."""
    change = models.CharField(max_length=10, choices=Change.choices, blank=True)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["intake", "number"], name="one_draft_per_number")]
        indexes = [
            models.Index(fields=["intake", "position"], name="draft_by_position"),
            models.Index(fields=["intake", "first_line"], name="draft_by_line"),
        ]


class DraftStep(models.Model):
    """One thing done to drafted rows, with how they were before and after, so that it can be undone."""

    intake = models.ForeignKey(Intake, models.CASCADE, related_name="steps")
    number = models.PositiveIntegerField()
    verb = models.CharField(max_length=10)
    before = models.JSONField()
    after = models.JSONField()
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["intake", "number"], name="one_step_per_number")]
