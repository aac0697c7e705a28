"""A text is passed down; units receive, read and meet; who has not yet is visible."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from bihuan.desk.actions.distributions import Sent, distribute, mark, send_to_more
from bihuan.desk.models import Delivery, Distribution
from bihuan.desk.queries.distributions import deliveries_waiting_for, distributions_for, reach_of
from bihuan.people.actions import close_unit
from bihuan.people.viewer import Viewer, viewer_of
from bihuan.rules.delivery import Stage
from bihuan.trail.models import Line
from tests.cast import NOW, Cast
from tests.desk.clock import a_clock  # noqa: F401
from tests.desk.conftest import done, reason

DUE = NOW.date() + timedelta(days=7)


@pytest.fixture
def speech(round, office: Viewer, cast: Cast) -> Distribution:
    sent = Sent("动员会讲话", [cast.town, cast.farming], due_on=DUE)
    file = SimpleUploadedFile("讲话.txt", "全力配合".encode())
    return done(distribute(round, sent, by=office, at=NOW, file=file))


def copy(distribution: Distribution, unit) -> Delivery:
    return distribution.deliveries.get(unit=unit)


def test_it_goes_to_everything_directly_below_a_unit(round, as_office, cast: Cast):
    sent = as_office.post(
        "/desk/distributions/new/",
        {"title": "动员会讲话", "extent": "full", "to": "below", "below": cast.top.number, "due_on": "2099-01-01"},
    )
    assert (sent.status_code, sent.url) == (302, "/desk/distributions/D-001/")
    row = Distribution.objects.get()
    named = [delivery.unit.name for delivery in row.deliveries.all()]
    assert named == ["县委办公室", "县纪委监委", "县农业农村局", "松河镇"]
    assert Line.objects.get(event="distribution.sent").after["units"] == named


def test_everybody_means_every_open_unit_but_the_organisation_itself(round, as_office, cast: Cast):
    done(close_unit(cast.village, by=viewer_of(cast.office), at=NOW))
    sent = {"title": "反馈意见", "extent": "summary", "to": "all"}
    assert as_office.post("/desk/distributions/new/", sent).status_code == 302
    units = {delivery.unit for delivery in Distribution.objects.get().deliveries.all()}
    assert units == {cast.secretariat, cast.discipline, cast.farming, cast.town}


def test_a_unit_that_was_merged_away_is_not_offered_and_is_refused_with_its_name(round, as_office, cast: Cast, office):
    done(close_unit(cast.village, by=office, at=NOW))
    cast.village.refresh_from_db()
    sent = {"title": "反馈意见", "extent": "full", "to": "chosen", "chosen": [cast.village.number]}
    answer = as_office.post("/desk/distributions/new/", sent)
    assert (answer.status_code, "所选单位中有已撤并的，请重新选择。" in answer.content.decode()) == (422, True)
    refusal = distribute(round, Sent("反馈意见", [cast.village]), by=office, at=NOW)
    assert reason(refusal) == f"“青石村”已于 {cast.village.closed_on} 撤并，请改选现在的单位。"


def test_opening_the_text_marks_it_read_for_the_openers_own_unit(speech, as_head, as_office, cast: Cast):
    assert b"".join(as_office.get("/desk/distributions/D-001/text/").streaming_content) == "全力配合".encode()
    assert copy(speech, cast.town).read_at is None
    as_head.get("/desk/distributions/D-001/text/")
    delivery = copy(speech, cast.town)
    assert (delivery.received_at is not None, delivery.read_at is not None, delivery.by) == (True, True, cast.head)
    assert copy(speech, cast.farming).received_at is None


def test_a_meeting_says_its_day_and_how_many_sat_there(speech, as_head, cast: Cast):
    town = f"{cast.town.ref}"
    sent = {"step": "met", "only": town, "meeting_on": NOW.date().isoformat(), "attended": 42}
    assert as_head.post("/desk/distributions/D-001/mark/", sent).status_code == 302
    delivery = copy(speech, cast.town)
    assert (delivery.meeting_on, delivery.attended, delivery.read_at is not None) == (NOW.date(), 42, True)
    line = Line.objects.get(event="delivery.met")
    assert (line.subject, line.unit_path, line.after["attended"]) == ("D-001", cast.town.path, 42)


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"step": "met", "meeting_on": "2026-03-01", "attended": 3}, "早于下发日期 2026-03-02"),
        ({"step": "met", "meeting_on": "2099-03-01", "attended": 3}, "还没有到"),
        ({"step": "met"}, "请填写会议日期和参会人数。"),
        ({"step": "met", "meeting_on": "三月五日", "attended": 3}, "不是日期"),
    ],
)
def test_a_meeting_that_cannot_be_leaves_the_copy_as_it_was(speech, as_head, cast: Cast, sent, words):
    answer = as_head.post("/desk/distributions/D-001/mark/", {"unit": cast.town.ref, **sent})
    assert (answer.status_code, words in answer.content.decode()) == (422, True)
    assert copy(speech, cast.town).received_at is None


def test_the_office_takes_many_units_on_at_once_and_a_unit_only_itself(speech, office: Viewer, cast: Cast):
    copies = list(speech.deliveries.all())
    refusal = mark(speech, copies, Stage.RECEIVED, by=viewer_of(cast.head), at=NOW)
    assert reason(refusal) == "只能登记本单位的传达情况，其他单位由该单位或联络组登记。"
    assert done(mark(speech, copies, Stage.RECEIVED, by=office, at=NOW)) == 2
    assert done(mark(speech, copies, Stage.RECEIVED, by=office, at=NOW)) == 0
    assert Line.objects.filter(event="delivery.received").count() == 2


def test_a_meeting_is_corrected_and_the_record_keeps_both_days(speech, office: Viewer, cast: Cast):
    for attended in (42, 24):
        one = [copy(speech, cast.town)]
        done(mark(speech, one, Stage.MET, by=office, at=NOW, meeting_on=NOW.date(), attended=attended))
    assert copy(speech, cast.town).attended == 24
    line = Line.objects.filter(event="delivery.met").first()
    assert (line.before, line.after) == ({"attended": 42}, {"unit": "松河镇", "attended": 24})


def test_who_has_not_yet_is_counted_and_printed(speech, as_office, office: Viewer, cast: Cast):
    one = [copy(speech, cast.town)]
    done(mark(speech, one, Stage.MET, by=office, at=NOW, meeting_on=NOW.date(), attended=9))
    reach = reach_of(office, speech)
    assert (reach.units, reach.received, reach.read, reach.met, reach.owing) == (2, 1, 1, 1, 1)
    page = as_office.get("/desk/distributions/D-001/reminder/").content.decode()
    assert ("县农业农村局" in page, "松河镇" in page) == (True, False)


def test_a_unit_sees_its_own_copy_and_a_unit_without_one_nothing(speech, as_head, as_handler, cast: Cast):
    page = as_head.get("/desk/distributions/D-001/").content.decode()
    assert ("松河镇" in page, "县农业农村局" in page) == (True, False)
    assert [delivery.unit for delivery in deliveries_waiting_for(viewer_of(cast.handler))] == [cast.town]
    done(send_to_more(speech, [cast.secretariat, cast.town], by=viewer_of(cast.office), at=NOW))
    assert speech.deliveries.count() == 3
    alone = done(distribute(speech.round, Sent("内部提示", [cast.farming]), by=viewer_of(cast.office), at=NOW))
    assert as_head.get(f"/desk/distributions/{alone.ref}/").status_code == 404
    assert list(distributions_for(viewer_of(cast.head))) == [speech]


def test_a_kept_paper_is_chosen_by_its_number_and_a_wrong_one_is_named(speech, as_office, cast: Cast):
    base = {"title": "再次传达", "extent": "full", "to": "below", "below": cast.top.number}
    wrong = as_office.post("/desk/distributions/new/", {**base, "stored": "P-9999"})
    assert (wrong.status_code, "没有编号为“P-9999”的已存文件。" in wrong.content.decode()) == (422, True)
    assert as_office.post("/desk/distributions/new/", {**base, "stored": speech.paper.ref}).status_code == 302
    assert Distribution.objects.get(title="再次传达").paper == speech.paper


def test_a_due_day_that_has_passed_is_refused(round, office: Viewer, cast: Cast):
    refusal = distribute(round, Sent("讲话", [cast.town], due_on=date(2026, 3, 1)), by=office, at=NOW)
    assert reason(refusal) == "传达时限 2026-03-01 已经过去，请改正。"


def test_ticked_units_are_not_passed_over_in_silence(round, as_office, cast: Cast):
    sent = {"title": "讲话", "extent": "full", "to": "all", "chosen": [cast.town.number]}
    answer = as_office.post("/desk/distributions/new/", sent)
    assert (answer.status_code, "已逐个勾选了单位" in answer.content.decode()) == (422, True)


def test_htmx_gets_the_table_alone_and_a_merged_unit_owes_nothing_more(speech, as_office, office: Viewer, cast: Cast):
    sent = {"step": "received", "unit": [cast.town.ref, cast.farming.ref]}
    answer = as_office.post("/desk/distributions/D-001/mark/?lacking=read", sent, headers={"HX-Request": "true"})
    page = answer.content.decode()
    assert (answer.status_code, "<html" in page, "签收：2 个单位。" in page) == (200, False, True)
    cast.farming.closed_on = NOW.date()
    cast.farming.save()
    reach = reach_of(office, speech)
    assert (reach.units, reach.received, reach.owing) == (1, 1, 1)
    assert "县农业农村局" not in as_office.get("/desk/distributions/D-001/reminder/").content.decode()
