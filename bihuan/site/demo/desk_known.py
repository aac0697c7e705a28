"""What was announced, passed down, provided, prepared ahead and checked by the units themselves?"""

from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from bihuan.desk.actions.announcements import AnnouncementText, post, write_announcement
from bihuan.desk.actions.distributions import Sent, distribute, mark
from bihuan.desk.actions.duties import put_on_duty, write_note
from bihuan.desk.actions.errands import ErrandText, finish_errand, take_down_errand
from bihuan.desk.actions.materials import Described
from bihuan.desk.actions.prepared import Ahead, fill_new, list_ahead, say_nothing
from bihuan.desk.actions.selfchecks import Given, give_selfcheck
from bihuan.desk.actions.sheets import answer_point, return_sheet, sign_sheet
from bihuan.desk.models import Announcement, CheckPoint, CheckSheet, Distribution, Duty, Errand
from bihuan.desk.queries.check_points import proposed
from bihuan.desk.queries.first_asks import first_asks
from bihuan.rules.delivery import Stage
from bihuan.rules.errand import Kind, Receipt
from bihuan.rules.material import Carrier
from bihuan.site.demo.county import done
from bihuan.site.demo.desk_clock import ON_SITE
from bihuan.site.demo.desk_days import Days
from bihuan.site.demo.texts import data

ENTRY = -ON_SITE
AHEAD, READY, EMPTY = 16, 10, 2
"""How many things were to be prepared ahead, how many are ready, of how many a unit has nothing."""
WHEN_NEEDED = "本单位没有这项职能，由主管部门掌握。"


class Known(Days):
    """What the desk does besides requests, on the same clock."""

    def write(self) -> None:
        written = data("desk_plans")
        self.do(ENTRY - 7, 9, self._prepare_list)
        self.do(ENTRY - 2, 15, self._prepare_fill)
        self.do(ENTRY - 6, 10, self._check_give)
        self.do(ENTRY - 1, 10, self._check_answer)
        self.do(ENTRY, 9, self._announce)
        for code, place in written["announcement"]["postings"]:
            self.do(ENTRY, self.chance.choice((10, 11, 15)), partial(self._post, code, place))
        self.do(ENTRY, 16, self._duties)
        for number, each in enumerate(written["duty"]["notes"]):
            self.do(number - 3, 17, partial(self._note, each))
        for each in written["distributions"]:
            self.do(ENTRY + each["after"], 9, partial(self._distribute, each))
        for each in written["errands"]:
            self._errand(each)

    # --- announcement, distribution --------------------------------------

    def _announce(self, at: datetime) -> None:
        written = data("desk_plans")["announcement"]
        fields = {name: written[name] for name in ("scope", "phone", "hours", "post_box", "email", "boxes")}
        until = self.here.leaving_on
        text = AnnouncementText(at.date(), until, **fields, cut_off_on=until - timedelta(days=5))
        kind = Announcement.Kind.ENTRY
        done(write_announcement(self.here, kind, text, by=self.county.by("office.chu"), at=at))

    def _post(self, code: str, place: str, at: datetime) -> None:
        row = Announcement.objects.select_related("round__organisation").get(round=self.here)
        done(post(row, self.county.units[code], place, at, by=self.county.head(code), at=at))

    def _distribute(self, written: dict[str, Any], at: datetime) -> None:
        codes = [each["code"] for each in (*data("units")["departments"], *data("units")["towns"])]
        units = [self.county.units[code] for code in codes]
        due = self.clock.day(ENTRY + written["due"])
        sent = Sent(written["title"], units, Distribution.Extent(written["extent"]), due)
        row = done(distribute(self.here, sent, by=self.county.by("office.chu"), at=at))
        copies = {copy.unit_id: copy for copy in row.deliveries.select_related("unit")}
        shares = ((Stage.MET, written["met"]), (Stage.READ, written["read"]), (Stage.RECEIVED, written["received"]))
        stages = [stage for stage, count in shares for _number in range(count)]
        for code, stage in zip(codes, stages, strict=False):
            said = {"meeting_on": at.date(), "attended": self.chance.randrange(8, 60)} if stage is Stage.MET else {}
            done(mark(row, [copies[self.county.units[code].pk]], stage, by=self.county.head(code), at=at, **said))

    # --- errands, duties ---------------------------------------------------

    def _errand(self, written: dict[str, Any]) -> None:
        rows: list[Errand] = []
        self.do(min(written["day"] - 2, -1), 10, lambda at: rows.append(self._take(written, at)))
        if written["done"]:
            self.do(written["day"], 11, lambda at: self._finish(rows[0], written.get("receipt"), at))

    def _take(self, written: dict[str, Any], at: datetime) -> Errand:
        due = self.clock.at(written["day"], 12)
        text = ErrandText(written["title"], due, Kind(written["kind"]), written["place"],
                          self.county.accounts["office.jin"])  # fmt: skip
        return done(take_down_errand(self.here, text, by=self.county.by("office.chu"), at=at))

    def _finish(self, row: Errand, receipt: list[Any] | None, at: datetime) -> None:
        number, amount, people = receipt or ("", None, None)
        kept = Receipt(number, Decimal(amount) if amount else None, people)
        done(finish_errand(row, by=self.county.by("office.jin"), at=at, receipt=kept))

    def _duties(self, at: datetime) -> None:
        """Everybody has a week of days and then one of nights."""
        people = [self.county.accounts[name] for name in data("desk_plans")["duty"]["people"]]
        for week in range(8):
            first = at.date() + timedelta(days=7 * week)
            for place, shift in enumerate(("day", "night")):
                person = people[(week + place) % len(people)]
                by = self.county.by("office")
                last = first + timedelta(days=6)
                done(put_on_duty(self.here, [person], [shift], first, last, by=by, at=at))

    def _note(self, note: str, at: datetime) -> None:
        duty = Duty.objects.filter(round=self.here, on=at.date(), shift="day").select_related("account").first()
        if duty:
            done(write_note(duty, note, by=self.county.by(duty.account.username), at=at))

    # --- prepared ahead, self-check ------------------------------------------

    def _prepare_list(self, at: datetime) -> None:
        units = [self.county.units[each["code"]] for each in data("units")["departments"]]
        due = self.clock.day(ENTRY - 1)
        asks = [Ahead(ask.title, ask.period, ask.unit_among(units), due) for ask in first_asks()[:AHEAD]]
        self.prepared = done(list_ahead(self.here, asks, by=self.county.by("office"), at=at))

    def _prepare_fill(self, at: datetime) -> None:
        codes = {unit.pk: code for code, unit in self.county.units.items()}
        given = [row for row in self.prepared if row.unit]
        for place, row in enumerate(given[: READY + EMPTY]):
            by = self.county.worker(codes[row.unit_id])
            if place >= READY:
                done(say_nothing(row, WHEN_NEEDED, by=by, at=at))
                continue
            said = Described(
                row.unit,
                at.date() - timedelta(days=30 + place),
                title=f"{row.unit.label}{row.title}"[:200],
                period=row.period,
                carrier=Carrier.PAPER,
                made_on=at.date(),
                pages=self.chance.randrange(10, 120),
            )
            done(fill_new(row, said, file=None, by=by, at=at))

    def _check_give(self, at: datetime) -> None:
        written = data("desk_plans")["selfcheck"]
        points = [(p.area, p.text) for area in proposed()[: written["areas"]] for p in area.points[: written["each"]]]
        units = [self.county.units[code] for code in written["units"]]
        given = Given(written["title"], self.clock.day(ENTRY), points, units)
        self.check = done(give_selfcheck(self.here, given, by=self.county.by("office"), at=at))

    def _check_answer(self, at: datetime) -> None:
        """Some units have signed, one of them has to answer again, some are half way, one has not begun."""
        written = data("desk_plans")["selfcheck"]
        signed, partial = written["signed"], written["partial"]
        for place, code in enumerate(written["units"][: signed + partial]):
            sheet = self._sheet(code)
            points = list(self.check.points.order_by("number"))
            for point in points if place < signed else points[:5]:
                self._answer(sheet, point, place, code, at)
            if place < signed:
                head = self.county.head(code)
                done(sign_sheet(sheet, head.name, by=head, at=at))
        last = self._sheet(written["units"][signed - 1])
        done(return_sheet(last, written["returned_for"], by=self.county.by("office.jin"), at=at))

    def _sheet(self, code: str) -> CheckSheet:
        sheets = self.check.sheets.select_related("unit", "selfcheck__organisation", "selfcheck__round")
        return sheets.get(unit=self.county.units[code])

    def _answer(self, sheet: CheckSheet, point: CheckPoint, place: int, code: str, at: datetime) -> None:
        texts = data("desk_plans")["selfcheck"]["found"]
        found = (point.number + place) % 7 == 0
        said = ("partly" if place % 2 else "no", texts[place % len(texts)]) if found else ("yes", "")
        done(answer_point(sheet, point, *said, by=self.county.worker(code), at=at))
