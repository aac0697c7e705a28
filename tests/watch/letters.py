"""The shortest ways to a letter: drafted about a finding of the town, and walked along."""

from dataclasses import dataclass
from datetime import date

from bihuan.ledger.models import Finding
from bihuan.people.models import Account
from bihuan.rules.letter import Move
from bihuan.rules.life import Refusal
from bihuan.watch.actions.letter_moves import move_letter
from bihuan.watch.actions.letters import draft
from bihuan.watch.models import Letter
from tests.ledger.conftest import Walk, done

TERM = date(2026, 10, 15)


@dataclass
class Post:
    """Sends letters about one finding, as the cast."""

    walk: Walk
    finding: Finding

    def drafted(self, step: str = "notice", **values: object) -> Letter:
        return done(self.try_draft(step, **values))

    def try_draft(self, step: str = "notice", **values: object) -> Letter | Refusal:
        walk = self.walk
        by, at = walk.by(walk.cast.office), walk.later()
        return draft(walk.round, walk.cast.town, step, [self.finding], by=by, at=at, **values)

    def move(self, letter: Letter, which: Move, who: Account, note: str = "") -> Letter | Refusal:
        return move_letter(letter, which, by=self.walk.by(who), at=self.walk.later(), note=note)

    def approved(self, step: str = "notice", by: Account | None = None, **values: object) -> Letter:
        cast = self.walk.cast
        letter = done(self.move(self.drafted(step, **values), Move.SUBMIT, cast.office))
        return done(self.move(letter, Move.APPROVE, by or cast.leader))

    def issued(self, step: str = "notice", by: Account | None = None, **values: object) -> Letter:
        return done(self.move(self.approved(step, by, **values), Move.ISSUE, self.walk.cast.office))

    def signed(self, step: str = "notice") -> Letter:
        return done(self.move(self.issued(step), Move.SIGN, self.walk.cast.handler))

    def answered(self) -> Letter:
        return done(self.move(self.signed(), Move.ANSWER, self.walk.cast.head, "已补齐措施。"))
