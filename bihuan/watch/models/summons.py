"""A summons (约谈): when and where the responsible people of a unit were talked to, and the new date that was agreed.

There is deliberately no field for what was said: arrangements only.
"""

from django.db import models

from bihuan.ledger.models import Finding
from bihuan.people.models import Account, Organisation, Unit
from bihuan.rounds.models import Round
from bihuan.watch.models.letter import Letter


class Summons(models.Model):
    """One talk that was held. A new date (限期二次整改) has moved its findings through the ledger."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="summonses")
    round = models.ForeignKey(Round, models.PROTECT, related_name="summonses")
    number = models.PositiveIntegerField()
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="summonses")
    findings = models.ManyToManyField(Finding, related_name="summonses")
    letter = models.ForeignKey(Letter, models.PROTECT, null=True, related_name="summonses")
    """The letter that it follows."""
    held_at = models.DateTimeField()
    place = models.CharField(max_length=100)
    talked_by = models.CharField(max_length=200)
    """Who led the talk, by name."""
    attended = models.CharField(max_length=200)
    """Who of the unit came, by name."""
    outcome = models.CharField(max_length=200, blank=True)
    """What was arranged; never what was said."""
    term = models.DateField(null=True)
    recorded_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["organisation", "number"], name="one_summons_per_number")]

    @property
    def ref(self) -> str:
        return f"T-{self.number:03d}"
