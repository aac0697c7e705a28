"""By which taxonomy are this organisation's documents read, and which aspect does it give a heading?"""

from dataclasses import dataclass
from itertools import groupby

from bihuan.ledger.models import OwnTaxonomy
from bihuan.people.models import Organisation
from bihuan.reading.aspects import aspect_name, aspect_of, is_aspect
from bihuan.reading.taxonomy import SHIPPED, SHIPPED_TEXT, Aspect, Taxonomy, parse, using
from bihuan.say import Say


@dataclass(frozen=True)
class Held:
    """The taxonomy in force and its text. `fault` says why the organisation's own one cannot be used any more."""

    taxonomy: Taxonomy = SHIPPED
    text: str = SHIPPED_TEXT
    is_own: bool = False
    may_resume: bool = False
    """It has one of its own that was put aside."""
    fault: Say | None = None

    @property
    def sets(self) -> list[tuple[str, list[Aspect]]]:
        return [(name, list(members)) for name, members in groupby(self.taxonomy.aspects, lambda each: each.set)]


def held_taxonomy(organisation: Organisation) -> Held:
    own = OwnTaxonomy.objects.filter(organisation=organisation).first()
    if not own or not own.in_force:
        return Held(may_resume=own is not None)
    found = parse(own.text)
    if isinstance(found, Say):
        return Held(text=own.text, is_own=True, fault=found)
    return Held(found, own.text, is_own=True)


def taxonomy_of(organisation: Organisation) -> Taxonomy:
    """What readings of this organisation's documents go by."""
    return held_taxonomy(organisation).taxonomy


@dataclass(frozen=True)
class Tried:
    """What a heading is taken for: the aspect whose wording it has, and its name in a draft if it heads findings."""

    heading: str
    aspect: Aspect | None
    name: str


def tried(taxonomy: Taxonomy, heading: str) -> Tried:
    with using(taxonomy):
        return Tried(heading, aspect_of(heading), aspect_name(heading) if is_aspect(heading) else "")
