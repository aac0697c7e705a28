"""A self-check is given, answered as it goes, signed by the head under the promise, and returned where it must be."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from bihuan.desk.actions.selfchecks import Given, give_selfcheck, give_to_more
from bihuan.desk.actions.sheets import answer_point, return_sheet, sign_sheet
from bihuan.desk.models import CheckSheet, SelfCheck
from bihuan.desk.queries.check_points import proposed
from bihuan.desk.queries.selfchecks import found_answer_for, found_of, listed, progress_by_point
from bihuan.desk.queries.sheets import sheets_waiting_for
from bihuan.people.viewer import Viewer, viewer_of
from bihuan.trail.models import Line
from tests.cast import NOW, Cast
from tests.desk.clock import clock  # noqa: F401
from tests.desk.conftest import done, reason

DUE = NOW.date() + timedelta(days=10)
POINTS = [("廉洁", "公务接待有公函"), ("基层", "村级财务按期公开"), ("廉洁", "公车统一管理")]


@pytest.fixture
def selfcheck(round, office: Viewer, cast: Cast) -> SelfCheck:
    given = Given("第一批自查", DUE, POINTS, [cast.town, cast.farming])
    return done(give_selfcheck(round, given, by=office, at=NOW))


@pytest.fixture
def sheet(selfcheck: SelfCheck, cast: Cast) -> CheckSheet:
    return selfcheck.sheets.get(unit=cast.town)


def answered(sheet: CheckSheet, head: Viewer, *answers: tuple[str, str]) -> CheckSheet:
    for point, (answer, text) in zip(sheet.selfcheck.points.all(), answers, strict=True):
        done(answer_point(sheet, point, answer, text, by=head, at=NOW))
    return sheet


def signed(sheet: CheckSheet, head: Viewer) -> CheckSheet:
    answered(sheet, head, ("yes", ""), ("partly", "两笔缺公示"), ("no", "未登记用车"))
    return done(sign_sheet(sheet, "赵启", by=head, at=NOW))


def url(sheet: CheckSheet, what: str = "") -> str:
    return f"/desk/selfchecks/{sheet.ref}/{what}"


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


def test_an_answer_is_kept_at_once_and_says_what_is_still_to_write(sheet, as_handler):
    answer = as_handler.post(url(sheet, "2/"), {"answer": "no", "text": ""}, headers={"HX-Request": "true"})
    page = answer.content.decode()
    assert ("已保存，还要写明情况" in page, "1 / 3" in page, "<html" in page) == (True, True, False)
    assert as_handler.post(url(sheet, "2/"), {"answer": "no", "text": "少登记一次"}).status_code == 302
    kept = sheet.answers.get()
    assert (kept.answer, kept.text, kept.point.number) == ("no", "少登记一次", 2)
    lines = list(Line.objects.filter(event="checksheet.answered").order_by("number"))
    assert [line.after for line in lines] == [{"point": 2}, {"point": 2}]


def test_typing_without_an_answer_loses_nothing(sheet, as_handler):
    answer = as_handler.post(url(sheet, "1/"), {"text": "先写一点"})
    page = answer.content.decode()
    assert (answer.status_code, "请先选择“是”“部分”或“否”。" in page, "先写一点" in page) == (422, True, True)


def test_only_the_head_signs_with_the_own_name_and_all_points_answered(sheet, head: Viewer, cast: Cast, as_head):
    refusal = sign_sheet(sheet, "赵启", by=head, at=NOW)
    assert [str(text) for text in refusal.missing] == ["全部要点都已作答（0 / 3）"]
    answered(sheet, head, ("yes", ""), ("no", ""), ("yes", ""))
    assert [str(text) for text in sign_sheet(sheet, "赵启", by=head, at=NOW).missing] == [
        "答“否”或“部分”的要点都写明了情况"
    ]
    answered(sheet, head, ("yes", ""), ("no", "未登记"), ("yes", ""))
    assert sign_sheet(sheet, "吴敏", by=viewer_of(cast.handler), at=NOW).kind == "who"
    wrong = as_head.post(url(sheet, "sign/"), {"name": "赵"})
    assert (wrong.status_code, "签名与您账户上的姓名一致" in wrong.content.decode()) == (422, True)
    assert as_head.post(url(sheet, "sign/"), {"name": " 赵启 "}).status_code == 302
    sheet.refresh_from_db()
    assert (sheet.status, sheet.signed_name, sheet.signed_by) == ("signed", "赵启", cast.head)


def test_what_is_signed_stands_until_the_office_returns_it_with_a_reason(
    sheet, head: Viewer, office: Viewer, as_office
):
    signed(sheet, head)
    point = sheet.selfcheck.points.first()
    assert reason(answer_point(sheet, point, "no", "改", by=head, at=NOW)) == (
        "自查表已签字，不能再改；确需修改请联络组退回。"
    )
    assert as_office.post(url(sheet, "return/"), {"note": " "}).status_code == 422
    assert as_office.post(url(sheet, "return/"), {"note": "第3项请写明金额"}).status_code == 302
    sheet.refresh_from_db()
    assert (sheet.status, sheet.signed_name, sheet.returned_for) == ("returned", "", "第3项请写明金额")
    done(answer_point(sheet, point, "partly", "补写", by=head, at=NOW))
    done(sign_sheet(sheet, "赵启", by=head, at=NOW))
    assert CheckSheet.objects.get(pk=sheet.pk).returned_for == ""


def test_proof_is_kept_replaced_and_taken_off(sheet, head: Viewer, as_head, as_stranger):
    file = SimpleUploadedFile("公示照片说明.txt", "已公示".encode())
    early = as_head.post(url(sheet, "1/proof/"), {"file": file})
    assert (early.status_code, "请先作答，再上传佐证。" in early.content.decode()) == (422, True)
    answered(sheet, head, ("yes", ""), ("yes", ""), ("yes", ""))
    file.seek(0)
    assert as_head.post(url(sheet, "1/proof/"), {"file": file}).status_code == 302
    assert b"".join(as_head.get(url(sheet, "1/proof/")).streaming_content) == "已公示".encode()
    assert as_stranger.get(url(sheet, "1/proof/")).status_code == 404
    assert as_head.post(url(sheet, "1/proof/remove/")).status_code == 302
    assert as_head.get(url(sheet, "1/proof/")).status_code == 404


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


def test_what_is_not_signed_yet_is_the_units_own_draft(sheet, head: Viewer, as_office, as_leader):
    answered(sheet, head, ("yes", ""), ("partly", "两笔缺公示"), ("no", "未登记用车"))
    assert "未登记用车" not in as_office.get(url(sheet)).content.decode()
    assert "未登记用车" in as_leader.get(url(sheet)).content.decode()
    assert not any("未登记用车" in str(line.after) for line in Line.objects.all())
    done(sign_sheet(sheet, "赵启", by=head, at=NOW))
    assert "未登记用车" in as_office.get(url(sheet)).content.decode()
    answers = Line.objects.get(event="checksheet.signed").after["answers"]
    assert answers == ["1 是", "2 部分：两笔缺公示", "3 否：未登记用车"]
