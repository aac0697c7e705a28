"""Does the desk go by the office's own calendar, and is a date of its own that would move named beforehand?"""

from datetime import date

import pytest

from bihuan.desk.queries.request_card import request_card
from bihuan.people.models import Organisation
from bihuan.people.viewer import viewer_of
from bihuan.rounds.actions import add_days
from bihuan.rounds.queries import preview_adding
from bihuan.rules.days import DayKind, OwnDay
from bihuan.rules.request import Kind, Move
from bihuan.trail.queries import lines_of
from tests.cast import NOW, Cast
from tests.desk.conftest import done
from tests.desk.walk import Walk

TUESDAY = OwnDay(date(2026, 3, 3), DayKind.OFF, "建县纪念日", "县政府通知")


def take_off(county: Organisation, by) -> None:
    done(add_days(county, [TUESDAY], agreed=preview_adding(county, [TUESDAY]).stamp, by=by, at=NOW))


@pytest.fixture
def objected(walk: Walk):
    """A request whose objection of Monday is to be decided on Tuesday."""
    words = {"unit": walk.cast.farming, "note": "不属于我镇职责"}
    return done(walk.move(walk.assigned(), Move.OBJECT, walk.cast.head, **words))


def test_an_open_objection_is_decided_a_working_day_later(cast: Cast, walk: Walk, office, objected) -> None:
    shifts = preview_adding(cast.county, [TUESDAY]).shifts
    assert [(each.dated.ref, str(each.dated.title), str(each.dated.on), str(each.to)) for each in shifts] == [
        (objected.ref, "异议处理", "2026-03-03", "2026-03-04")
    ]

    take_off(cast.county, office)
    card = request_card(viewer_of(cast.office), objected.ref, now=walk.later())
    line = lines_of("yunling", objected.ref).first()
    assert card.settle_by.date() == date(2026, 3, 4)
    assert (line.event, line.before, line.after, line.unit_path) == (
        "date.moved",
        {"settle_by": "2026-03-03"},
        {"settle_by": "2026-03-04"},
        objected.lead_unit.path,
    )


def test_an_objection_that_is_decided_moves_no_more(cast: Cast, walk: Walk, objected) -> None:
    done(walk.move(objected, Move.SETTLE, cast.office, unit=cast.farming, note="以主责为准"))

    assert preview_adding(cast.county, [TUESDAY]).shifts == ()


def test_the_preview_leads_to_the_request(objected, as_office) -> None:
    form = {"first": "2026-03-03", "kind": "off", "source": "县政府通知"}
    page = as_office.post("/people/days/add/", form).content.decode()

    assert f'<a href="/desk/{objected.ref}/">{objected.ref}</a>' in page


def test_the_calendar_of_the_desk_marks_the_own_day(cast: Cast, round, office, as_office) -> None:
    before = as_office.get("/desk/calendar/?view=week&on=2026-03-03").content.decode()
    take_off(cast.county, office)
    after = as_office.get("/desk/calendar/?view=week&on=2026-03-03").content.decode()

    assert [page.count('<i class="cal-mark">休</i>') for page in (before, after)] == [0, 1]


def test_a_deadline_that_was_laid_down_stays(cast: Cast, walk: Walk, office) -> None:
    request = walk.taken(kind=Kind.MATERIAL)
    take_off(cast.county, office)

    assert walk.fresh(request).due == request.due
