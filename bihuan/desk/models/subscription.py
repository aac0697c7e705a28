"""A private calendar address: whoever knows it sees what its owner may see; of interviews nothing but their times."""

from django.db import models

from bihuan.people.models import Account


class Subscription(models.Model):
    """One person's address. Only the digest of its secret is kept, so a copy of the database opens no calendar."""

    account = models.OneToOneField(Account, models.CASCADE, related_name="subscription")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
