"""Which lists that were filled in offline came back to a round?"""

from django.db.models import QuerySet
from django.http import Http404

from bihuan.ledger.models import Filling
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round


def fillings_for(viewer: Viewer, round: Round) -> QuerySet[Filling]:
    """A returned list is seen by whoever sent it, and by those who see everything."""
    fillings = Filling.objects.filter(round=round, round__organisation=viewer.organisation)
    fillings = fillings.select_related("paper__organisation", "made_by__organisation", "round__organisation")
    return fillings if viewer.sees_all else fillings.filter(made_by=viewer.account)


def filling_for(viewer: Viewer, round: Round, ref: str) -> Filling:
    """`B-001` of a round, or 404."""
    head, _, number = ref.partition("-")
    is_ref = head == "B" and number.isascii() and number.isdigit() and len(number) < 10
    filling = fillings_for(viewer, round).filter(number=int(number)).first() if is_ref else None
    if filling is None:
        raise Http404
    return filling
