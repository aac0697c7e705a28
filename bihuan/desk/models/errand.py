"""Errands (服务保障), the duty roster with its hand-over notes, and the day's brief (联络日报)."""

from django.db import models

from bihuan.people.models import Account, Organisation
from bihuan.rounds.models import Round
from bihuan.rules.errand import KINDS, Kind, Receipt


class Errand(models.Model):
    """One thing to provide: an office, a vehicle, meals with the receipts that were paid, the network."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="errands")
    round = models.ForeignKey(Round, models.PROTECT, related_name="errands")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=8, choices=[(kind.value, KINDS[kind].text) for kind in Kind])
    title = models.CharField(max_length=120)
    place = models.CharField(max_length=60, blank=True)
    due_at = models.DateTimeField()
    done_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    """The person who sees to it."""
    done_at = models.DateTimeField(null=True)
    cancelled = models.BooleanField(default=False)
    receipt_number = models.CharField(max_length=60, blank=True)
    """用餐缴费收据: kept so that nothing was lavish."""
    amount = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    """元, as the receipt says."""
    people = models.PositiveSmallIntegerField(null=True)
    """How many ate."""
    remark = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["due_at", "number"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "number"], name="one_errand_per_number"),
            models.CheckConstraint(condition=models.Q(kind__in=[k.value for k in Kind]), name="errand_kind_is_known"),
        ]

    @property
    def ref(self) -> str:
        return f"E-{self.number:03d}"

    @property
    def receipt(self) -> Receipt:
        return Receipt(self.receipt_number, self.amount, self.people)


class Duty(models.Model):
    """Who is on duty when, and the note for whoever comes next."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="duties")
    on = models.DateField()
    shift = models.CharField(max_length=8, choices=[("day", "day"), ("night", "night")])
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    note = models.TextField(blank=True)
    noted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["on", "shift"]
        constraints = [models.UniqueConstraint(fields=["round", "on", "shift", "account"], name="one_duty_per_shift")]


class Brief(models.Model):
    """联络日报: what the record said of one day, frozen when it was sent to the leaders."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="briefs")
    on = models.DateField()
    figures = models.JSONField()
    """What `desk/queries/brief.py` worked out: counts and lines, as plain values."""
    note = models.TextField(blank=True)
    """What the office adds in its own words."""
    sent_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()

    class Meta:
        ordering = ["-on"]
        constraints = [models.UniqueConstraint(fields=["round", "on"], name="one_brief_per_day")]
