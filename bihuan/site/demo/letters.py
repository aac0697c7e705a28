"""Which letters did the office send to slow units, and whom did it summon? One at every step of its life."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from random import Random

from django.db.models import QuerySet

from bihuan.ledger.models import Finding
from bihuan.people.models import Unit
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.finding import Status
from bihuan.rules.letter import Move
from bihuan.rules.people import Role
from bihuan.site.demo import moments
from bihuan.site.demo.county import County, done
from bihuan.site.demo.diary import Diary
from bihuan.watch.actions.ladder import choose_ladder
from bihuan.watch.actions.letter_moves import move_letter
from bihuan.watch.actions.letters import draft
from bihuan.watch.actions.summonses import Talk, hold_summons
from bihuan.watch.models import Letter
from bihuan.watch.queries.ladder import step_of

RUNNING = 2
"""The number of the round whose findings are being rectified."""
LADDER, PREFIX, CHOSEN = "five-letters", "云巡改", 40
SUMMONED = 4
"""How many days ago a head was summoned."""
TERM = timedelta(days=25)
ISSUE = (Move.SUBMIT, Move.APPROVE, Move.ISSUE)
LATER = {Move.SIGN: 1, Move.ANSWER: 4, Move.CLOSE: 6, Move.RECALL: 1}
"""How many days after the draft; what is not named is done on its day."""
NOTES = {
    Move.ANSWER: "已逐条对照督办意见研究，未完成的措施明确到人，佐证材料正在补充，将按期完成。",
    Move.CLOSE: "答复属实，继续跟踪。",
    Move.RECALL: "反馈问题编号写错，收回后重新印发。",
}
SKIPPED = "时限临近，经整改工作领导小组会议研究，直接使用本级文书。"


@dataclass(frozen=True)
class Fate:
    """One letter: which step, how many days ago it was drafted, and how far it came."""

    step: str
    ago: int
    moves: tuple[Move, ...] = ()
    unit: str = ""
    """The code of the unit, where it matters who has it to look at."""
    late: bool = False
    """About a finding whose date has passed."""
    again: bool = False
    """About the finding of the first letter."""


FATES = (
    Fate("notice", 24, (*ISSUE, Move.SIGN, Move.ANSWER, Move.CLOSE)),
    Fate("notice", 15, (*ISSUE, Move.SIGN, Move.ANSWER)),
    Fate("notice", 9, (*ISSUE, Move.SIGN)),
    Fate("notice", 8, (*ISSUE, Move.RECALL)),
    Fate("guidance", 7, (*ISSUE, Move.SIGN), again=True),
    Fate("admonition", 6, (*ISSUE, Move.SIGN), late=True),
    Fate("notice", 3, ISSUE, unit="songhe"),
    Fate("reminder", 3, (Move.SUBMIT, Move.APPROVE)),
    Fate("notice", 2, (Move.SUBMIT,), unit="baishui"),
    Fate("accountability", 2, (), late=True),
)


@dataclass
class Letters:
    """The letters as they are made; each is about a finding of another unit."""

    county: County
    today: date
    made: dict[int, Letter] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)

    @property
    def office(self) -> Viewer:
        return self.county.by("office")

    @property
    def round(self) -> Round:
        return Round.objects.select_related("organisation").get(organisation=self.county.organisation, number=RUNNING)

    def choose(self, at: datetime) -> None:
        done(choose_ladder(self.county.organisation, LADDER, PREFIX, by=self.office, at=at))

    def draft(self, place: int, at: datetime) -> None:
        fate = FATES[place]
        finding = self.made[0].findings.get() if fate.again else self._finding(fate, at.date())
        unit = self._unit(finding)
        term = at.date() + TERM if fate.step == "admonition" else None
        reason = SKIPPED if fate.step in ("reminder", "admonition", "accountability") else ""
        self.made[place] = done(
            draft(self.round, unit, fate.step, [finding], by=self.office, at=at, term=term, skip_reason=reason)
        )

    def move(self, place: int, which: Move, at: datetime) -> None:
        row = self.made[place]
        by = self._who(row, which)
        self.made[place] = done(move_letter(row, which, by=by, at=at, note=NOTES.get(which, "")))

    def summon(self, at: datetime) -> None:
        finding = self._finding(Fate("", SUMMONED, late=True), at.date())
        unit = self._unit(finding)
        head = self.county.head(self._code(unit))
        talk = Talk(
            held_at=at - timedelta(hours=1),
            place="县委第二会议室",
            talked_by=self.county.by("first").name,
            attended=f"{unit.label} {head.name}",
            outcome="每周报送一次进展，最后时限前完成全部措施。",
            term=at.date() + TERM,
        )
        done(hold_summons(self.round, unit, [finding], talk, by=self.office, at=at))

    def _who(self, row: Letter, which: Move) -> Viewer:
        if which in (Move.SIGN, Move.ANSWER):
            return self.county.head(self._code(row.unit))
        if which is not Move.APPROVE:
            return self.office
        first = step_of(row).approver is Role.FIRST
        return self.county.by("first" if first else self.county.leaders[self._code(row.unit)])

    def _finding(self, fate: Fate, today: date) -> Finding:
        """The most pressing one of a unit that has no letter yet; of the named unit where it has one."""
        rows = self._open()
        named = rows.filter(lead_unit=self.county.units[fate.unit]) if fate.unit else rows.none()
        kept = rows.exclude(lead_unit__in=[self.county.units[each.unit] for each in FATES if each.unit])
        pressing = kept.filter(due__lt=today) if fate.late else kept.filter(due__gt=self.today)
        finding = named.first() or pressing.first() or rows[0]
        self.used.add(finding.lead_unit_id or 0)
        return finding

    def _open(self) -> QuerySet[Finding]:
        """Of units in a leader's charge that have a head of their own, to sign for it."""
        codes = [code for code in self.county.leaders if code in self.county.heads]
        units = [self.county.units[code].pk for code in codes]
        rows = Finding.objects.filter(round=self.round, status=Status.RECTIFYING.value, lead_unit__in=units)
        rows = rows.exclude(lead_unit__in=self.used).exclude(extensions__status="asked")
        return rows.select_related("organisation", "round", "lead_unit").order_by("due", "number")

    def _unit(self, finding: Finding) -> Unit:
        return next(unit for unit in self.county.units.values() if unit.pk == finding.lead_unit_id)

    def _code(self, unit: Unit) -> str:
        return next(code for code, each in self.county.units.items() if each.pk == unit.pk)


def plan_letters(county: County, diary: Diary, *, today: date, chance: Random) -> None:
    letters = Letters(county, today)
    diary.plan(moments.moment(today - timedelta(days=CHOSEN), chance), letters.choose)
    for place, fate in enumerate(FATES):
        begun = moments.moment(today - timedelta(days=fate.ago), chance)
        diary.plan(begun, partial(letters.draft, place))
        for step, which in enumerate(fate.moves, start=1):
            at = begun + timedelta(minutes=step)
            if which in LATER:
                on = min(today - timedelta(days=fate.ago - LATER[which]), today - timedelta(days=1))
                at = max(at, moments.moment(on, chance))
            diary.plan(at, partial(letters.move, place, which))
    diary.plan(moments.moment(today - timedelta(days=SUMMONED), chance), letters.summon)
