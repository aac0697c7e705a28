"""Extended visits (延伸巡视) to places down to the villages, and meetings that the group attends (列席会议)."""

from django.db import models

from bihuan.people.models import Account, Organisation, Unit
from bihuan.rounds.models import Round
from bihuan.rules.visit import Status


class Visit(models.Model):
    """One place on some days. What is to be prepared there are requests of their own that name this visit."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="visits")
    round = models.ForeignKey(Round, models.PROTECT, related_name="visits")
    number = models.PositiveIntegerField()
    batch = models.PositiveSmallIntegerField(default=1)
    """批次."""
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="visits")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    led_by = models.CharField(max_length=60, blank=True)
    """Who of the group leads it."""
    contact = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    transport = models.CharField(max_length=60, blank=True)
    """The vehicle, by its plate or name; one vehicle is not in two places."""
    prepare = models.TextField(blank=True)
    """What to prepare, one thing a line."""
    remark = models.CharField(max_length=200, blank=True)
    status = models.CharField(max_length=10, default=Status.PLANNED.value)

    class Meta:
        ordering = ["starts_at", "number"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "number"], name="one_visit_per_number"),
            models.CheckConstraint(condition=models.Q(ends_at__gt=models.F("starts_at")), name="visit_ends_later"),
            models.CheckConstraint(
                condition=models.Q(status__in=[s.value for s in Status]), name="visit_status_is_known"
            ),
        ]

    @property
    def ref(self) -> str:
        return f"V-{self.number:03d}"


class Meeting(models.Model):
    """A meeting of ours that the group attends: when, where, who of the group. Not what was said there."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="meetings")
    round = models.ForeignKey(Round, models.PROTECT, related_name="meetings")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=120)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="meetings")
    place = models.CharField(max_length=60)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    attended_by = models.CharField(max_length=100, blank=True)
    """Who of the group comes."""
    contact = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    cancelled = models.BooleanField(default=False)

    class Meta:
        ordering = ["starts_at", "number"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "number"], name="one_meeting_per_number"),
            models.CheckConstraint(condition=models.Q(ends_at__gt=models.F("starts_at")), name="meeting_ends_later"),
        ]

    @property
    def ref(self) -> str:
        return f"C-{self.number:03d}"
