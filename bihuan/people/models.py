"""Organisations, their units as a tree, accounts, and the posts that accounts hold in units."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from bihuan.rules.people import HELD, NAMES, Role
from bihuan.say import Say


class Organisation(models.Model):
    """One inspected body with its own units, people, rounds and trail. Organisations never see each other."""

    code = models.SlugField(max_length=32, unique=True)
    name = models.CharField(max_length=100)
    is_demo = models.BooleanField(default=False)


class Unit(models.Model):
    """A department, township or village. `path` lists the numbers from the top: `1/4/17/`, so below is a prefix."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="units")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    number = models.PositiveIntegerField()
    path = models.CharField(max_length=255, db_index=True)
    name = models.CharField(max_length=100)
    short_name = models.CharField(max_length=40, blank=True)
    order = models.PositiveIntegerField(default=0)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["path"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "number"], name="one_unit_per_number"),
            models.UniqueConstraint(fields=["organisation", "path"], name="one_unit_per_path"),
            models.UniqueConstraint(fields=["organisation", "name"], name="one_unit_per_name"),
        ]

    @property
    def ref(self) -> str:
        return f"U-{self.number:03d}"

    @property
    def depth(self) -> int:
        return self.path.count("/") - 1

    @property
    def label(self) -> str:
        return self.short_name or self.name


class Accounts(BaseUserManager):
    """Accounts always come with their organisation: every request needs both."""

    def get_queryset(self) -> models.QuerySet["Account"]:
        return super().get_queryset().select_related("organisation")


class Account(AbstractBaseUser):
    """A person who signs in. What he or she may do follows from posts alone."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="accounts")
    username = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=64)
    phone = models.CharField(max_length=32, blank=True)
    language = models.CharField(max_length=10, blank=True)
    is_active = models.BooleanField(default=True)
    must_change_password = models.BooleanField(default=False)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = Accounts()

    class Meta:
        ordering = ["name", "username"]


class Post(models.Model):
    """A person's role in a unit, from a day until a day. A person may hold several, in several units."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="posts")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="posts")
    role = models.CharField(max_length=16, choices=[(role.value, NAMES[role].text) for role in HELD])
    title = models.CharField(max_length=80, blank=True)
    charge = models.ManyToManyField(Unit, related_name="leaders_in_charge", blank=True)
    """分管: the units in a leader's charge, each with everything below it."""
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "unit", "role"], name="one_post_per_role_and_unit"),
            models.CheckConstraint(condition=models.Q(role__in=[r.value for r in HELD]), name="post_role_is_known"),
        ]

    @property
    def role_name(self) -> Say:
        return NAMES[Role(self.role)]
