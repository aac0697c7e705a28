"""A self-check is given with points by area; the office sees how far units and points are, and what was found."""

from datetime import timedelta

import pytest

from bihuan.desk.actions.selfchecks import Given, give_selfcheck, give_to_more
from bihuan.desk.actions.sheets import answer_point, return_sheet, sign_sheet
from bihuan.desk.models import SelfCheck
from bihuan.desk.queries.check_points import proposed
from bihuan.desk.queries.selfchecks import found_answer_for, found_of, listed, progress_by_point
from bihuan.desk.queries.sheets import sheets_waiting_for
from bihuan.people.viewer import Viewer, viewer_of
from tests.cast import NOW, Cast
from tests.desk.clock import a_clock  # noqa: F401
from tests.desk.conftest import done, reason
from tests.desk.selfchecks import DUE, POINTS, a_selfcheck, a_sheet, answered, signed, url  # noqa: F401


def test_the_points_that_come_along_are_eight_areas_of_six_to_ten():
    areas = proposed()
    assert [len(area.points) for area in areas] == [8, 8, 7, 7, 8, 7, 10, 8]
    texts = [point.text for area in areas for point in area.points]
    assert len(set(texts)) == len(texts)


def test_points_are_chosen_and_added_and_come_together_by_area(round, as_office, cast: Cast):
    sent = as_office.post(
        "/desk/selfchecks/new/",
        {
            "title": "第一批自查", "due_on": "2026-03-20", "points": ["7.1", "1.2"], "to": "chosen",
            "chosen": [cast.town.number], "own": "廉洁自律和纠治“四风”：加班餐有审批\n办公用品领用有登记\n\n",
        },
    )  # fmt: skip
    assert (sent.status_code, sent.url) == (302, "/desk/selfchecks/S-001/")
    points = [(point.area[:4], point.text[:6]) for point in SelfCheck.objects.get().points.all()]
    assert points == [
        ("落实党的", "上级部署的重"),
        ("廉洁自律", "公务接待有公"),
        ("廉洁自律", "加班餐有审批"),
        ("其他", "办公用品领用"),
    ]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"points": []}, "请至少选择或填写一个要点。"),
        ({"units": []}, "请至少选择一个单位。"),
        ({"due_on": NOW.date() - timedelta(days=1)}, "完成时限 2026-03-01 已经过去，请改正。"),
        ({"title": " "}, "请填写自查清单的名称。"),
        ({"points": [("廉洁", "长" * 501)]}, f"要点“{'长' * 20}…”超过 500 个字，请写短些。"),
    ],
)
def test_a_list_that_cannot_be_answered_is_refused(round, office: Viewer, cast: Cast, values, words):
    given = Given(**{"title": "自查", "due_on": DUE, "points": POINTS, "units": [cast.town], **values})
    assert reason(give_selfcheck(round, given, by=office, at=NOW)) == words


def test_the_office_sees_how_far_units_and_points_are(selfcheck, sheet, head: Viewer, office: Viewer, as_office):
    signed(sheet, head)
    assert [(row.ref, p.units, p.signed, p.found) for row, p in listed(office, selfcheck.round)] == [("S-001", 2, 1, 2)]
    counted = [(c.yes, c.partly, c.no, c.open) for c in progress_by_point(office, selfcheck, 2)]
    assert counted == [(1, 0, 0, 1), (0, 1, 0, 1), (0, 0, 1, 1)]
    assert "3 / 3" in as_office.get("/desk/selfchecks/S-001/").content.decode()


def test_what_was_found_is_listed_once_it_is_signed(selfcheck, sheet, head: Viewer, office: Viewer, as_office):
    answered(sheet, head, ("yes", ""), ("partly", "两笔缺公示"), ("no", "未登记用车"))
    assert list(found_of(office, selfcheck)) == []
    done(sign_sheet(sheet, "赵启", by=head, at=NOW))
    assert [(each.point.number, each.answer) for each in found_of(office, selfcheck)] == [(2, "partly"), (3, "no")]
    assert found_answer_for(office, "S-001", sheet.unit.ref, 3).text == "未登记用车"
    assert "未登记用车" in as_office.get("/desk/selfchecks/S-001/found/").content.decode()


def test_a_unit_sees_its_own_sheet_and_no_other(selfcheck, sheet, cast: Cast, as_head, as_handler):
    other = selfcheck.sheets.get(unit=cast.farming)
    assert as_head.get(url(other)).status_code == 404
    assert as_head.post(url(other, "1/"), {"answer": "yes"}).status_code == 404
    page = as_handler.get("/desk/selfchecks/S-001/").content.decode()
    assert ("松河镇" in page, "县农业农村局" in page) == (True, False)
    assert list(sheets_waiting_for(viewer_of(cast.head))) == [sheet]
    assert "等您填写或签字" in as_handler.get("/desk/selfchecks/").content.decode()


def test_more_units_get_the_same_list_and_the_office_answers_for_none(selfcheck, sheet, office: Viewer, cast: Cast):
    done(give_to_more(selfcheck, [cast.town, cast.secretariat], by=office, at=NOW))
    assert selfcheck.sheets.count() == 3
    refusal = answer_point(sheet, selfcheck.points.first(), "yes", "", by=office, at=NOW)
    assert refusal.kind == "who"
    assert return_sheet(sheet, "理由", by=office, at=NOW).kind == "when"
