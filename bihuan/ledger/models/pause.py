"""A pause (停止计时): the clock stood still while an approver had a finding, and its date moved on by as much."""

from django.db import models

from bihuan.ledger.models.finding import Finding


class Pause(models.Model):
    """One stretch in an approver's hands, from day to day, counted in working days. Written once, never changed."""

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="pauses")
    holder = models.CharField(max_length=16)
    """Who had it, a `rules.people.Role`."""
    start = models.DateField()
    end = models.DateField()
    days = models.PositiveSmallIntegerField()
    was = models.DateField()
    """The date that held until then."""
    due = models.DateField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=models.Q(due__gt=models.F("was")), name="pause_moves_on")]
