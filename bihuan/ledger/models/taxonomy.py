"""How an office has written the aspects for its organisation; without it the shipped file holds."""

from django.db import models

from bihuan.people.models import Organisation


class OwnTaxonomy(models.Model):
    """The file's text. Going back to the shipped one keeps it, so that it can be taken up again."""

    organisation = models.OneToOneField(Organisation, models.PROTECT, related_name="own_taxonomy")
    text = models.TextField()
    in_force = models.BooleanField(default=True)
