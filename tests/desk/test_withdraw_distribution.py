"""Is a text that was sent by mistake owed by nobody any more, and seen by its units as withdrawn?"""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from bihuan.desk.actions.distributions import Sent, distribute, mark, send_to_more, withdraw
from bihuan.desk.models import Distribution
from bihuan.desk.queries.distributions import deliveries_waiting_for, reach_of
from bihuan.overview.queries.today_desk import desk_today
from bihuan.people.viewer import Viewer, viewer_of
from bihuan.rules.delivery import Stage
from bihuan.trail.models import Line
from bihuan.watch.queries.things import deliveries_due
from tests.cast import NOW, Cast
from tests.desk.clock import a_clock  # noqa: F401
from tests.desk.conftest import done, reason

HERE = "/desk/distributions/D-001/"
SAID = {"reason": "发错了单位"}


@pytest.fixture
def speech(round, office: Viewer, cast: Cast) -> Distribution:
    sent = Sent("动员会讲话", [cast.town, cast.farming], due_on=NOW.date())
    file = SimpleUploadedFile("讲话.txt", "全力配合".encode())
    return done(distribute(round, sent, by=office, at=NOW, file=file))


def test_nobody_owes_anything_for_it(speech, office: Viewer, cast: Cast):
    head = viewer_of(cast.head)
    done(mark(speech, [speech.deliveries.get(unit=cast.town)], Stage.RECEIVED, by=head, at=NOW))
    assert len(desk_today(head, today=NOW.date()).deliveries) == 1
    row = done(withdraw(speech, " 发错了单位 ", by=office, at=NOW))
    assert (row.withdrawn_reason, row.withdrawn_by) == ("发错了单位", cast.office)
    assert (list(deliveries_waiting_for(head)), desk_today(head, today=NOW.date()).deliveries) == ([], ())
    assert list(deliveries_due(cast.county, NOW.date())) == []
    reach = reach_of(office, row)
    assert (reach.units, reach.received, reach.owing) == (2, 1, 0)
    line = Line.objects.get(event="distribution.withdrawn")
    assert (line.subject, line.note) == ("D-001", "发错了单位")


def test_it_goes_no_further_and_is_withdrawn_once(speech, office: Viewer, cast: Cast):
    assert reason(withdraw(speech, " ", by=office, at=NOW)) == "请写明撤回的理由。"
    assert reason(withdraw(speech, "错", by=viewer_of(cast.head), at=NOW)) == "这件事由联络组办理，请与联络组联系。"
    done(withdraw(speech, "错", by=office, at=NOW))
    refused = (
        withdraw(speech, "错", by=office, at=NOW),
        send_to_more(speech, [cast.secretariat], by=office, at=NOW),
        mark(speech, list(speech.deliveries.all()), Stage.READ, by=office, at=NOW),
    )
    assert {reason(each) for each in refused} == {"D-001 已经撤回，不用再办理。"}


def test_a_unit_sees_that_it_was_withdrawn_and_cannot_open_it(speech, as_office, as_head, as_stranger):
    assert as_head.post(f"{HERE}withdraw/", SAID).status_code == 403
    assert as_stranger.post(f"{HERE}withdraw/", SAID).status_code in (403, 404)
    assert as_office.post(f"{HERE}withdraw/", {"reason": ""}).status_code == 422
    assert as_office.post(f"{HERE}withdraw/", SAID).url == HERE
    assert as_office.post(f"{HERE}withdraw/", SAID).status_code == 409

    page = as_head.get(HERE).content.decode()
    assert ("撤回：发错了单位" in page, "打开文稿" in page, "登记传达会议" in page) == (True, False, False)
    assert "?lacking=" not in page
    assert "已撤回" in as_head.get("/desk/distributions/").content.decode()
    assert (as_head.get(f"{HERE}text/").status_code, as_office.get(f"{HERE}text/").status_code) == (404, 200)
    office_page = as_office.get(HERE).content.decode()
    assert ("催办名单" in office_page, "增发给其他单位" in office_page, "撤回这份文稿" in office_page) == (
        False,
        False,
        False,
    )
