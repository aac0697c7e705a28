"""A list that was filled in offline and came back (填报表), kept as a paper; what came of it once it was confirmed."""

from django.db import models

from bihuan.papers.models import Paper
from bihuan.people.models import Account
from bihuan.rounds.models import Round


class Filling(models.Model):
    """One returned workbook. Its rows are read from the paper each time, beside the record as it is at that moment."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="fillings")
    number = models.PositiveIntegerField()
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="+")
    made_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True)
    changes = models.PositiveIntegerField(default=0)
    """How many cells were taken over."""

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["round", "number"], name="one_filling_per_number")]

    @property
    def ref(self) -> str:
        return f"B-{self.number:03d}"
