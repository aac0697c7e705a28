"""A running round of the cast's county, with one finding, and short ways to walk it along."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest

from bihuan.ledger.actions.assign import assign
from bihuan.ledger.actions.findings import Confirmed, raise_findings
from bihuan.ledger.actions.moves import move
from bihuan.ledger.actions.plan import MeasureText, add_measure, save_plan
from bihuan.ledger.actions.work import ProofText, attach_evidence, move_measure
from bihuan.ledger.models import Finding
from bihuan.papers.actions import keep
from bihuan.papers.models import Paper
from bihuan.people.models import Account
from bihuan.people.viewer import Viewer, viewer_of
from bihuan.rounds.actions import open_round
from bihuan.rounds.models import Round, RoundKind, RoundLevel
from bihuan.rules.finding import Move
from bihuan.rules.life import Refusal
from bihuan.rules.measure import Move as MeasureMove
from bihuan.rules.rounds import Dates
from tests.cast import NOW, Cast

FEEDBACK = date(2026, 2, 20)
DATES = Dates(notice=date(2025, 11, 1), entry=date(2025, 11, 10), leaving=date(2026, 1, 10), feedback=FEEDBACK)


def done(outcome):
    """What an action gave; a refusal fails the test with its reason."""
    assert not isinstance(outcome, Refusal), (str(outcome.reason), [str(text) for text in outcome.missing])
    return outcome


@pytest.fixture(autouse=True)
def _papers_in_a_folder_of_their_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def round(cast: Cast) -> Round:
    return done(
        open_round(
            cast.county,
            title="省委巡视",
            kind=RoundKind.INSPECTION,
            level=RoundLevel.PROVINCE,
            group="省委第三巡视组",
            dates=DATES,
            ruleset="province-6-months",
            by=viewer_of(cast.office),
            at=NOW,
        )
    )


@dataclass
class Walk:
    """Walks findings along as the cast; every step is a minute after the last."""

    cast: Cast
    round: Round
    at: datetime = NOW

    def later(self, **step: float) -> datetime:
        self.at += timedelta(**step) if step else timedelta(minutes=1)
        return self.at

    def by(self, account: Account) -> Viewer:
        return viewer_of(account)

    def raised(self, **values: object) -> Finding:
        row = Confirmed(text="镇村两级资金监管不严", deadline=date(2026, 8, 31), **values)
        office = self.by(self.cast.office)
        return done(raise_findings(self.round, [row], source=None, by=office, at=self.later()))[0]

    def assigned(self, **changes: object) -> Finding:
        finding = self.raised()
        self.assign(finding, lead_unit=self.cast.town.number, leader=self.cast.leader.username, **changes)
        return self.fresh(finding)

    def assign(self, finding: Finding, **changes: object) -> None:
        assign([finding], changes, by=self.by(self.cast.office), at=self.later())

    def move(self, finding: Finding, which: Move, who: Account, **details: object) -> Finding | Refusal:
        return move(finding, which, by=self.by(who), at=self.later(), **details)

    def claimed(self, **changes: object) -> Finding:
        return done(self.move(self.assigned(**changes), Move.CLAIM, self.cast.head))

    def planned(self, **changes: object) -> Finding:
        finding = self.claimed(**changes)
        head = self.by(self.cast.head)
        done(save_plan(finding, cause="责任没有压实", goal="资金监管到位", by=head, at=self.later()))
        text = MeasureText("修订村级资金管理办法", "镇财政所", date(2026, 6, 30), "印发的办法")
        done(add_measure(finding, text, by=head, at=self.later()))
        return done(self.move(finding, Move.SUBMIT_PLAN, self.cast.head))

    def rectifying(self, **changes: object) -> Finding:
        return done(self.move(self.planned(**changes), Move.APPROVE_PLAN, self.cast.leader))

    def paper(self, content: bytes = b"proof", name: str = "办法.pdf") -> Paper:
        head = self.by(self.cast.head)
        return done(
            keep(self.cast.county, name=name, data=content, unit=self.cast.town, by=head, at=self.later())
        ).paper

    def proved(self, finding: Finding) -> Finding:
        """Every measure with one proof, and done."""
        for measure in finding.measures.all():
            proof = ProofText("办法", document_date=date(2026, 3, 1))
            done(attach_evidence(measure, self.paper(), proof, by=self.by(self.cast.head), at=self.later()))
            done(move_measure(measure, MeasureMove.FINISH, by=self.by(self.cast.handler), at=self.later()))
        return self.fresh(finding)

    def applied(self, **changes: object) -> Finding:
        finding = self.proved(self.rectifying(**changes))
        return done(self.move(finding, Move.APPLY, self.cast.head, signed_name=self.cast.head.name))

    def closed(self, **changes: object) -> Finding:
        finding = self.applied(**changes)
        done(self.move(finding, Move.APPROVE, self.cast.leader))
        return done(self.move(finding, Move.APPROVE, self.cast.office))

    def fresh(self, finding: Finding) -> Finding:
        return Finding.objects.select_related("organisation", "round", "lead_unit", "leader").get(pk=finding.pk)


@pytest.fixture
def walk(cast: Cast, round: Round) -> Walk:
    return Walk(cast, round)


@pytest.fixture
def events(cast: Cast) -> Callable[[Finding], list[str]]:
    """The events of a finding, oldest first."""
    from bihuan.trail.queries import lines_of

    return lambda finding: [line.event for line in reversed(lines_of(cast.county.code, finding.ref))]
