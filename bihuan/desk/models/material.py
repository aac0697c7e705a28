"""A material: a paper, disc or file that a unit provides; its words for finding it again; what is prepared ahead."""

from django.db import models

from bihuan.papers.models import Paper
from bihuan.people.models import Account, Organisation, Unit
from bihuan.rounds.models import Round
from bihuan.rules.material import Carrier, Form


class Material(models.Model):
    """One thing that can be handed over. A classified paper is only registered by its number, without content.

    Its own date, the day it was made and the moment it was received are three fields. One that was made after its own
    date is a later explanation and never an original.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="materials")
    round = models.ForeignKey(Round, models.PROTECT, related_name="materials")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    period = models.CharField(max_length=100, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="materials")
    """The unit that provides it."""
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, related_name="materials")
    """Its content, where it is electronic; kept once by hash."""
    carrier = models.CharField(max_length=10)
    form = models.CharField(max_length=12)
    document_date = models.DateField()
    """The date that the document bears."""
    made_on = models.DateField()
    """The day on which this piece was made: printed, copied, written."""
    received_at = models.DateTimeField()
    copies = models.PositiveSmallIntegerField(default=1)
    pages = models.PositiveIntegerField(null=True)
    may_copy = models.BooleanField(default=True)
    work_secret = models.BooleanField(default=False)
    classified = models.BooleanField(default=False)
    """密件线下流转: only the number is here."""
    registered_number = models.CharField(max_length=60, blank=True)
    """The number of a classified paper in its own register."""
    version = models.PositiveSmallIntegerField(default=1)
    follows = models.ForeignKey("self", models.PROTECT, null=True, related_name="versions")
    """The version before it."""
    remark = models.CharField(max_length=200, blank=True)
    registered_by = models.ForeignKey(Account, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "number"], name="one_material_per_number"),
            models.CheckConstraint(
                condition=models.Q(carrier__in=[c.value for c in Carrier]), name="material_carrier_is_known"
            ),
            models.CheckConstraint(condition=models.Q(form__in=[f.value for f in Form]), name="material_form_is_known"),
            models.CheckConstraint(
                condition=models.Q(classified=False) | models.Q(paper__isnull=True),
                name="classified_has_no_content",
            ),
            models.CheckConstraint(
                condition=~models.Q(form="original") | models.Q(made_on__lte=models.F("document_date")),
                name="nothing_made_later_is_an_original",
            ),
        ]

    @property
    def ref(self) -> str:
        return f"M-{self.number:04d}"


class MaterialWord(models.Model):
    """One pair of characters of a material's title, period and unit: what finds it again among many thousands."""

    material = models.ForeignKey(Material, models.CASCADE, related_name="words")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    word = models.CharField(max_length=2)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["material", "word"], name="one_row_per_word")]
        indexes = [models.Index(fields=["organisation", "word", "material"], name="material_by_word")]


class Prepared(models.Model):
    """A thing that groups usually ask for first, given to a unit so that it is ready before the entry."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="prepared")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    period = models.CharField(max_length=100, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="prepared")
    due_on = models.DateField(null=True)
    materials = models.ManyToManyField(Material, related_name="prepared_as")
    nothing = models.CharField(max_length=200, blank=True)
    """Why the unit has nothing of it: 无此事项 and the reason."""
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["round", "number"], name="one_prepared_per_number")]

    @property
    def ref(self) -> str:
        """Numbered on through the rounds of the organisation, as materials are."""
        return f"A-{self.number:03d}"
