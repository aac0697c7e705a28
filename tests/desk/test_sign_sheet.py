"""A sheet is answered as it goes, signed by the head under the promise, and returned where it must be."""

from django.core.files.uploadedfile import SimpleUploadedFile

from bihuan.desk.actions.sheets import answer_point, sign_sheet
from bihuan.desk.models import CheckSheet
from bihuan.people.viewer import Viewer, viewer_of
from bihuan.trail.models import Line
from tests.cast import NOW, Cast
from tests.desk.clock import a_clock  # noqa: F401
from tests.desk.conftest import done, reason
from tests.desk.selfchecks import a_selfcheck, a_sheet, answered, signed, url  # noqa: F401


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


def test_what_is_not_signed_yet_is_the_units_own_draft(sheet, head: Viewer, as_office, as_leader):
    answered(sheet, head, ("yes", ""), ("partly", "两笔缺公示"), ("no", "未登记用车"))
    assert "未登记用车" not in as_office.get(url(sheet)).content.decode()
    assert "未登记用车" in as_leader.get(url(sheet)).content.decode()
    assert not any("未登记用车" in str(line.after) for line in Line.objects.all())
    done(sign_sheet(sheet, "赵启", by=head, at=NOW))
    assert "未登记用车" in as_office.get(url(sheet)).content.decode()
    answers = Line.objects.get(event="checksheet.signed").after["answers"]
    assert answers == ["1 是", "2 部分：两笔缺公示", "3 否：未登记用车"]


def test_a_unit_that_was_merged_away_and_a_round_that_is_over_keep_what_was_written(
    sheet, head: Viewer, office: Viewer
):
    answered(sheet, head, ("yes", ""), ("yes", ""), ("yes", ""))
    sheet.unit.closed_on = NOW.date()
    sheet.unit.save()
    assert reason(sign_sheet(sheet, "赵启", by=head, at=NOW)) == "“松河镇”已于 2026-03-02 撤并，自查表不再填写。"
    sheet.unit.closed_on = None
    sheet.unit.save()
    sheet.selfcheck.round.finished_on = NOW.date()
    sheet.selfcheck.round.save()
    assert reason(answer_point(sheet, sheet.selfcheck.points.first(), "no", "改", by=head, at=NOW)) == (
        "本轮已于 2026-03-02 结束，不能再改；确需改动请先恢复本轮。"
    )
    assert [each.answer for each in sheet.answers.all()] == ["yes", "yes", "yes"]
