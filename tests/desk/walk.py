"""Short ways to walk a request along as the cast; every step is a minute after the last."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bihuan.desk.actions.answer import attach, write_answer
from bihuan.desk.actions.materials import Described, register
from bihuan.desk.actions.request import Asked, move, take_down
from bihuan.desk.models import Material, Request
from bihuan.people.models import Account, Unit
from bihuan.people.viewer import Viewer, viewer_of
from bihuan.rounds.models import Round
from bihuan.rules.life import Refusal
from bihuan.rules.material import Carrier
from bihuan.rules.request import Kind, Move
from tests.cast import NOW, Cast
from tests.ledger.conftest import done


@dataclass
class Walk:
    """Takes a request to where the story begins: `walk.accepted(kind=Kind.FIX)`."""

    cast: Cast
    round: Round
    at: datetime = NOW

    def later(self, **step: float) -> datetime:
        self.at += timedelta(**step) if step else timedelta(minutes=1)
        return self.at

    def by(self, account: Account) -> Viewer:
        return viewer_of(account)

    def taken(self, text: str = "2023年以来县委常委会会议记录", **values: object) -> Request:
        asked = Asked(text, self.at + timedelta(days=1), **values)
        return done(take_down(self.round, asked, by=self.by(self.cast.office), at=self.later()))

    def move(self, request: Request, which: Move, who: Account, **details: object) -> Request | Refusal:
        return move(request, which, by=self.by(who), at=self.later(), **details)

    def assigned(self, unit: Unit | None = None, **values: object) -> Request:
        return done(self.move(self.taken(**values), Move.ASSIGN, self.cast.office, unit=unit or self.cast.town))

    def accepted(self, **values: object) -> Request:
        return done(self.move(self.assigned(**values), Move.ACCEPT, self.cast.head))

    def material(self, title: str = "会议记录", unit: Unit | None = None, **values: object) -> Material:
        said = Described(
            unit=unit or self.cast.town, title=title, document_date=date(2026, 1, 12), carrier=Carrier.PAPER, **values
        )
        return done(register(self.round, said, by=self.by(self.cast.office), at=self.later()))

    def answered(self, *materials: Material, **values: object) -> Request:
        request = self.accepted(**values)
        head = self.by(self.cast.head)
        done(write_answer(request, "已按要求整理", by=head, at=self.later()))
        done(attach(request, materials, by=head, at=self.later()))
        return request

    def submitted(self, *materials: Material, **values: object) -> Request:
        return done(self.move(self.answered(*materials, **values), Move.SUBMIT, self.cast.head))

    def released(self, *materials: Material, **values: object) -> Request:
        request = done(self.move(self.submitted(*materials, **values), Move.CHECK, self.cast.office))
        return done(self.move(request, Move.RELEASE, self.cast.leader)) if request.status == "checked" else request

    def handed_over(self, **values: object) -> Request:
        return done(self.move(self.released(**values), Move.HAND_OVER, self.cast.office))

    def receipted(self, **values: object) -> Request:
        return done(self.move(self.handed_over(**values), Move.RECEIPT, self.cast.office, received_by="孙组长"))

    def closed(self, **values: object) -> Request:
        return done(self.move(self.receipted(**values), Move.CLOSE, self.cast.office))

    def explanation(self, **values: object) -> Request:
        return self.submitted(text="松河镇青石村道路项目情况说明", kind=Kind.EXPLANATION, **values)

    def fresh(self, request: Request) -> Request:
        return Request.objects.select_related("organisation", "round", "lead_unit").get(pk=request.pk)
