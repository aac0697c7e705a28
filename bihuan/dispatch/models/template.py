"""Templates of an office's own: which Word file a kind of paper is made with, and every file that it was made with."""

from django.db import models

from bihuan.papers.models import Paper
from bihuan.people.models import Account, Organisation
from bihuan.rounds.models import Round

USED = models.Q(in_use=True)


class OwnTemplate(models.Model):
    """One file for one kind, for one round or for all. None in use means the product's own layout."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="own_templates")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=40)
    round = models.ForeignKey(Round, models.PROTECT, null=True, related_name="own_templates")
    """Null for all rounds; one of the round's own goes before it."""
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="+")
    note = models.CharField(max_length=300, blank=True)
    in_use = models.BooleanField(default=True)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "number"], name="one_template_per_number"),
            models.UniqueConstraint(
                fields=["organisation", "kind", "round"], condition=USED, name="one_template_in_use_per_round"
            ),
            models.UniqueConstraint(
                fields=["organisation", "kind"],
                condition=USED & models.Q(round__isnull=True),
                name="one_template_in_use_for_all_rounds",
            ),
        ]

    @property
    def ref(self) -> str:
        return f"T-{self.number:03d}"
