"""What do the stories of papers need? A round with findings, files in a folder of their own, and no LibreOffice."""

import pytest

from bihuan.dispatch import maker
from bihuan.dispatch.actions.drafting import open_outgoing
from bihuan.dispatch.actions.giving import address
from bihuan.dispatch.actions.moves import move
from bihuan.dispatch.kinds import kinds
from bihuan.dispatch.models import Outgoing, Version
from bihuan.papers import office
from bihuan.people.viewer import viewer_of
from bihuan.rounds.models import Round
from bihuan.rules.dispatch import Move
from bihuan.rules.life import Refusal
from tests.cast import NOW, Cast
from tests.ledger.conftest import _papers_in_a_folder_of_their_own, done, round, walk  # noqa: F401


@pytest.fixture(autouse=True)
def _no_libreoffice(monkeypatch):
    """A PDF takes seconds; `tests/papers` makes some."""
    monkeypatch.setattr(office, "as_pdf", lambda docx, *, moment=None: b"%PDF-1.7 " + docx[:2])


class Desk:
    """Short ways along the life of a paper, each step by the person of the cast who takes it."""

    def __init__(self, cast: Cast, round: Round) -> None:  # noqa: F811
        self.cast, self.round = cast, round
        self.office, self.leader = viewer_of(cast.office), viewer_of(cast.leader)

    def put_down(self, kind: str = "ledger", **asked: str) -> Version:
        return done(open_outgoing(self.round, kinds()[kind], asked, by=self.office, at=NOW))

    def made(self, kind: str = "ledger", **asked: str) -> Outgoing:
        version = self.put_down(kind, **asked)
        while maker.make_next():
            pass
        return self.fresh(version.outgoing)

    def move(self, outgoing: Outgoing, which: Move, who=None, note: str = "") -> Outgoing | Refusal:
        by = viewer_of(who) if who else self.office
        return move(outgoing, which, by=by, at=NOW, note=note)

    def submitted(self, kind: str = "ledger") -> Outgoing:
        return done(self.move(self.made(kind), Move.SUBMIT))

    def approved(self, kind: str = "ledger") -> Outgoing:
        return done(self.move(self.submitted(kind), Move.APPROVE, self.cast.leader))

    def issued(self, kind: str = "ledger") -> Outgoing:
        row = self.approved(kind)
        units, people = [self.cast.town], [self.cast.stranger]
        done(address(row, units=units, people=people, by=self.office, at=NOW))
        return done(self.move(row, Move.ISSUE))

    def fresh(self, outgoing: Outgoing) -> Outgoing:
        return Outgoing.objects.select_related("organisation", "round__organisation").get(pk=outgoing.pk)


@pytest.fixture
def desk(cast, round) -> Desk:  # noqa: F811
    return Desk(cast, round)
