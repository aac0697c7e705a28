"""What does a write of the office ask first: who writes, does the round still run, are these units still there?"""

from collections.abc import Iterable

from django.db.models import Max, Model

from bihuan.people.models import Organisation, Unit
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.life import Refusal
from bihuan.rules.rounds import may_change
from bihuan.say import say


def may_keep(round: Round, by: Viewer) -> Refusal | None:
    """The office of the inspected organisation, in a round that is not finished."""
    if not by.is_office or by.organisation.pk != round.organisation_id:
        return Refusal("who", say("这件事由联络组办理，请与联络组联系。"))
    return may_change(round.finished_on)


def next_number(table: type[Model], organisation: Organisation) -> int:
    """The organisation's row is held until the transaction ends, so no number is given twice."""
    held = Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
    last = table._default_manager.filter(organisation=held).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def bad_units(units: Iterable[Unit], organisation: Organisation) -> Refusal | None:
    """Why nothing can be given to these units: there are none, or one of them is no more."""
    chosen = list(units)
    if not chosen or any(unit.organisation_id != organisation.pk for unit in chosen):
        return Refusal("what", say("请至少选择一个单位。"))
    for unit in chosen:
        if unit.closed_on is not None:
            text = say("“{unit}”已于 {date} 撤并，请改选现在的单位。", unit=unit.label, date=unit.closed_on.isoformat())
            return Refusal("what", text)
    return None
