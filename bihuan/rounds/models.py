"""A round of inspection, the rules that the round itself has changed, and the days of the office's own calendar."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from bihuan.people.models import Organisation
from bihuan.rules.days import DayKind


class RoundKind(models.TextChoices):
    INSPECTION = "inspection", _("巡视")
    LOCAL = "local", _("巡察")
    RECHECK = "recheck", _("回头看")
    SPECIAL = "special", _("专项")
    AUDIT = "audit", _("审计")


class RoundLevel(models.TextChoices):
    CENTRAL = "central", _("中央")
    PROVINCE = "province", _("省级")
    CITY = "city", _("市级")
    COUNTY = "county", _("县级")


class Round(models.Model):
    """One inspection of one organisation, with the dates that start its clocks."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="rounds")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=120)
    kind = models.CharField(max_length=12, choices=RoundKind.choices)
    level = models.CharField(max_length=12, choices=RoundLevel.choices)
    group = models.CharField(max_length=100)
    """The inspecting group."""
    notice_on = models.DateField(null=True, blank=True)
    entry_on = models.DateField(null=True, blank=True)
    leaving_on = models.DateField(null=True, blank=True)
    feedback_on = models.DateField(null=True, blank=True)
    ruleset = models.CharField(max_length=40)
    finished_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "number"], name="one_round_per_number"),
            models.CheckConstraint(condition=models.Q(kind__in=RoundKind.values), name="round_kind_is_known"),
        ]

    @property
    def ref(self) -> str:
        return f"R{self.number}"


class RuleChange(models.Model):
    """One value of the rule set that this round has changed, and on what ground."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="rule_changes")
    name = models.CharField(max_length=40)
    value = models.CharField(max_length=200)
    source = models.CharField(max_length=300)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "name"], name="one_change_per_rule")]


class DayTable(models.Model):
    """One day on which an organisation's calendar differs from the official one: added and removed, never edited."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="own_days")
    day = models.DateField()
    kind = models.CharField(max_length=4)
    name = models.CharField(max_length=40, blank=True)
    source = models.CharField(max_length=300)

    class Meta:
        ordering = ["day"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "day"], name="one_kind_for_a_day"),
            models.CheckConstraint(
                condition=models.Q(kind__in=[kind.value for kind in DayKind]), name="day_kind_is_known"
            ),
        ]
