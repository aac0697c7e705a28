"""What does the record count for a round? The noun of a sentence → the numbers that may stand with it.

From the same figures as the papers print: `问题` may be all findings, or the ordinary ones of which the rate is made.
"""

from datetime import datetime

from bihuan.dispatch.queries.record import record_of
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round

Counts = dict[str, list[str]]


def counts_for(viewer: Viewer, round: Round, at: datetime) -> Counts:
    """A fixed number of queries, whatever the number of findings."""
    record = record_of(viewer, round, at)
    told = record.figures
    kinds = (told.ordinary, told.immediate, told.own)
    every = [each.finding for each in record.known]
    return {
        "方面": _numbers(told.aspects),
        "大项": _numbers(told.issues),
        "问题": _numbers(told.findings, told.ordinary.total, told.ordinary.total + told.immediate.total),
        "具体表现": _numbers(told.details),
        "措施": _numbers(told.measures),
        "已完成措施": _numbers(told.measures_done),
        "已销号": _numbers(sum(each.closed for each in kinds), *(each.closed for each in kinds)),
        "基本完成": _numbers(sum(each.partly for each in kinds), *(each.partly for each in kinds)),
        "立行立改": _numbers(told.immediate.total),
        "自查发现": _numbers(told.own.total),
        "信访件": _numbers(told.petitions.total, told.petitions.closed),
        "长期坚持": _numbers(sum(finding.standing for finding in every)),
        "重点关注": _numbers(sum(finding.key for finding in every)),
        "完成率": [each.rate.rstrip("%") for each in kinds if each.rate],
    }


def _numbers(*numbers: int) -> list[str]:
    return [str(number) for number in dict.fromkeys(numbers)]
