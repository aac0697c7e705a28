"""What does the brief of a day say on paper? The frozen figures, or those of today, as plain values."""

from datetime import date
from typing import Any

from bihuan.desk.models import Brief
from bihuan.desk.queries.calendar import KINDS, Kind
from bihuan.rounds.models import Round
from bihuan.rules.brief import COUNTED
from bihuan.writing.brief import BriefLine, BriefPaper, BriefPart, PlanLine


def paper_of(round: Round, on: date, told: dict[str, Any], *, note: str = "", sender: str = "") -> BriefPaper:
    """The paper of one day's figures."""
    return BriefPaper(
        organisation=round.organisation.name,
        round=round.title,
        on=on.isoformat(),
        parts=tuple(BriefPart(title, _lines(told[name])) for name, title in COUNTED.items()),
        plan=tuple(_plan(each) for each in told["tomorrow"]),
        open=told["open"],
        note=note,
        sender=sender,
        as_of=told["as_of"],
    )


def paper_of_brief(row: Brief) -> BriefPaper:
    return paper_of(row.round, row.on, row.figures, note=row.note, sender=row.sent_by.name)


def _lines(rows: list[dict[str, str]]) -> tuple[BriefLine, ...]:
    return tuple(BriefLine(each["ref"], each["text"], each["unit"], each["due"]) for each in rows)


def _plan(each: dict[str, str]) -> PlanLine:
    return PlanLine(each["time"], KINDS[Kind(each["kind"])], each["title"], each["place"])
