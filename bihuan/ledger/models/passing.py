"""流转: from a moment on a finding is in this hand and this status. Written at each move, never changed."""

from django.db import models

from bihuan.ledger.models.finding import Finding
from bihuan.people.models import Account, Unit


class Pass(models.Model):
    """The ball passed. `holder` is a `rules.people.Role`, empty at rest; the unit is kept where a unit has the ball."""

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="passes")
    holder = models.CharField(max_length=16, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    status = models.CharField(max_length=16)
    by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    """Null where a rule passed it on by itself."""
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
