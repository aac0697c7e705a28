"""Which dates were moved, and who left? A rule that stops the clock, three askings for more time, one hand-over."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from random import Random

from bihuan.ledger.actions.extensions import ask_extension, move_extension
from bihuan.ledger.models import Extension, Finding
from bihuan.people.actions import hand_on
from bihuan.people.belongings import bar, belongings
from bihuan.people.models import Account
from bihuan.people.viewer import Viewer, viewer_of
from bihuan.rounds.actions import change_rule
from bihuan.rounds.models import Round
from bihuan.rules.extension import Move
from bihuan.rules.finding import Status
from bihuan.rules.people import Role
from bihuan.site.demo import moments
from bihuan.site.demo.county import County, done
from bihuan.site.demo.diary import Diary

RUNNING = 2
"""The number of the round whose findings are being rectified."""
RULED, ASKED, DECIDED, LEFT = 60, 4, 2, 1
"""How many days ago the rule was made, more time was asked for, that was decided on, and somebody left."""
FATES = ("approved", "refused", "asked")
LONGER = timedelta(days=10)
GROUND = "整改工作领导小组第三次会议：方案、销号审核的时间不计入整改时限"
REASONS = {
    "approved": "需要逐人逐项核实，涉及外出人员较多，工作量超出原先预计。",
    "refused": "经办人员近期抽调参加其他工作，材料整理来不及。",
    "asked": "有关材料要由上级部门出具，预计下旬才能收到，须据此完成认定。",
}
ANSWERS = {"approved": "情况属实，抓紧核实。", "refused": "人员由单位统筹安排，按原时限完成。"}
LEAVING = "因工作调动，名下未办结的事项一并移交。"


@dataclass
class Times:
    """The askings by what becomes of them; each is about a finding of another unit."""

    county: County
    asked: dict[str, Extension] = field(default_factory=dict)

    def rule(self, at: datetime) -> None:
        """The clock stands still while an approver has a finding."""
        round = Round.objects.get(organisation=self.county.organisation, number=RUNNING)
        by = self.county.by("office")
        done(change_rule(round, name="pauses", value="approver", source=GROUND, by=by, at=at))

    def ask(self, fate: str, at: datetime) -> None:
        finding = self._next(at.date())
        by = self._head(finding)
        reason = REASONS[fate]
        self.asked[fate] = done(ask_extension(finding, wanted=finding.due + LONGER, reason=reason, by=by, at=at))

    def decide(self, fate: str, at: datetime) -> None:
        row = self.asked[fate]
        by = self.county.by("first") if row.level == Role.FIRST else viewer_of(row.finding.leader)
        which = Move.APPROVE if fate == "approved" else Move.REFUSE
        self.asked[fate] = done(move_extension(row, which, by=by, at=at, note=ANSWERS[fate]))

    def leave(self, at: datetime) -> None:
        """Whoever has most in hand among those whose head may take it over; the account to try things with stays."""
        pairs = [(self._account(name), self._account(self.county.heads[code]))
                 for code, name in sorted(self.county.staff.items())
                 if code in self.county.heads and name != Role.HANDLER]  # fmt: skip
        able = [pair for pair in pairs if bar(*pair) is None]
        leaver, successor = max(able, key=lambda pair: len(belongings(pair[0])))
        names = {"signed_leaver": leaver.name, "signed_successor": successor.name}
        by = self.county.by("office")
        done(hand_on(leaver, successor=successor, by=by, at=at, note=LEAVING, **names))

    def _next(self, today: date) -> Finding:
        """The first that is being rectified with some time left, of a unit that has not asked yet."""
        rows = Finding.objects.filter(
            organisation=self.county.organisation,
            round__number=RUNNING,
            status=Status.RECTIFYING.value,
            leader__isnull=False,
            due__gt=today + LONGER,
        )
        rows = rows.exclude(lead_unit__in=[row.finding.lead_unit_id for row in self.asked.values()])
        return rows.select_related("organisation", "round", "lead_unit", "leader").order_by("due", "number")[0]

    def _head(self, finding: Finding) -> Viewer:
        code = next(code for code, unit in self.county.units.items() if unit.pk == finding.lead_unit_id)
        return self.county.head(code)

    def _account(self, username: str) -> Account:
        return self.county.accounts[username]


def plan_times(county: County, diary: Diary, *, today: date, chance: Random) -> None:
    times = Times(county)

    def on(days: int) -> datetime:
        return moments.moment(today - timedelta(days=days), chance)

    diary.plan(on(RULED), times.rule)
    for place, fate in enumerate(FATES):
        diary.plan(on(ASKED) + timedelta(minutes=place), partial(times.ask, fate))
    for place, fate in enumerate(ANSWERS):
        diary.plan(on(DECIDED) + timedelta(minutes=place), partial(times.decide, fate))
    diary.plan(on(LEFT), times.leave)
