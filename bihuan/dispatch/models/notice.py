"""The public notice: what is kept out of it, how a finding is worded in it, its frame, and where it was published."""

from django.db import models

from bihuan.dispatch.models.outgoing import Outgoing
from bihuan.ledger.models import Finding
from bihuan.people.models import Account, Organisation
from bihuan.rounds.models import Round
from bihuan.rules.notice import PLAIN, Audience, Ground, Part, Status

LIVE = models.Q(status__in=[Status.ASKED.value, Status.APPROVED.value])


class Withholding(models.Model):
    """One finding that is to be kept out of one notice, on one of five grounds; and what was decided."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="withholdings")
    finding = models.ForeignKey(Finding, models.PROTECT, related_name="withholdings")
    number = models.PositiveIntegerField()
    audience = models.CharField(max_length=8)
    part = models.CharField(max_length=8)
    ground = models.CharField(max_length=10)
    reason = models.TextField()
    status = models.CharField(max_length=10, default=Status.ASKED.value)
    asked_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    decision = models.TextField(blank=True)
    """At which meeting it was agreed, or why it was not."""
    decided_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "number"], name="one_withholding_per_number"),
            models.UniqueConstraint(fields=["finding", "audience"], condition=LIVE, name="one_withholding_at_a_time"),
            models.CheckConstraint(
                condition=models.Q(
                    audience__in=[each.value for each in Audience],
                    part__in=[each.value for each in Part],
                    ground__in=[each.value for each in Ground],
                    status__in=[each.value for each in Status],
                ),
                name="withholding_is_known",
            ),
        ]

    @property
    def ref(self) -> str:
        return f"X-{self.number:03d}"


class PublicWording(models.Model):
    """How a finding, or what was done about it, is worded for one audience; empty where the record's words stand."""

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="public_wordings")
    audience = models.CharField(max_length=8)
    text = models.TextField(blank=True)
    result = models.TextField(blank=True)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["finding", "audience"], name="one_wording_per_audience")]


class NoticeFrame(models.Model):
    """What the office writes around the findings of one notice, and the words it uses for their states."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="notice_frames")
    audience = models.CharField(max_length=8)
    organising = models.TextField(blank=True)
    next_steps = models.TextField(blank=True)
    signed = models.CharField(max_length=100, blank=True)
    wording = models.CharField(max_length=10, default=PLAIN)
    """The name of a set in `rules.notice.WORDINGS`."""
    phone = models.CharField(max_length=60, blank=True)
    post = models.CharField(max_length=120, blank=True)
    mail = models.CharField(max_length=120, blank=True)
    since = models.DateField(null=True)
    until = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "audience"], name="one_frame_per_audience")]


class Publication(models.Model):
    """A notice that was published: which issued paper, where, from when until when, with which contact."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="publications")
    audience = models.CharField(max_length=8)
    number = models.PositiveSmallIntegerField()
    """Its version: 1, 2, …"""
    outgoing = models.ForeignKey(Outgoing, models.PROTECT, related_name="publications")
    place = models.CharField(max_length=200)
    since = models.DateField()
    until = models.DateField(null=True)
    contact = models.CharField(max_length=300)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["round", "audience", "number"], name="one_publication_per_number")
        ]


class Published(models.Model):
    """One finding as it was told: what is public stays linked to the ledger, whatever becomes of the finding."""

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="rows")
    finding = models.ForeignKey(Finding, models.PROTECT, related_name="published")
    state = models.CharField(max_length=8)
    """A `rules.notice.Public`; empty where the finding was kept out."""

    class Meta:
        ordering = ["finding__number"]
        constraints = [models.UniqueConstraint(fields=["publication", "finding"], name="one_row_per_published_finding")]
