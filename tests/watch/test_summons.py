"""What stays of a summons: when, where, who and the new date; and that the finding's date moves with it."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from bihuan.ledger.models import Finding
from bihuan.rules.life import Refusal
from bihuan.trail.queries import lines_of
from bihuan.watch.actions.summonses import Talk, hold_summons
from bihuan.watch.models import Summons
from tests.cast import NOW, signed_in
from tests.ledger.conftest import done
from tests.watch.letters import TERM, Post

TALK = {"place": "县委小会议室", "talked_by": "周正", "attended": "赵启", "outcome": "月底前报送进展"}


def hold(post: Post, who=None, **values: object) -> Summons | Refusal:
    walk = post.walk
    talk = Talk(**{"held_at": NOW, **TALK, **values})
    by = walk.by(who or walk.cast.office)
    return hold_summons(walk.round, walk.cast.town, [post.finding], talk, by=by, at=walk.later())


def test_a_summons_moves_the_date_and_keeps_the_original(post: Post):
    row = done(hold(post, term=TERM))

    finding = Finding.objects.get()
    assert (row.ref, finding.deadline, finding.due) == ("T-001", date(2026, 8, 31), TERM)
    assert finding.extensions.get().reason == "T-001 约谈议定限期二次整改"
    line = lines_of(post.walk.cast.county.code, "T-001").get()
    assert (line.event, line.note, line.after["findings"], line.after["term"]) == (
        "summons.held",
        "月底前报送进展",
        ["F-001"],
        "2026-10-15",
    )


def test_a_summons_without_a_new_date_moves_nothing(post: Post):
    done(hold(post))
    assert Finding.objects.get().due == date(2026, 8, 31)


def test_where_the_date_cannot_be_moved_nothing_is_recorded(post: Post):
    outcome = hold(post, term=date(2026, 8, 1))
    assert isinstance(outcome, Refusal)
    assert (outcome.kind, Summons.objects.count(), Finding.objects.get().due) == ("what", 0, date(2026, 8, 31))


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ({"held_at": NOW + timedelta(days=2)}, "what"),
        ({"attended": " "}, "what"),
        ({"outcome": "字" * 201}, "what"),
        ({"outcome": "记录谈话内容"}, "what"),
    ],
)
def test_what_is_not_an_arrangement_is_refused(post: Post, values: dict[str, object], kind: str):
    outcome = hold(post, **values)
    assert isinstance(outcome, Refusal)
    assert (outcome.kind, Summons.objects.count()) == (kind, 0)


def test_the_office_alone_records_it(post: Post):
    outcome = hold(post, post.walk.cast.head)
    assert isinstance(outcome, Refusal)
    assert outcome.kind == "who"


def test_it_is_recorded_on_the_page_and_seen_by_its_unit(post: Post, as_office):
    cast = post.walk.cast
    address = f"/summons/new/?unit={cast.town.ref}"
    assert as_office.get("/summons/new/").status_code == 200
    assert "依据的督办文书" in as_office.get(address).content.decode()
    later = timezone.localdate() + timedelta(days=400)
    form = {**TALK, "held_at": "2026-03-01T10:00", "findings": ["F-001"], "term": later.isoformat()}

    assert as_office.post(address, {**form, "findings": []}).status_code == 422
    assert as_office.post(address, form).url == "/summons/T-001/"
    assert "周正" in as_office.get("/summons/T-001/").content.decode()
    seen = {who.username: signed_in(who).get("/summons/T-001/").status_code for who in (cast.head, cast.stranger)}
    assert seen == {"head": 200, "stranger": 404}
    assert "T-001" in as_office.get("/summons/").content.decode()
