"""Does Today show what of the desk waits for whom, and search find the desk but never an interview?"""

from datetime import timedelta

import pytest

from bihuan.desk.actions.brief import send_brief
from bihuan.desk.actions.visits import VisitText, plan_visit
from bihuan.overview.queries.search import search_for
from bihuan.overview.queries.today_desk import desk_today
from bihuan.people.viewer import viewer_of
from tests.cast import NOW, Cast, signed_in
from tests.desk.conftest import done, round, walk  # noqa: F401
from tests.desk.selfchecks import a_selfcheck, a_sheet  # noqa: F401
from tests.desk.walk import Walk
from tests.overview.test_query_budget import cost

TODAY = NOW.date()


def refs(rows) -> list[str]:
    return [row.ref for row in rows]


def test_a_request_waits_for_whoever_has_it(walk: Walk, cast: Cast):  # noqa: F811
    walk.taken()
    walk.assigned(text="松河镇财务账目")

    told = {name: refs(desk_today(viewer_of(getattr(cast, name)), today=TODAY).requests)
            for name in ("office", "head", "handler", "leader", "stranger")}  # fmt: skip
    assert told == {"office": ["R-001"], "head": ["R-002"], "handler": ["R-002"], "leader": [], "stranger": []}


def test_a_sheet_to_sign_waits_for_its_unit_alone(sheet, cast: Cast):
    assert refs(desk_today(viewer_of(cast.head), today=TODAY).sheets) == [f"S-001/{cast.town.ref}"]
    assert desk_today(viewer_of(cast.office), today=TODAY).sheets == ()


def test_visits_of_today_and_tomorrow_are_shown_and_no_others(round, office, cast: Cast):  # noqa: F811
    for days in (0, 1, 2):
        start = NOW + timedelta(days=days, hours=1)
        text = VisitText(cast.village, start, start + timedelta(hours=2))
        done(plan_visit(round, text, by=office, at=NOW, confirmed=True))

    assert refs(desk_today(viewer_of(cast.head), today=TODAY).visits) == ["V-001", "V-002"]
    assert desk_today(viewer_of(cast.stranger), today=TODAY).visits == ()


def test_those_who_lead_see_the_newest_brief(round, office, cast: Cast):  # noqa: F811
    row = done(send_brief(round, TODAY, "两件将到期", by=office, at=NOW))

    shown = {name: desk_today(viewer_of(getattr(cast, name)), today=TODAY).brief
             for name in ("first", "leader", "supervisor", "head", "stranger")}  # fmt: skip
    assert shown == {"first": row, "leader": row, "supervisor": row, "head": None, "stranger": None}


def test_the_page_of_today_names_them(walk: Walk, as_head):  # noqa: F811
    walk.assigned(text="松河镇财务账目")

    page = as_head.get("/")
    assert ("等您办的联络事项（1）" in page.text, "松河镇财务账目" in page.text) == (True, True)


def test_search_finds_requests_and_materials_that_one_may_see(walk: Walk, cast: Cast):  # noqa: F811
    walk.assigned(text="松河镇村务公开台账")
    walk.material(title="村务公开照片目录")

    found = search_for(viewer_of(cast.head), "村务公开")
    assert (refs(found.requests), refs(found.materials)) == (["R-001"], ["M-0001"])
    assert search_for(viewer_of(cast.stranger), "村务公开").is_empty


@pytest.mark.parametrize(("words", "page"), [("R-1", "/desk/R-001/"), ("m-0001", "/desk/materials/M-0001/")])
def test_a_reference_opens_its_page(walk: Walk, as_office, words, page):  # noqa: F811
    walk.assigned()
    walk.material()

    assert as_office.get("/search/", {"q": words}).url == page


@pytest.mark.parametrize("who", ["office", "head"])
def test_today_search_and_the_burden_cost_the_same_at_one_request_and_at_forty(walk: Walk, cast: Cast, who: str):  # noqa: F811
    client = signed_in(getattr(cast, who))
    walk.assigned(text="松河镇村务公开台账 第 1 件")
    pages = ("/", "/search/?q=村务公开", "/desk/burden/", "/desk/brief/" if who == "office" else "/desk/")
    at_one = {page: cost(client, page) for page in pages}
    for number in range(2, 41):
        walk.assigned(text=f"松河镇村务公开台账 第 {number} 件")

    assert {page: cost(client, page) for page in pages} == at_one
