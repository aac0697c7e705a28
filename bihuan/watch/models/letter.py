"""Letters to units (督办文书) and the ladder that an organisation has chosen for them."""

from django.db import models

from bihuan.ledger.models import Finding
from bihuan.papers.models import Paper
from bihuan.people.models import Account, Organisation, Unit
from bihuan.rounds.models import Round
from bihuan.rules.letter import Status


class OwnLadder(models.Model):
    """Which shipped ladder an organisation goes by, and what its letters' numbers begin with (云巡改)."""

    organisation = models.OneToOneField(Organisation, models.CASCADE, related_name="letter_ladder")
    preset = models.CharField(max_length=40)
    prefix = models.CharField(max_length=20, blank=True)


class Letter(models.Model):
    """One letter to one unit about findings of a round. From its issue on nothing that it says ever changes."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="letters")
    round = models.ForeignKey(Round, models.PROTECT, related_name="letters")
    number = models.PositiveIntegerField()
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="letters")
    findings = models.ManyToManyField(Finding, related_name="letters")
    ladder = models.CharField(max_length=40)
    step = models.CharField(max_length=40)
    """The step of that shipped ladder; both as they stood when it was drafted."""
    text = models.TextField()
    facts = models.JSONField(default=list)
    """What the record said of each finding when it was drafted: `writing.letter.LetterFact`s as plain values."""
    as_of = models.DateTimeField()
    skip_reason = models.CharField(max_length=300, blank=True)
    """Why steps of the ladder are left out."""
    term = models.DateField(null=True)
    """The new final date that it sets, where its step sets one."""

    status = models.CharField(max_length=10, default=Status.DRAFT.value)
    holder = models.CharField(max_length=16, blank=True)
    """The role whose turn it is; empty once it is over."""
    since = models.DateTimeField()
    drafted_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    approved_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    issued_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    issued_at = models.DateTimeField(null=True)
    year = models.PositiveSmallIntegerField(null=True)
    word = models.CharField(max_length=8, blank=True)
    serial = models.PositiveIntegerField(null=True)
    document_number = models.CharField(max_length=60, blank=True)
    """`云巡改督〔2026〕3号`, given at issue; a number is never given again, even where the letter was recalled."""
    answer_due = models.DateField(null=True)
    paper = models.OneToOneField(Paper, models.PROTECT, null=True, related_name="letter")
    """The Word file as it was issued."""
    signed_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    end_reason = models.TextField(blank=True)
    """What was said when it was closed, cancelled or recalled."""

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "number"], name="one_letter_per_number"),
            models.UniqueConstraint(
                fields=["organisation", "year", "word", "serial"], name="one_letter_per_document_number"
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=[status.value for status in Status]), name="letter_status_is_known"
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "status", "answer_due"], name="letter_by_status"),
            models.Index(fields=["organisation", "holder"], name="letter_by_holder"),
        ]

    @property
    def ref(self) -> str:
        return f"L-{self.number:03d}"
