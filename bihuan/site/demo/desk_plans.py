"""Where does the group go, which meetings does it attend, and who is interviewed when? Planned, told, done."""

from datetime import datetime
from functools import partial
from typing import Any

from bihuan.desk.actions.arranger import seat
from bihuan.desk.actions.interview import Planned, plan, step
from bihuan.desk.actions.meetings import MeetingText, plan_meeting
from bihuan.desk.actions.room import add_room
from bihuan.desk.actions.visits import VisitText, ask_to_prepare, move_visit, plan_visit
from bihuan.desk.models import Interview, Visit
from bihuan.desk.queries.interviewees import Person
from bihuan.rules import interview, visit
from bihuan.site.demo.county import done
from bihuan.site.demo.desk_days import Days
from bihuan.site.demo.texts import data

PLANNED_BEFORE, ASKED_BEFORE, CONFIRMED_BEFORE = 5, 3, 1
"""Working days before a visit on which it is planned, its materials are asked for, it is confirmed."""
ARRANGERS = ("office", "office.chu")
LISTED = -6
"""The day on which the interviews were planned."""
REMARKS = {3: "行动不便，请安排一楼", 17: "从镇里来，路程约一小时"}


class Plans(Days):
    """The plans of one round, on one clock."""

    def write(self) -> None:
        for number, written in enumerate(data("desk_plans")["visits"]):
            self._visit(number, written)
        for written in data("desk_plans")["meetings"]:
            self.do(min(written["day"] - 2, 0), 9, partial(self._meet, written))
        self._interviews()

    def _times(self, written: dict[str, Any]) -> tuple[datetime, datetime]:
        return self._time(written["day"], written["from"]), self._time(written["day"], written["until"])

    def _time(self, day: int, clock: str) -> datetime:
        hour, minute = map(int, clock.split(":"))
        return self.clock.at(day, hour, minute)

    # --- visits and meetings --------------------------------------------

    def _visit(self, number: int, written: dict[str, Any]) -> None:
        rows: list[Visit] = []
        day = written["day"]
        planned = min(day - PLANNED_BEFORE, -1)
        self.do(planned, 9, lambda at: rows.append(self._plan_visit(number, written, at)))
        if written["prepare"] and day > 0:
            self.do(min(day - ASKED_BEFORE, -1), 15, lambda at: self._ask(rows[0], at))
        if day - CONFIRMED_BEFORE <= 0:
            self.do(max(day - CONFIRMED_BEFORE, planned), 16, lambda at: self._move(rows[0], visit.Move.CONFIRM, at))
        self.do(day, 17, lambda at: self._move(rows[0], visit.Move.FINISH, at))

    def _plan_visit(self, number: int, written: dict[str, Any], at: datetime) -> Visit:
        starts, ends = self._times(written)
        code = written["unit"]
        worker = self.county.staff.get(code) or self.county.heads[code]
        text = VisitText(
            self.county.units[code],
            starts,
            ends,
            batch=written["batch"],
            led_by=data("desk_plans")["round"]["led_by"][written["led"]],
            contact=self.county.accounts[worker],
            transport=written["transport"],
            prepare="\n".join(written["prepare"]),
        )
        by = self.county.by(("office.chu", "office.jin")[number % 2])
        return done(plan_visit(self.here, text, by=by, at=at, confirmed=True))

    def _ask(self, row: Visit, at: datetime) -> None:
        done(ask_to_prepare(row, by=self.county.by("office.chu"), at=at))

    def _move(self, row: Visit, which: visit.Move, at: datetime) -> None:
        done(move_visit(row, which, by=self.county.by("office.jin"), at=at))

    def _meet(self, written: dict[str, Any], at: datetime) -> None:
        starts, ends = self._times(written)
        unit = self.county.units[written["unit"]]
        text = MeetingText(
            written["title"], unit, written["place"], starts, ends, written["by"],
            self.county.worker(written["unit"]).account,
        )  # fmt: skip
        done(plan_meeting(self.here, text, by=self.county.by("office.chu"), at=at, confirmed=True))

    # --- interviews ------------------------------------------------------

    def _interviews(self) -> None:
        self.do(LISTED, 8, self._seat)
        self.do(LISTED, 11, self._plan_interviews)
        for day in range(data("desk_plans")["interviews"]["from_day"], 1):
            self.do(day - 1, 16, partial(self._step_day, day, interview.Move.NOTIFY))
            self.do(day - 1, 17, partial(self._step_day, day, interview.Move.CONFIRM))
            self.do(day, 17, partial(self._step_day, day, interview.Move.FINISH))
        self.do(0, 8, partial(self._step_day, 1, interview.Move.NOTIFY))

    def _seat(self, at: datetime) -> None:
        for username in ARRANGERS:
            done(seat(self.here, self.county.accounts[username], by=self.county.by("office"), at=at))
        for name in data("desk_plans")["round"]["rooms"]:
            done(add_room(self.here, name, by=self.county.by("office"), at=at))

    def _plan_interviews(self, at: datetime) -> None:
        done(plan(self.here, list(self._slots()), by=self.county.by("office.chu"), at=at))

    def _slots(self) -> list[Planned]:
        """The names over rooms, hours and days, so that today and the days around it are busy."""
        written = data("desk_plans")["interviews"]
        rooms = list(self.here.rooms.order_by("pk"))
        hours = [(day, hour) for day in range(written["from_day"], 9) for hour in written["hours"]]
        places = [(room, day, hour) for day, hour in hours for room in rooms[: 1 + (day + len(hour)) % 2]]
        return [
            Planned(
                Person(name, written["units"][number % 8], written["posts"][number % 4], f"0000-55501{number:02d}"),
                room,
                self._time(day, hour),
                notifier=self.county.accounts[ARRANGERS[number % 2]],
                remark=REMARKS.get(number, ""),
            )
            for number, (name, (room, day, hour)) in enumerate(zip(written["names"], places, strict=False))
        ]

    def _step_day(self, day: int, which: interview.Move, at: datetime) -> None:
        start, end = self._time(day, "0:00"), self._time(day, "23:59")
        waiting = {interview.Move.NOTIFY: "planned", interview.Move.CONFIRM: "notified"}.get(which, "confirmed")
        rows = Interview.objects.filter(round=self.here, starts_at__range=(start, end), status=waiting)
        for row in rows.select_related("round", "room").order_by("number"):
            left = row.number % 11 == 5 and which is not interview.Move.FINISH
            chosen = interview.Move.CANCEL if row.number == 13 and which is interview.Move.CONFIRM else which
            if not left:
                done(step(row, chosen, by=self.county.by(ARRANGERS[row.number % 2]), at=at))
