"""Individual interviews (个别谈话): logistics alone. There is no field, and no file, for anything that was said.

Who is to be interviewed is kept sealed with a key that is not in the database (`desk/seal.py`), shown only to the two
people who arrange the interviews, and erased a set time after the group has left.
"""

from django.db import models

from bihuan.people.models import Account
from bihuan.rounds.models import Round
from bihuan.rules.interview import Status


class Room(models.Model):
    """A room for interviews or meetings."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="rooms")
    name = models.CharField(max_length=60)
    closed = models.BooleanField(default=False)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["round", "name"], name="one_room_per_name")]


class Arranger(models.Model):
    """One of at most two people who arrange the interviews of a round. Nobody else knows that there are names."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="arrangers")
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    seat = models.PositiveSmallIntegerField()
    """1 the liaison officer, 2 the arrangement clerk."""

    class Meta:
        ordering = ["seat"]
        constraints = [
            models.UniqueConstraint(fields=["round", "seat"], name="one_arranger_per_seat"),
            models.UniqueConstraint(fields=["round", "account"], name="one_seat_per_arranger"),
            models.CheckConstraint(condition=models.Q(seat__in=[1, 2]), name="two_arrangers_at_most"),
        ]


class Interview(models.Model):
    """One slot. `sealed` holds name, unit, post and phone; `likeness` tells the same person apart without a name."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="interviews")
    number = models.PositiveIntegerField()
    room = models.ForeignKey(Room, models.PROTECT, related_name="interviews")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    sealed = models.BinaryField(null=True)
    likeness = models.CharField(max_length=64, blank=True)
    """A keyed digest of the person, for overlaps alone; empty once erased."""
    notifier = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    notified_at = models.DateTimeField(null=True)
    told_start = models.DateTimeField(null=True)
    told_room = models.ForeignKey(Room, models.PROTECT, null=True, related_name="+")
    """The time and the room that the person was told; where they are no longer those that hold, it is told again."""
    status = models.CharField(max_length=10, default=Status.PLANNED.value)
    remark = models.CharField(max_length=30, blank=True)
    """Of the way there and nothing else; short, and checked against words that tell of contents."""
    erased_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["starts_at", "number"]
        constraints = [
            models.UniqueConstraint(fields=["round", "number"], name="one_interview_per_number"),
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="interview_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=[s.value for s in Status]), name="interview_status_is_known"
            ),
        ]
        indexes = [models.Index(fields=["round", "room", "starts_at"], name="interview_by_room")]
