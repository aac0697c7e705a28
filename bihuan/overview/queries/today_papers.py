"""Which papers wait for me today? What I approve, what came to my units or to me, letters, and proof that is due soon.

A fixed number of queries, whatever the number of rows.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from bihuan.desk.queries.acting import own_paths
from bihuan.dispatch.models import Outgoing, Receiver
from bihuan.dispatch.queries.outgoing import unsigned_for, waiting_for
from bihuan.ledger.models import StandingProof
from bihuan.people.viewer import Viewer
from bihuan.rules.standing import Proof
from bihuan.watch.models import Letter
from bihuan.watch.queries.letters import letters_waiting

NEAR = timedelta(days=14)
"""So long before its date a proof is asked for here: it has to be gathered first."""


@dataclass(frozen=True)
class PapersToday:
    """My own turn with papers; all of each kind."""

    approving: tuple[Outgoing, ...] = ()
    letters: tuple[Letter, ...] = ()
    copies: tuple[Receiver, ...] = ()
    proofs: tuple[StandingProof, ...] = ()

    @property
    def waiting(self) -> int:
        return sum(map(len, (self.approving, self.letters, self.copies, self.proofs)))


def papers_today(viewer: Viewer, *, today: date) -> PapersToday:
    return PapersToday(
        approving=tuple(waiting_for(viewer)),
        letters=tuple(letters_waiting(viewer).defer("text", "facts", "answer")),
        copies=tuple(unsigned_for(viewer)),
        proofs=proofs_due(viewer, today=today),
    )


def proofs_due(viewer: Viewer, *, today: date) -> tuple[StandingProof, ...]:
    """The proofs that this head or handler may give by now, due soon or late; the first due first."""
    mine = Q(pk__in=[])
    for path in own_paths(viewer):
        mine |= Q(standing__finding__lead_unit__path__startswith=path)
    rows = StandingProof.objects.filter(
        mine,
        Q(number=1) | Q(start__lt=today),
        standing__finding__organisation=viewer.organisation,
        status=Proof.ASKED.value,
        due__lte=today + NEAR,
    )
    return tuple(rows.select_related("standing__finding__lead_unit").order_by("due", "pk"))
