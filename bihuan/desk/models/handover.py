"""A hand-over: materials given to the group with a numbered list, and what has come back of them."""

from django.db import models

from bihuan.desk.models.material import Material
from bihuan.desk.models.request import Request
from bihuan.people.models import Account, Organisation
from bihuan.rounds.models import Round


class Handover(models.Model):
    """One hand-over with both signatures (交接清单)."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="handovers")
    round = models.ForeignKey(Round, models.PROTECT, related_name="handovers")
    number = models.PositiveIntegerField()
    handed_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    handed_at = models.DateTimeField()
    received_by = models.CharField(max_length=60, blank=True)
    """Who of the group signs for it; empty until the signed list is back."""
    received_at = models.DateTimeField(null=True)
    remark = models.CharField(max_length=200, blank=True)
    cancelled_at = models.DateTimeField(null=True)
    """It was made by mistake, and the group has not signed it. The number is never given again."""
    cancelled_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    cancel_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["organisation", "number"], name="one_handover_per_number")]

    @property
    def ref(self) -> str:
        return f"H-{self.number:03d}"


class Standing(models.Manager["HandoverItem"]):
    """The lines of lists that stand: nothing went out by a list that was cancelled."""

    def get_queryset(self) -> models.QuerySet["HandoverItem"]:
        return super().get_queryset().filter(handover__cancelled_at__isnull=True)


class HandoverItem(models.Model):
    """One line of the list. What must come back is out until it is ticked off. `every`: also of cancelled lists."""

    handover = models.ForeignKey(Handover, models.CASCADE, related_name="items")
    number = models.PositiveSmallIntegerField()
    material = models.ForeignKey(Material, models.PROTECT, related_name="handed_over")
    request = models.ForeignKey(Request, models.PROTECT, null=True, related_name="handed_over")
    copies = models.PositiveSmallIntegerField()
    pages = models.PositiveIntegerField(null=True)
    reissued = models.BooleanField(default=False)
    """It was handed over before and goes out again under a new cover slip."""
    to_return = models.BooleanField(default=False)
    returned_at = models.DateTimeField(null=True)
    returned_copies = models.PositiveSmallIntegerField(null=True)
    returned_to = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    return_remark = models.CharField(max_length=200, blank=True)

    objects = Standing()
    every = models.Manager["HandoverItem"]()

    class Meta:
        ordering = ["handover", "number"]
        constraints = [models.UniqueConstraint(fields=["handover", "number"], name="one_handover_item_per_number")]
        indexes = [models.Index(fields=["material", "returned_at"], name="item_by_material")]
