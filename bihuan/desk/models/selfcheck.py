"""Self-check (自查自纠): points given to units, answered with proof, signed by the head."""

from django.db import models

from bihuan.papers.models import Paper
from bihuan.people.models import Account, Organisation, Unit
from bihuan.rounds.models import Round
from bihuan.rules.sheet import Status


class SelfCheck(models.Model):
    """One list of points by focus area, given out to units with a due day."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="selfchecks")
    round = models.ForeignKey(Round, models.PROTECT, related_name="selfchecks")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=120)
    due_on = models.DateField()
    given_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    given_at = models.DateTimeField()

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["organisation", "number"], name="one_selfcheck_per_number")]

    @property
    def ref(self) -> str:
        return f"S-{self.number:03d}"


class CheckPoint(models.Model):
    """One point of the list, under its focus area."""

    selfcheck = models.ForeignKey(SelfCheck, models.CASCADE, related_name="points")
    number = models.PositiveSmallIntegerField()
    area = models.CharField(max_length=100)
    text = models.TextField()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["selfcheck", "number"], name="one_point_per_number")]


class CheckSheet(models.Model):
    """One unit's answers: open, signed by its head under the promise of truthfulness, or returned by the office."""

    selfcheck = models.ForeignKey(SelfCheck, models.CASCADE, related_name="sheets")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="checksheets")
    status = models.CharField(max_length=8, default=Status.OPEN.value)
    signed_name = models.CharField(max_length=64, blank=True)
    signed_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)
    returned_for = models.TextField(blank=True)
    """Why the office sent it back, until it is signed again."""

    class Meta:
        ordering = ["unit__path"]
        constraints = [
            models.UniqueConstraint(fields=["selfcheck", "unit"], name="one_sheet_per_unit"),
            models.CheckConstraint(
                condition=models.Q(status__in=[s.value for s in Status]), name="sheet_status_is_known"
            ),
        ]

    @property
    def ref(self) -> str:
        return f"{self.selfcheck.ref}/{self.unit.ref}"


class CheckAnswer(models.Model):
    """What a unit says to one point: does it comply? `no` and `partly` are what the self-check has found."""

    class Answer(models.TextChoices):
        YES = "yes"
        PARTLY = "partly"
        NO = "no"

    sheet = models.ForeignKey(CheckSheet, models.CASCADE, related_name="answers")
    point = models.ForeignKey(CheckPoint, models.CASCADE, related_name="answers")
    answer = models.CharField(max_length=6, choices=Answer.choices)
    text = models.TextField(blank=True)
    """What was found; asked for where the answer is not yes."""
    proof = models.ForeignKey(Paper, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["point__number"]
        constraints = [models.UniqueConstraint(fields=["sheet", "point"], name="one_answer_per_point")]

    @property
    def is_found(self) -> bool:
        """Whether the self-check has found something here."""
        return self.answer != self.Answer.YES.value
