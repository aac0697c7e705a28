"""With which words does an organisation number its papers? `云巡改` gives `云巡改〔2026〕3号`."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from bihuan.dispatch.kinds import kinds
from bihuan.dispatch.models import NumberWord
from bihuan.dispatch.queries.outgoing import number_words
from bihuan.people.viewer import Viewer
from bihuan.rules.life import Refusal
from bihuan.say import say
from bihuan.trail.actions import record

LONGEST = 40


@transaction.atomic
def change_words(wanted: Mapping[str, str], *, by: Viewer, at: datetime) -> dict[str, str] | Refusal:
    """Kind → words; what was issued keeps the words that it has. An empty one is the name of the kind again."""
    if not by.is_office:
        return Refusal("who", say("发文字号由整改办设置。"))
    if long := next((word for word in wanted.values() if len(word.strip()) > LONGEST), None):
        return Refusal("what", say("“{word}…”超过 {count} 个字，请写短些。", word=long[:20], count=LONGEST))
    before, organisation = number_words(by.organisation), by.organisation
    for name in kinds().keys() & wanted.keys():
        word = wanted[name].strip()
        if word:
            NumberWord.objects.update_or_create(organisation=organisation, kind=name, defaults={"word": word})
        else:
            NumberWord.objects.filter(organisation=organisation, kind=name).delete()
    after = number_words(organisation)
    changed = {str(kinds()[name].title): word for name, word in after.items() if word != before[name]}
    if changed:
        told = [f"{title}：{word}" for title, word in changed.items()]
        record("numbering.changed", organisation.code, organisation=organisation.code, by=by, at=at,
               after={"words": told})  # fmt: skip
    return after
