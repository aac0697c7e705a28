"""Announcements and where they were posted; texts that were distributed, and which unit has received and read them.

There is no field for who called, wrote or used a letter box, and none for how many did.
"""

from django.db import models

from bihuan.papers.models import Paper
from bihuan.people.models import Account, Organisation, Unit
from bihuan.rounds.models import Round


class Announcement(models.Model):
    """巡视公告 or 撤离公告, with its fields; one of each kind in a round."""

    class Kind(models.TextChoices):
        ENTRY = "entry"
        LEAVING = "leaving"

    round = models.ForeignKey(Round, models.PROTECT, related_name="announcements")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    scope = models.TextField(blank=True)
    """受理范围."""
    from_on = models.DateField()
    until_on = models.DateField()
    phone = models.CharField(max_length=60, blank=True)
    hours = models.CharField(max_length=60, blank=True)
    post_box = models.CharField(max_length=100, blank=True)
    email = models.CharField(max_length=100, blank=True)
    boxes = models.TextField(blank=True)
    """Where the letter boxes hang, one a line; never in sight of a camera."""
    code = models.ForeignKey(Paper, models.PROTECT, null=True, related_name="+")
    """二维码, a picture that the group gives."""
    cut_off_on = models.DateField(null=True)
    """The last day on which letters and calls are taken."""
    lines_closed_at = models.DateTimeField(null=True)
    """When boxes, telephone and mailbox were confirmed closed."""
    lines_closed_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "kind"], name="one_announcement_per_kind")]


class Posting(models.Model):
    """Where and when an announcement was put up, with a photograph."""

    announcement = models.ForeignKey(Announcement, models.CASCADE, related_name="postings")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    place = models.CharField(max_length=120)
    posted_at = models.DateTimeField()
    photo = models.ForeignKey(Paper, models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["posted_at", "pk"]


class Distribution(models.Model):
    """传达: one text given to units, whole or as a summary."""

    class Extent(models.TextChoices):
        FULL = "full"
        SUMMARY = "summary"

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="distributions")
    round = models.ForeignKey(Round, models.PROTECT, related_name="distributions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    extent = models.CharField(max_length=8, choices=Extent.choices)
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, related_name="+")
    due_on = models.DateField(null=True)
    """By when the units should have held their meeting."""
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    """It was sent by mistake: nobody owes anything for it, and units no longer open its text."""
    withdrawn_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    withdrawn_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["organisation", "number"], name="one_distribution_per_number")]

    @property
    def ref(self) -> str:
        return f"D-{self.number:03d}"


class Delivery(models.Model):
    """One unit's copy: received, read, and the meeting held about it."""

    distribution = models.ForeignKey(Distribution, models.CASCADE, related_name="deliveries")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="deliveries")
    received_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)
    meeting_on = models.DateField(null=True)
    attended = models.PositiveIntegerField(null=True)
    """How many sat in the meeting."""
    by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["unit__path"]
        constraints = [models.UniqueConstraint(fields=["distribution", "unit"], name="one_delivery_per_unit")]
