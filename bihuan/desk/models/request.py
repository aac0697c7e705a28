"""A request of the inspection group, every pass from hand to hand, objections, and the answers handed in."""

from datetime import datetime

from django.db import models

from bihuan.desk.models.material import Material
from bihuan.people.models import Account, Organisation, Unit
from bihuan.rounds.models import Round
from bihuan.rules.request import Kind, Party, Status


class Request(models.Model):
    """One thing the group asks for. `text` is what it asked; it has one lead unit, never two."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="requests")
    round = models.ForeignKey(Round, models.PROTECT, related_name="requests")
    number = models.PositiveIntegerField()
    """Counts through all rounds of the organisation, so that R-014 names one request for good."""
    kind = models.CharField(max_length=12)
    text = models.TextField()
    period = models.CharField(max_length=100, blank=True)
    """年度/范围: the years or the range that is asked for, in the group's words."""
    asked_by = models.CharField(max_length=100, blank=True)
    """Who of the group asked; a name or a seat, nothing of why."""
    asked_at = models.DateTimeField()
    due_at = models.DateTimeField()
    """The original due time. It is amended only while nobody has been assigned; later changes are `DueChange`s."""
    moved_due_at = models.DateTimeField(null=True, blank=True)
    """The present due time where it was moved after somebody had been assigned; its last `DueChange` says why."""
    urgent = models.BooleanField(default=False)
    needs_release = models.BooleanField(default=False)
    """Whether a leader releases it before the hand-over."""
    notice_number = models.CharField(max_length=60, blank=True)
    """通知书编号 or 转办单编号, for an on-the-spot fix or a petition."""
    remark = models.CharField(max_length=200, blank=True)

    lead_unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="led_requests")
    handler = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="handled_requests")
    visit = models.ForeignKey("desk.Visit", models.PROTECT, null=True, blank=True, related_name="requests")
    status = models.CharField(max_length=12, default=Status.RECEIVED.value)
    holder = models.CharField(max_length=8, blank=True, default=Party.OFFICE.value)
    """The party that has the ball, a `rules.request.Party`; empty once nobody has to do anything."""
    since = models.DateTimeField()
    """When the present holder got the ball."""
    objections_count = models.PositiveSmallIntegerField(default=0)
    settled_finally = models.BooleanField(default=False)
    returns_count = models.PositiveSmallIntegerField(default=0)
    """How often an answer came back, from the office, the leader or the group."""
    received_by_group = models.CharField(max_length=60, blank=True)
    """Who of the group signed the receipt."""
    taken_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()
    handed_over_at = models.DateTimeField(null=True, blank=True)
    """The first hand-over: what the answer time is counted to."""
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "number"], name="one_request_per_number"),
            models.CheckConstraint(
                condition=models.Q(status__in=[s.value for s in Status]), name="request_status_is_known"
            ),
            models.CheckConstraint(condition=models.Q(kind__in=[k.value for k in Kind]), name="request_kind_is_known"),
            models.CheckConstraint(
                condition=models.Q(holder__in=["", *(p.value for p in Party)]), name="request_holder_is_known"
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "round", "status", "due_at"], name="request_by_status"),
            models.Index(fields=["organisation", "holder", "due_at"], name="request_by_holder"),
        ]

    @property
    def ref(self) -> str:
        return f"R-{self.number:03d}"

    @property
    def due(self) -> datetime:
        """The present due time: the moved one, else the original; `queries.requests.DUE` says it to the database."""
        return self.moved_due_at or self.due_at


class DueChange(models.Model):
    """A due time that the group moved after somebody had been assigned, and why. The original stays in the request."""

    request = models.ForeignKey(Request, models.CASCADE, related_name="due_changes")
    due_at = models.DateTimeField()
    reason = models.TextField()
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]


class RequestSupport(models.Model):
    """A supporting unit (配合单位) of a request."""

    request = models.ForeignKey(Request, models.CASCADE, related_name="supports")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="supported_requests")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["request", "unit"], name="one_request_support_per_unit")]


class Handoff(models.Model):
    """流转: the ball passed from one hand to another, why and when. The first one takes the request down."""

    request = models.ForeignKey(Request, models.CASCADE, related_name="handoffs")
    move = models.CharField(max_length=24)
    from_party = models.CharField(max_length=8, blank=True)
    from_unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    to_party = models.CharField(max_length=8, blank=True)
    to_unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    to_status = models.CharField(max_length=12)
    note = models.TextField(blank=True)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]


class Objection(models.Model):
    """A unit said that a request is not its own, and what was decided."""

    request = models.ForeignKey(Request, models.CASCADE, related_name="objections")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    suggested_unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    reason = models.TextField()
    raised_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    raised_at = models.DateTimeField()
    decided_unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    decision = models.TextField(blank=True)
    decided_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    final = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]


class Answer(models.Model):
    """One version of what is handed in for a request. The one without `submitted_at` is being prepared."""

    request = models.ForeignKey(Request, models.CASCADE, related_name="answers")
    version = models.PositiveSmallIntegerField()
    text = models.TextField(blank=True)
    reused = models.BooleanField(default=False)
    """Answered from what was already there, without asking a unit."""
    submitted_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    submitted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["version"]
        constraints = [models.UniqueConstraint(fields=["request", "version"], name="one_answer_per_version")]


class AnswerMaterial(models.Model):
    """A material as a part of one version of an answer."""

    answer = models.ForeignKey(Answer, models.CASCADE, related_name="items")
    material = models.ForeignKey(Material, models.PROTECT, related_name="answers")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["answer", "material"], name="one_item_per_answer")]
