"""A paper is one file content, kept once per organisation under its hash."""

from django.db import models

from bihuan.people.models import Account, Organisation, Unit


class Paper(models.Model):
    """One content. The bytes lie in the data folder under the hash; the same bytes are never kept twice."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="papers")
    number = models.PositiveIntegerField()
    hash = models.CharField(max_length=64)
    """SHA-256 of the bytes, in hexadecimal."""
    name = models.CharField(max_length=255)
    """The name it came with, without any folder."""
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=100)
    text = models.TextField(blank=True)
    """What could be read from it, for search and for likeness."""
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="papers")
    """The unit that first sent it in."""
    sent_by = models.ForeignKey(Account, models.PROTECT, related_name="papers")
    received_at = models.DateTimeField()

    class Meta:
        ordering = ["-received_at", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "number"], name="one_paper_per_number"),
            models.UniqueConstraint(fields=["organisation", "hash"], name="one_paper_per_content"),
        ]

    @property
    def ref(self) -> str:
        return f"P-{self.number:04d}"
