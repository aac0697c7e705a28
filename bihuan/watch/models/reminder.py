"""Own colour schemes, daily sweeps, what each person was told, levels that were reached, and what goes outside."""

from django.db import models

from bihuan.people.models import Account, Organisation
from bihuan.rules.people import Role


class OwnScheme(models.Model):
    """Which shipped scheme an organisation has chosen, and what it says otherwise."""

    organisation = models.OneToOneField(Organisation, models.CASCADE, related_name="colour_scheme")
    preset = models.CharField(max_length=40)
    colours = models.JSONField(default=dict)
    """{"green": {"word", "shape", "left", "receivers": [role, …]}, …}: what is said otherwise."""
    levels = models.JSONField(null=True)
    """{"head": 3, …} in working days; null where the shipped ones hold."""


class Sweep(models.Model):
    """One day's digest of one organisation was made. Whoever makes this row first makes the digest."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="sweeps")
    day = models.DateField()
    at = models.DateTimeField()
    claim = models.CharField(max_length=32)
    people = models.PositiveIntegerField(default=0)
    items = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "day"], name="one_sweep_per_day")]


class Notice(models.Model):
    """What one person was told at one moment: the day's digest, or one thing that could not wait. Frozen."""

    class Kind(models.TextChoices):
        DIGEST = "digest"
        URGENT = "urgent"

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="notices")
    account = models.ForeignKey(Account, models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    key = models.CharField(max_length=60)
    """What it is about: the day, or the reference with its due time. Nobody is told of the same twice."""
    at = models.DateTimeField()
    claim = models.CharField(max_length=32)
    items = models.JSONField()
    """[{"kind", "ref", "on", "colour", "level"}], the most pressing first; `count` says how many there were in all."""
    count = models.PositiveIntegerField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["account", "key"], name="one_notice_per_key"),
            models.CheckConstraint(condition=models.Q(kind__in=["digest", "urgent"]), name="notice_kind_is_known"),
        ]
        indexes = [
            models.Index(fields=["account", "-at"], name="notice_by_account"),
            models.Index(fields=["account"], condition=models.Q(read_at__isnull=True), name="notice_unread"),
            models.Index(fields=["claim"], name="notice_by_claim"),
        ]


class Escalation(models.Model):
    """An overdue thing has come to the ears of a higher level. A moved due date begins the ladder anew."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="escalations")
    ref = models.CharField(max_length=24)
    due = models.DateField()
    role = models.CharField(max_length=16)
    at = models.DateTimeField()
    claim = models.CharField(max_length=32)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "ref", "due", "role"], name="one_escalation_per_level"),
            models.CheckConstraint(
                condition=models.Q(role__in=[role.value for role in Role]), name="escalation_role_is_known"
            ),
        ]
        indexes = [models.Index(fields=["claim"], name="escalation_by_claim")]


class MailAddress(models.Model):
    """Where a person wants mail. Without one there is none."""

    account = models.OneToOneField(Account, models.CASCADE, related_name="mail_address")
    address = models.EmailField(max_length=200)


class Hook(models.Model):
    """A place outside that is told, in numbers only, that there is something to look at: a robot, or a program."""

    class Format(models.TextChoices):
        GENERIC = "generic"
        WECOM = "wecom"
        DINGTALK = "dingtalk"
        FEISHU = "feishu"

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="hooks")
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=60)
    url = models.CharField(max_length=500)
    format = models.CharField(max_length=10, choices=Format.choices)
    secret = models.CharField(max_length=200, blank=True)
    """What it is signed with; shown to nobody again."""
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["organisation", "number"], name="one_hook_per_number")]

    @property
    def ref(self) -> str:
        return f"H-{self.number:02d}"


class Message(models.Model):
    """One sending to the outside, kept for good: when it was made, how often it was tried, and how it ended."""

    class Status(models.TextChoices):
        WAITING = "waiting"
        SENDING = "sending"
        SENT = "sent"
        FAILED = "failed"
        DROPPED = "dropped"
        """Nobody is there any more to whom it could go."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="messages")
    notice = models.OneToOneField(Notice, models.CASCADE, null=True, related_name="mail")
    """Mail about this notice …"""
    hook = models.ForeignKey(Hook, models.CASCADE, null=True, related_name="messages")
    """… or a call of this hook."""
    key = models.CharField(max_length=100, unique=True)
    """What is sent; the receiver can tell a repetition by it."""
    people = models.PositiveIntegerField(default=1)
    items = models.PositiveIntegerField(default=0)
    urgent = models.BooleanField(default=False)
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField()
    claim = models.CharField(max_length=32, blank=True)
    claimed_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    fault = models.JSONField(null=True)
    """{"text", "values"}: why the last try failed, not yet translated."""

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=["waiting", "sending", "sent", "failed", "dropped"]),
                name="message_status_is_known",
            )
        ]
        indexes = [models.Index(fields=["status", "next_at"], name="message_by_status")]
