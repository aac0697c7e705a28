"""Which papers did the county make? A plan that was signed for, a ledger that waits, a list that was recalled.

They are made of the record as it is on the last day, as every paper is.
"""

from datetime import datetime

from bihuan.dispatch import maker
from bihuan.dispatch.actions.drafting import draft_again, open_outgoing
from bihuan.dispatch.actions.giving import address, sign
from bihuan.dispatch.actions.moves import move
from bihuan.dispatch.actions.words import change_words
from bihuan.dispatch.kinds import kinds
from bihuan.dispatch.models import Outgoing
from bihuan.rounds.models import Round
from bihuan.rules.dispatch import Move
from bihuan.site.demo.county import County, done

RECTIFYING = 2
"""The number of the inspection whose findings are being rectified."""
TOWN = "songhe"
RECEIVERS = 6
WORDS = {"plan": "云巡改", "ledger": "云巡改台账", "statistics": "云巡改统"}


def give_out(county: County, *, at: datetime) -> None:
    """Every step by whom it is for."""
    round = Round.objects.get(organisation=county.organisation, number=RECTIFYING)
    done(change_words(WORDS, by=county.by("office"), at=at))
    plan = _issued(county, round, "plan", at)
    for copy in list(plan.receivers.select_related("unit"))[:1]:
        done(sign(copy, by=county.by("head"), at=at))
    recalled = _issued(county, round, "statistics", at)
    done(move(recalled, Move.RECALL, by=county.by("office"), at=at, note="统计口径有调整，另行印发。"))
    ledger = _drafted(county, round, "ledger", at)
    done(draft_again(ledger, by=county.by("office"), at=at))
    _make(at)
    done(move(ledger, Move.SUBMIT, by=county.by("office"), at=at))


def _drafted(county: County, round: Round, name: str, at: datetime) -> Outgoing:
    version = done(open_outgoing(round, kinds()[name], {}, by=county.by("office"), at=at))
    _make(at)
    return version.outgoing


def _make(at: datetime) -> None:
    while maker.make_next(at=at):
        pass


def _issued(county: County, round: Round, name: str, at: datetime) -> Outgoing:
    office, row = county.by("office"), _drafted(county, round, name, at)
    done(move(row, Move.SUBMIT, by=office, at=at))
    done(move(row, Move.APPROVE, by=county.by("first"), at=at, note="同意。"))
    units = [county.units[TOWN], *list(county.units.values())[1:RECEIVERS]]
    done(address(row, units=list(dict.fromkeys(units)), people=[], by=office, at=at))
    return done(move(row, Move.ISSUE, by=office, at=at))
