"""What keeps a closed finding closed: the rhythm in which it is to be proved, and each proof that was asked for."""

from django.db import models

from bihuan.ledger.models.finding import Finding
from bihuan.papers.models import Paper
from bihuan.people.models import Account
from bihuan.rules.standing import RHYTHMS, Proof, Status

ASKED = models.Q(status=Proof.ASKED.value)


class Standing(models.Model):
    """The rhythm of one finding. A new close-out, or a change, begins it anew from that day."""

    finding = models.OneToOneField(Finding, models.CASCADE, related_name="rhythm")
    every = models.PositiveSmallIntegerField()
    """Months."""
    start = models.DateField()
    status = models.CharField(max_length=8, default=Status.RUNNING.value)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=[s.value for s in Status if s is not Status.NONE]),
                name="standing_status_is_known",
            ),
            models.CheckConstraint(condition=models.Q(every__in=list(RHYTHMS)), name="standing_rhythm_is_known"),
        ]


class StandingProof(models.Model):
    """One date of the rhythm. Its dates are fixed when it is asked for, and never move."""

    standing = models.ForeignKey(Standing, models.CASCADE, related_name="proofs")
    number = models.PositiveSmallIntegerField()
    """The how-manieth since the start of the rhythm."""
    start = models.DateField()
    """From when on it may be given: the start of the rhythm, or the date before."""
    due = models.DateField()
    until = models.DateField()
    """The last day of grace."""
    status = models.CharField(max_length=8, default=Proof.ASKED.value)
    note = models.TextField(blank=True)
    """What the unit says of how it stands."""
    papers = models.ManyToManyField(Paper, related_name="standing_proofs")
    given_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    given_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["standing"], condition=ASKED, name="one_standing_proof_asked"),
            models.CheckConstraint(
                condition=models.Q(status__in=[p.value for p in Proof]), name="standing_proof_status_is_known"
            ),
            models.CheckConstraint(condition=models.Q(until__gte=models.F("due")), name="standing_grace_follows"),
        ]
        indexes = [models.Index(fields=["due"], condition=ASKED, name="standing_proof_by_due")]
