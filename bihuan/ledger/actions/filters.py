"""How does a person keep a view of the ledger? Under a name of his or her own; the same name again replaces it."""

from django.db import transaction

from bihuan.ledger.models import SavedFilter
from bihuan.people.viewer import Viewer


@transaction.atomic
def save_filter(name: str, query: str, *, by: Viewer) -> SavedFilter:
    """A personal convenience, not a fact: it leaves no line in the trail."""
    kept, _ = SavedFilter.objects.update_or_create(
        account=by.account, name=name.strip()[:40], defaults={"query": query[:1000]}
    )
    return kept


@transaction.atomic
def drop_filter(name: str, *, by: Viewer) -> None:
    SavedFilter.objects.filter(account=by.account, name=name).delete()
