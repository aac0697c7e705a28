"""A rectification meeting (常委会、整改专题会议 …): what was planned, what was held, which findings it discussed."""

from django.db import models

from bihuan.ledger.models.finding import Finding
from bihuan.papers.models import Paper
from bihuan.people.models import Account, Organisation
from bihuan.rounds.models import Round
from bihuan.rules.meeting import Kind, Status

HELD = models.Q(status=Status.HELD.value)


class Meeting(models.Model):
    """One meeting of ours. The planned day stays when it is held, so that plan and reality can be compared."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="rectification_meetings")
    round = models.ForeignKey(Round, models.PROTECT, related_name="rectification_meetings")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=12)
    title = models.CharField(max_length=120)
    planned_on = models.DateField()
    held_at = models.DateTimeField(null=True)
    place = models.CharField(max_length=60, blank=True)
    chaired_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    attendees = models.TextField(blank=True)
    """参会人员, as the minutes name them."""
    findings = models.ManyToManyField(Finding, related_name="meetings")
    minutes = models.ForeignKey(Paper, models.PROTECT, null=True, related_name="+")
    """会议纪要, where there is one that may be kept here."""
    status = models.CharField(max_length=10, default=Status.PLANNED.value)

    class Meta:
        ordering = ["planned_on", "number"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "number"], name="one_rectification_meeting_per_number"),
            models.CheckConstraint(
                condition=models.Q(status__in=[s.value for s in Status]), name="rectification_meeting_status_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=[k.value for k in Kind]), name="rectification_meeting_kind_is_known"
            ),
            models.CheckConstraint(
                condition=(HELD & models.Q(held_at__isnull=False)) | (~HELD & models.Q(held_at__isnull=True)),
                name="held_meeting_says_when",
            ),
        ]
        indexes = [models.Index(fields=["round", "status"], name="rectification_meeting_by_round")]

    @property
    def ref(self) -> str:
        return f"Z-{self.number:02d}"
