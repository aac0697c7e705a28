"""Which rectification meetings did the county plan after the province's feedback, and which were held?"""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import partial
from random import Random

from django.core.files.base import ContentFile
from django.utils import timezone

from bihuan.ledger.actions.meetings import MeetingPlan, MeetingRecord, hold_meeting, plan_meeting
from bihuan.ledger.models import Finding, Meeting
from bihuan.rounds.models import Round
from bihuan.rules.meeting import Kind
from bihuan.site.demo import moments
from bihuan.site.demo.county import County, done
from bihuan.site.demo.diary import Diary
from bihuan.site.demo.inspections import RUNNING

PLACE = "县委常委会议室"
COMMITTEE = "县委常委，县人大常委会主任、县政协主席，县委办、县纪委监委、县委组织部主要负责人"
GROUP = "整改工作领导小组成员，县整改办工作人员"


@dataclass(frozen=True)
class Written:
    """One meeting: the day after the feedback for which it was planned, and how many days later it was held."""

    kind: Kind
    title: str
    day: int
    late: int | None
    chair: str
    attendees: str
    about: slice
    minutes: str = ""


MEETINGS = (
    Written(Kind.COMMITTEE, "县委常委会（研究省委巡视反馈意见整改方案）", 8, 0, "first", COMMITTEE, slice(0, 4),
            "会议听取整改方案起草情况汇报，审议问题清单、任务清单、责任清单。"),
    Written(Kind.DEMOCRATIC, "县委常委班子巡视整改专题民主生活会", 24, 3, "first", COMMITTEE, slice(0, 0)),
    Written(Kind.GROUP, "整改工作领导小组第一次会议", 40, 0, "leader", GROUP, slice(4, 8),
            "会议通报整改进度，对进展偏慢的责任单位提出要求。"),
    Written(Kind.TOPIC, "整改专题会议（中期推进）", 66, 6, "first", COMMITTEE, slice(8, 12)),
    Written(Kind.GROUP, "整改工作领导小组第二次会议", 97, None, "leader", GROUP, slice(12, 15)),
    Written(Kind.TOPIC, "整改专题会议（集中整改收尾）", 128, None, "first", COMMITTEE, slice(0, 0)),
)  # fmt: skip


@dataclass
class Agenda:
    """What the office plans first and then writes down, meeting by meeting."""

    county: County
    feedback: date
    planned: dict[str, Meeting]

    def plan(self, at: datetime) -> None:
        round = Round.objects.get(organisation=self.county.organisation, number=2)
        for each in MEETINGS:
            plan = MeetingPlan(each.kind, each.title, self.day(each), PLACE, self.county.accounts[each.chair])
            row = done(plan_meeting(round, plan, by=self.county.by("office"), at=at))
            self.planned[each.title] = row

    def hold(self, each: Written, at: datetime) -> None:
        row = self.planned[each.title]
        findings = tuple(Finding.objects.filter(round=row.round).order_by("number")[each.about])
        held = datetime.combine(self.held_on(each), time(9), timezone.get_default_timezone())
        record = MeetingRecord(held, PLACE, each.attendees, self.county.accounts[each.chair])
        minutes = ContentFile(f"{each.title}\r\n\r\n{each.minutes}".encode(), f"{each.title}纪要.txt")
        done(
            hold_meeting(
                row,
                replace(record, findings=findings),
                minutes=minutes if each.minutes else None,
                by=self.county.by("office"),
                at=at,
            )
        )

    def day(self, each: Written) -> date:
        return moments.workday(self.feedback + timedelta(days=each.day))

    def held_on(self, each: Written) -> date:
        return moments.next_workday(self.day(each) + timedelta(days=each.late or 0))


def plan_meetings(county: County, diary: Diary, *, today: date, chance: Random) -> None:
    feedback = moments.workday(today - timedelta(days=RUNNING))
    agenda = Agenda(county, feedback, {})
    diary.plan(moments.moment(feedback + timedelta(days=5), chance), agenda.plan)
    for each in MEETINGS:
        if each.late is not None:
            written_on = moments.next_workday(agenda.held_on(each) + timedelta(days=1))
            diary.plan(moments.moment(written_on, chance), partial(agenda.hold, each))
