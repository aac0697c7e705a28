"""A request is taken down in one line; a pasted list is looked through and taken down at once."""

from datetime import timedelta

from lxml.html import fromstring

from bihuan.desk.actions.request import LONGEST, Asked, take_down, take_down_all
from bihuan.desk.models import Request
from bihuan.people.actions import close_unit
from bihuan.people.viewer import viewer_of
from bihuan.rules.life import Refusal
from bihuan.rules.request import Kind, Move, Status
from tests.cast import NOW
from tests.desk.conftest import done, reason
from tests.desk.walk import Walk

DUE = NOW + timedelta(days=1)


def form_of(page, action: str) -> dict[str, str]:
    """What a browser would send of the form with this address."""
    forms = fromstring(page.content.decode()).forms
    values = next(form for form in forms if form.action == action).form_values()
    return {name: value.removeprefix("\n") for name, value in values}


def test_one_line_is_enough(walk: Walk, as_office, events) -> None:
    answer = as_office.post("/desk/new/", {"text": "2023年以来县委常委会会议记录", "kind": "material"})
    request = Request.objects.get()
    assert (answer.status_code, answer.url) == (302, "/desk/new/?kind=material")
    assert (request.ref, request.kind, request.period, request.status, request.holder) == (
        "R-001", Kind.MATERIAL, "2023年以来", Status.RECEIVED, "office",
    )  # fmt: skip
    assert request.due_at > request.asked_at
    assert events(request) == ["request.taken_down"]
    assert [row.move for row in request.handoffs.all()] == ["take_down"]


def test_the_next_form_is_empty_and_keeps_who_asks(walk: Walk, as_office) -> None:
    page = as_office.post("/desk/new/", {"text": "花名册", "kind": "other", "asked_by": "孙组长"}, follow=True)
    drawn = page.content.decode()
    assert 'value="孙组长"' in drawn
    assert 'value="other" checked' in drawn
    assert "R-001" in drawn
    assert 'action="/desk/R-001/undo/"' in drawn


def test_a_wrong_one_is_taken_back_from_the_toast(walk: Walk, as_office, events) -> None:
    request = walk.taken()
    assert as_office.post(f"/desk/{request.ref}/undo/").status_code == 302
    assert walk.fresh(request).status == Status.WITHDRAWN
    assert events(request) == ["request.taken_down", "request.withdrawn"]


def test_a_kind_decides_whether_a_leader_releases_it(walk: Walk) -> None:
    assert {kind: walk.taken(kind=kind).needs_release for kind in Kind} == {
        Kind.MATERIAL: False,
        Kind.EXPLANATION: True,
        Kind.ATTENDANCE: False,
        Kind.FIX: True,
        Kind.PETITION: True,
        Kind.LOGISTICS: False,
        Kind.OTHER: False,
    }
    assert walk.taken(needs_release=True).needs_release


def test_with_a_unit_it_is_assigned_at_once(walk: Walk) -> None:
    request = walk.taken(unit=walk.cast.town, supports=(walk.cast.farming,))
    assert (request.status, request.lead_unit, request.holder) == (Status.ASSIGNED, walk.cast.town, "unit")
    assert [row.unit for row in request.supports.all()] == [walk.cast.farming]


def test_a_list_becomes_requests_after_one_look(walk: Walk, as_office) -> None:
    text = "请提供以下资料：\n1. 松河镇项目台\n账\n2. 青石村道路情况说明\n3. 派车一辆\n\n请于周五前提供。"
    page = as_office.post("/desk/new/", {"text": text, "kind": "material", "asked_by": "孙组长"})
    given = form_of(page, "/desk/new/lines/")
    lines = [tuple(given.get(f"l{n}-{name}", "") for name in ("take", "text", "kind", "unit")) for n in range(5)]
    assert Request.objects.count() == 0
    assert lines == [
        ("", "请提供以下资料：", "material", ""),
        ("on", "松河镇项目台账", "material", str(walk.cast.town.number)),
        ("on", "青石村道路情况说明", "explanation", str(walk.cast.village.number)),
        ("on", "派车一辆", "logistics", ""),
        ("", "请于周五前提供。", "material", ""),
    ]
    assert as_office.post("/desk/new/lines/", given).url == "/desk/"
    assert list(Request.objects.values_list("number", "text", "status", "asked_by")) == [
        (1, "松河镇项目台账", "assigned", "孙组长"),
        (2, "青石村道路情况说明", "assigned", "孙组长"),
        (3, "派车一辆", "received", "孙组长"),
    ]


def test_a_material_that_is_there_is_taken_up_with_it(walk: Walk, as_office) -> None:
    material = walk.material("花名册")
    given = {"text": "干部花名册", "kind": "material", "material": material.ref, "unit": walk.cast.town.number}
    assert as_office.post("/desk/new/", given | {"material": "M-0099"}).status_code == 404
    assert as_office.post("/desk/new/", given).url == "/desk/R-001/"
    request = Request.objects.get()
    assert (request.status, [item.material for item in request.answers.get().items.all()]) == ("received", [material])
    assert as_office.post("/desk/R-001/answer/", {}).status_code == 302
    assert walk.fresh(request).status == Status.RELEASED


def test_a_due_time_that_has_passed_is_taken_only_when_it_is_meant(walk: Walk, as_office) -> None:
    given = {"text": "花名册", "kind": "material", "due_at": "2025-01-02T17:30"}
    page = as_office.post("/desk/new/", given)
    assert (page.status_code, Request.objects.count()) == (422, 0)
    assert "时限 2025-01-02 17:30 已经过去。" in page.content.decode()
    assert as_office.post("/desk/new/", given | {"past": "on"}).status_code == 302


def test_what_cannot_be_taken_down_says_why(walk: Walk, as_office) -> None:
    office, village = viewer_of(walk.cast.office), walk.cast.village
    done(close_unit(village, by=office, at=walk.later()))
    village.refresh_from_db()
    refused = [
        take_down(walk.round, asked, by=office, at=walk.later())
        for asked in (Asked(" ", DUE), Asked("花" * (LONGEST + 1), DUE), Asked("花名册", DUE, unit=village))
    ]
    assert [reason(each) for each in refused] == [
        "第 1 件没有内容，请写明巡视组要什么。",
        "第 1 件有 2001 字，最多 2000 字；请写明要点，原文作为材料登记。",
        "青石村已撤并，请选择现在承担这项工作的单位。",
    ]
    assert Request.objects.count() == 0
    page = as_office.post("/desk/new/", {"text": "花名册", "kind": "material", "unit": village.number})
    assert "这个单位已撤并或不存在" in page.content.decode()


def test_a_list_is_taken_down_whole_or_not_at_all(walk: Walk) -> None:
    every = [Asked("花名册", DUE, unit=walk.cast.town), Asked("", DUE)]
    assert isinstance(take_down_all(walk.round, every, by=viewer_of(walk.cast.office), at=NOW), Refusal)
    assert Request.objects.count() == 0


def test_only_the_office_takes_down_and_only_while_the_round_runs(walk: Walk, as_head) -> None:
    asked = Asked("花名册", DUE)
    outcome = take_down(walk.round, asked, by=viewer_of(walk.cast.head), at=NOW)
    assert isinstance(outcome, Refusal)
    assert outcome.kind == "who"
    assert as_head.get("/desk/new/").status_code == 403
    walk.round.finished_on = NOW.date()
    assert reason(take_down(walk.round, asked, by=viewer_of(walk.cast.office), at=NOW)).startswith("省委巡视已经结束")


def test_what_was_withdrawn_is_assigned_anew(walk: Walk) -> None:
    request = done(walk.move(walk.assigned(), Move.WITHDRAW, walk.cast.office, note="重复"))
    request = done(walk.move(request, Move.REOPEN, walk.cast.office, note="并不重复"))
    assert (request.status, request.lead_unit, request.holder) == (Status.RECEIVED, None, "office")
