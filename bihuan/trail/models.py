"""The lines of the trail, the head of each chain, and the tokens of forms already sent.

A line holds plain values and no foreign keys: it must outlive everything it tells of. Lines are never changed or
removed; triggers in the database hold this even against somebody with a query console (see migration 0002).
"""

from django.db import models


class Chain(models.Model):
    """The end of one organisation's chain. Locking this row is what keeps two writers from forking it."""

    organisation = models.CharField(max_length=32, unique=True)
    length = models.PositiveBigIntegerField(default=0)
    head = models.CharField(max_length=128, blank=True)


class Line(models.Model):
    """One write: moment, actor and post, event, subject, before, after, note, and the two hashes."""

    organisation = models.CharField(max_length=32)
    number = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    actor = models.CharField(max_length=64)
    actor_name = models.CharField(max_length=64)
    post = models.CharField(max_length=160, blank=True)
    event = models.CharField(max_length=64)
    subject = models.CharField(max_length=64)
    """The reference of the thing written: `F-012`, `R2`, `U-007`, an account's name."""
    unit_path = models.CharField(max_length=255, blank=True)
    """The path of the unit the thing belonged to at that moment; it decides who may read the line."""
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    note = models.TextField(blank=True)
    algorithm = models.CharField(max_length=16)
    previous = models.CharField(max_length=128, blank=True)
    hash = models.CharField(max_length=128)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["organisation", "number"], name="one_line_per_number")]
        indexes = [
            models.Index(fields=["organisation", "subject", "number"], name="trail_by_subject"),
            models.Index(fields=["organisation", "event", "number"], name="trail_by_event"),
        ]


class Sent(models.Model):
    """A form that was sent: its token, and once it has acted, where its sender was taken."""

    token = models.CharField(max_length=64, primary_key=True)
    account = models.CharField(max_length=64)
    at = models.DateTimeField()
    acted = models.BooleanField(default=False)
    location = models.CharField(max_length=500, blank=True)
