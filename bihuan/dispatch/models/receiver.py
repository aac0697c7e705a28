"""To whom a paper goes: a unit or a person, when it was given out, and who signed for it."""

from django.db import models

from bihuan.dispatch.models.outgoing import Outgoing
from bihuan.people.models import Account, Unit


class Receiver(models.Model):
    """One line of the distribution list."""

    outgoing = models.ForeignKey(Outgoing, models.CASCADE, related_name="receivers")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    account = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField(null=True)
    """When it was issued to them; null while the paper is still inside."""
    signed_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["outgoing", "unit"], name="one_copy_per_unit"),
            models.UniqueConstraint(fields=["outgoing", "account"], name="one_copy_per_person"),
            models.CheckConstraint(
                condition=models.Q(unit__isnull=True) ^ models.Q(account__isnull=True),
                name="receiver_is_a_unit_or_a_person",
            ),
        ]

    @property
    def label(self) -> str:
        return self.unit.label if self.unit else self.account.name
