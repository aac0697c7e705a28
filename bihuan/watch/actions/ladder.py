"""How does an office choose its ladder of letters, and what their numbers begin with?"""

from datetime import datetime

from django.db import transaction

from bihuan.people.models import Organisation
from bihuan.people.viewer import Viewer
from bihuan.rules.life import Refusal
from bihuan.say import say
from bihuan.trail.actions import record
from bihuan.watch.models import OwnLadder
from bihuan.watch.queries.ladder import Held, ladder_of
from bihuan.watch.shipped import ladder_shipped

LONGEST = 20


@transaction.atomic
def choose_ladder(organisation: Organisation, preset: str, prefix: str, *, by: Viewer, at: datetime) -> Held | Refusal:
    """Letters drafted from now on go by it; those that are on their way keep the step they were drafted by."""
    if not by.is_office or by.organisation.pk != organisation.pk:
        return Refusal("who", say("只有整改办可以修改督办文书设置。"))
    organisation = Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
    prefix = prefix.strip()
    if not prefix or len(prefix) > LONGEST:
        return Refusal("what", say("请填写发文机关代字，最多 {most} 个字，如“云巡改”。", most=LONGEST))
    try:
        chosen = Held(ladder_shipped(preset), prefix)
    except LookupError:
        return Refusal("what", say("没有名为“{name}”的督办文书方案，请从列表中选择。", name=preset))
    held = ladder_of(organisation)
    OwnLadder.objects.update_or_create(organisation=organisation, defaults={"preset": preset, "prefix": prefix})
    before, after = ({"preset": each.ladder.name, "prefix": each.prefix} for each in (held, chosen))
    names = [name for name in after if after[name] != before[name]]
    if names:
        old, new = ({name: values[name] for name in names} for values in (before, after))
        code = organisation.code
        record("ladder.changed", code, organisation=code, by=by, at=at, before=old, after=new)
    return chosen
