"""How does an office choose by which colours it warns? A shipped scheme, with its own words, days and receivers."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from bihuan.people.models import Organisation
from bihuan.people.viewer import Viewer
from bihuan.rules.life import Refusal
from bihuan.rules.people import Role
from bihuan.rules.warnings import BadScheme, Key, Own, Scheme
from bihuan.say import say
from bihuan.trail.actions import record
from bihuan.watch.models import OwnScheme
from bihuan.watch.queries.colours import changed, scheme_of


@transaction.atomic
def choose_colours(
    organisation: Organisation,
    preset: str,
    own: Mapping[Key, Own],
    levels: Mapping[Role, int],
    *,
    by: Viewer,
    at: datetime,
) -> Scheme | Refusal:
    """What is warned from now on goes by it. A scheme that cannot be used is refused, with the colour at fault."""
    if not by.is_office or by.organisation.pk != organisation.pk:
        return Refusal("who", say("只有整改办可以修改预警规则。"))
    organisation = Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
    colours = {key.value: _plain(each) for key, each in own.items()}
    chosen = {"preset": preset, "colours": colours, "levels": {role.value: after for role, after in levels.items()}}
    try:
        scheme = changed(OwnScheme(organisation=organisation, **chosen))
    except BadScheme as bad:
        return Refusal("what", bad.reason)
    except LookupError:
        return Refusal("what", say("没有名为“{name}”的预警方案，请从列表中选择。", name=preset))
    before, after = _picture(scheme_of(organisation)), _picture(scheme)
    OwnScheme.objects.update_or_create(organisation=organisation, defaults=chosen)
    names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    if names:
        old, new = ({name: values.get(name) for name in names} for values in (before, after))
        record(
            "warning.changed", organisation.code, organisation=organisation.code, by=by, at=at, before=old, after=new
        )
    return scheme


def _plain(own: Own) -> dict[str, Any]:
    receivers = sorted(role.value for role in own.receivers)
    return {"word": own.word.strip(), "shape": own.shape.value, "left": own.left, "receivers": receivers}


def _picture(scheme: Scheme) -> dict[str, Any]:
    """What a line of the trail can compare: the scheme, each colour in one line, each level."""
    colours = {
        colour.key.value: f"{colour.word} {colour.left if colour.left is not None else ''} "
        f"{'/'.join(sorted(role.value for role in colour.receivers))} {colour.shape.value}"
        for colour in scheme.colours
    }
    return {"preset": scheme.name, **colours, **{f"after_{step.role.value}": step.after for step in scheme.steps}}
