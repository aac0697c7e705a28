"""A finding of a round, the units that support it, its disputes; bulk assignments; saved filters."""

from django.db import models

from bihuan.papers.models import Paper
from bihuan.people.models import Account, Organisation, Unit
from bihuan.rounds.models import Round
from bihuan.rules.finding import Partly, Status

NEVER_EARLIER = models.Q(deadline__isnull=True, due__isnull=True) | models.Q(
    deadline__isnull=False, due__isnull=False, due__gte=models.F("deadline")
)
"""An extension only ever moves a date on; what has no original date has none at all."""


class Origin(models.TextChoices):
    """Where a finding came from: the group's letter, an on-the-spot fix, or our own check before the group found it."""

    LETTER = "letter"
    REQUEST = "request"
    SELF = "self"


class Finding(models.Model):
    """One problem from the letter. `text` is its deepest wording, `issue` the heading above it."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="findings")
    round = models.ForeignKey(Round, models.PROTECT, related_name="findings")
    number = models.PositiveIntegerField()
    """Counts through all rounds of the organisation, so that F-012 names one finding for good."""
    aspect = models.CharField(max_length=200, blank=True)
    issue = models.TextField(blank=True)
    text = models.TextField()

    lead_unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="led_findings")
    leader = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="led_findings")
    handler = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="handled_findings")
    key = models.BooleanField(default=False)
    immediate = models.BooleanField(default=False)
    standing = models.BooleanField(default=False)
    common = models.BooleanField(default=False)
    in_intensive = models.BooleanField(default=True)
    """集中整改期内完成; false for what may take longer."""
    deadline = models.DateField(null=True, blank=True)
    """The original deadline. An extension is a row of its own and never overwrites it."""
    due = models.DateField(null=True, blank=True)
    """The deadline that holds now: the original, or the latest that was granted (`ledger/models/extension.py`)."""

    status = models.CharField(max_length=16, default=Status.UNCLAIMED.value)
    holder = models.CharField(max_length=16, blank=True)
    """The part whose turn it is (球在谁手里), a `rules.people.Role`; empty once it is closed."""
    since = models.DateTimeField()
    """When the present holder got the ball."""
    disputes_count = models.PositiveSmallIntegerField(default=0)
    settled_finally = models.BooleanField(default=False)
    returns_count = models.PositiveSmallIntegerField(default=0)
    """How often a close-out was returned."""
    partly = models.CharField(max_length=10, default=Partly.NO.value)
    cause = models.TextField(blank=True)
    goal = models.TextField(blank=True)
    plan_submitted_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)

    origin = models.CharField(max_length=8, choices=Origin.choices, default=Origin.LETTER)
    origin_ref = models.CharField(max_length=40, blank=True)
    """The request or the self-check point that it came from, by its reference; the desk knows nothing of it."""
    source = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="findings")
    source_block = models.PositiveIntegerField(null=True, blank=True)
    source_quote = models.TextField(blank=True)
    raised_at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "number"], name="one_finding_per_number"),
            models.UniqueConstraint(
                fields=["organisation", "origin_ref"],
                condition=~models.Q(origin_ref=""),
                name="one_finding_per_origin",
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=[s.value for s in Status]), name="finding_status_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(partly__in=[p.value for p in Partly]), name="finding_partly_is_known"
            ),
            models.CheckConstraint(condition=NEVER_EARLIER, name="finding_is_never_due_before_deadline"),
        ]
        indexes = [
            models.Index(fields=["organisation", "round", "status", "number"], name="finding_by_status"),
            models.Index(fields=["organisation", "due", "number"], name="finding_by_due"),
            models.Index(fields=["organisation", "holder", "due"], name="finding_by_holder"),
        ]

    @property
    def ref(self) -> str:
        return f"F-{self.number:03d}"


class Support(models.Model):
    """A supporting unit (配合单位) of a finding."""

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="supports")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="supported")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["finding", "unit"], name="one_support_per_unit")]


class Dispute(models.Model):
    """A unit said that a finding is not its own, and what was decided."""

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="disputes")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    suggested_unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    reason = models.TextField()
    raised_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    raised_at = models.DateTimeField()
    decided_unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    decision = models.TextField(blank=True)
    decided_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    final = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]


class Assignment(models.Model):
    """One assignment of one or many findings, with what each was before, so that it can be undone."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    changes = models.JSONField()
    """[{"ref", "before": {field: value}, "after": {field: value}}]"""
    undone_at = models.DateTimeField(null=True)


class SavedFilter(models.Model):
    """A person's own view of the ledger: filters, order and columns, as the page's query string."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="saved_filters")
    name = models.CharField(max_length=40)
    query = models.CharField(max_length=1000)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["account", "name"], name="one_filter_per_name")]
