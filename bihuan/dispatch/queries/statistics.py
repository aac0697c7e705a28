"""What does the record give for the statistics sheet (整改统计表)? The round as a whole, and unit by unit."""

from datetime import datetime

from bihuan.dispatch.queries.record import Known, Record, figure, record_of
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.say import Say, say
from bihuan.writing.statistics import Standing, StatisticsPaper


def statistics_values(viewer: Viewer, round: Round, at: datetime) -> StatisticsPaper:
    """By lead unit in the order of the tree; findings that nobody leads yet stand last."""
    record = record_of(viewer, round, at)
    units: dict[tuple[str, str], list[Known]] = {}
    for each in record.known:
        lead = each.finding.lead_unit
        units.setdefault((lead.path, lead.name) if lead else ("~", ""), []).append(each)
    definition = record.figures.definition
    remark = say("系统未登记职能部门意见和问责情况，请填写空白栏。{definition}", definition=definition)
    return StatisticsPaper(
        heading=record.heading,
        whole=_standing(round, viewer.organisation.name, list(record.known), record, remark),
        units=tuple(
            _standing(round, name, known, record, "" if name else say("尚未分派牵头单位"))
            for (_path, name), known in sorted(units.items(), key=lambda unit: unit[0])
        ),
        definition=definition,
    )


def _standing(round: Round, body: str, known: list[Known], record: Record, remark: Say | str) -> Standing:
    immediate = [each for each in known if each.counted.immediate and not each.counted.own]
    return Standing(
        round.title,
        body or "—",
        figure(say("反馈问题"), record.tally(each for each in known if each.ordinary)),
        figure(say("立行立改"), record.tally(immediate)),
        remark,
    )
