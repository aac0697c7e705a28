"""A paper that goes out: its kind, who approved it, its number, and whether it was recalled."""

from django.db import models

from bihuan.people.models import Account, Organisation
from bihuan.rounds.models import Round
from bihuan.rules.dispatch import Status


class Outgoing(models.Model):
    """One paper of one kind. Its contents are its versions; the last of them is what is approved and issued."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="outgoing")
    round = models.ForeignKey(Round, models.PROTECT, related_name="outgoing")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=120)
    """The name of its kind, with what was chosen."""
    asked = models.JSONField(default=dict)
    """What was chosen for it, as the kind asks: {"ref": "H-003"}."""
    status = models.CharField(max_length=10, default=Status.DRAFT.value)
    opened_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    approved_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    word = models.CharField(max_length=40, blank=True)
    """The words of its number, as they were when it was issued: `云巡改`."""
    year = models.PositiveSmallIntegerField(null=True)
    serial = models.PositiveIntegerField(null=True)
    """Its place among the papers of its kind that were issued in that year."""
    issued_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    issued_at = models.DateTimeField(null=True)
    recalled_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=300, blank=True)
    """Why it was recalled or dropped."""

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "number"], name="one_outgoing_per_number"),
            models.UniqueConstraint(fields=["organisation", "kind", "year", "serial"], name="one_outgoing_per_serial"),
            models.CheckConstraint(
                condition=models.Q(status__in=[status.value for status in Status]), name="outgoing_status_is_known"
            ),
        ]
        indexes = [models.Index(fields=["round", "kind", "status"], name="outgoing_by_kind")]

    @property
    def ref(self) -> str:
        return f"W-{self.number:03d}"

    @property
    def serial_words(self) -> str:
        """`云巡改〔2026〕3号`; nothing before it is issued."""
        return f"{self.word}〔{self.year}〕{self.serial}号" if self.serial else ""


class NumberWord(models.Model):
    """The words with which an organisation numbers the papers of one kind."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="number_words")
    kind = models.CharField(max_length=40)
    word = models.CharField(max_length=40)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "kind"], name="one_number_word_per_kind")]
