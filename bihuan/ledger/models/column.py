"""What a person said that a column of the organisation's ledgers means, so that nobody is asked twice."""

from django.db import models

from bihuan.people.models import Organisation


class ColumnMeaning(models.Model):
    """One header, as reading names it, and its meaning: a `reading.columns.Column`; `known` is read but not kept."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="column_meanings")
    header = models.CharField(max_length=100)
    meaning = models.CharField(max_length=20)

    class Meta:
        ordering = ["header"]
        constraints = [models.UniqueConstraint(fields=["organisation", "header"], name="one_meaning_per_header")]
