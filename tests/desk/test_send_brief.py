"""The day's brief: worked out from the record, sent once a day, read by those who lead, and free of interviews."""

from datetime import timedelta
from io import BytesIO

import pytest
from docx import Document

from bihuan.desk.actions.brief import send_brief
from bihuan.desk.actions.visits import VisitText, plan_visit
from bihuan.desk.models import Brief
from bihuan.desk.queries.brief import briefs_for, figures
from bihuan.people.viewer import viewer_of
from bihuan.trail.queries import lines_of
from tests.cast import NOW, Cast, signed_in
from tests.desk.conftest import done, reason
from tests.desk.walk import Walk

TODAY = NOW.date()


@pytest.fixture
def busy(walk: Walk, office, cast: Cast) -> Walk:
    """One handed over, one that will be due in three hours, one that is due tomorrow morning; a visit tomorrow."""
    walk.handed_over()
    walk.assigned(text="松河镇财务账目")
    walk.round.requests.filter(number=2).update(due_at=NOW + timedelta(hours=3))
    walk.taken(text="干部花名册")
    start = NOW + timedelta(days=1)
    done(plan_visit(walk.round, VisitText(cast.village, start, start + timedelta(hours=2)), by=office, at=NOW))
    return walk


def refs(lines) -> list[str]:
    return [line["ref"] for line in lines]


def test_the_figures_come_from_the_record(busy: Walk, office):
    told = figures(office, busy.round, TODAY, now=busy.at)

    assert {name: refs(told[name]) for name in ("came_in", "handed_over", "late", "at_risk")} == {
        "came_in": ["R-002", "R-001", "R-003"],
        "handed_over": ["R-001"],
        "late": [],
        "at_risk": ["R-002"],
    }
    assert [(each["kind"], each["ref"], each["time"]) for each in told["tomorrow"] if each["kind"] == "visit"] == [
        ("visit", "V-001", "09:00–11:00")
    ]
    assert told["open"] == 3


def test_what_is_past_its_time_is_late_and_no_longer_at_risk(busy: Walk, office):
    told = figures(office, busy.round, TODAY, now=NOW + timedelta(hours=4))

    assert (refs(told["late"]), refs(told["at_risk"])) == (["R-002"], ["R-003"])


def test_a_sent_brief_is_frozen_and_recorded(busy: Walk, office, cast: Cast):
    row = done(send_brief(busy.round, TODAY, "请协调车辆", by=office, at=busy.at))
    busy.taken(text="后来才登记的")

    assert refs(Brief.objects.get(pk=row.pk).figures["came_in"]) == ["R-002", "R-001", "R-003"]
    (line,) = [line for line in lines_of(cast.county.code, "R1") if line.event == "brief.sent"]
    assert (line.after, line.note) == (
        {"on": "2026-03-02", "came_in": 3, "handed_over": 1, "late": 0, "at_risk": 1}, "请协调车辆"
    )  # fmt: skip


def test_there_is_one_brief_a_day_and_it_is_of_that_day(busy: Walk, office):
    done(send_brief(busy.round, TODAY, "", by=office, at=busy.at))

    assert "的日报已于" in reason(send_brief(busy.round, TODAY, "", by=office, at=busy.at))
    tomorrow = TODAY + timedelta(days=1)
    assert reason(send_brief(busy.round, tomorrow, "", by=office, at=busy.at)).startswith("日报只能在当天发出")


def test_the_note_may_not_tell_of_interviews(busy: Walk, office):
    assert "涉及谈话内容" in reason(send_brief(busy.round, TODAY, "谈话对象说了征地的事", by=office, at=busy.at))


def test_only_the_office_sends_and_only_those_who_lead_read(busy: Walk, office, head, cast: Cast):
    assert isinstance(reason(send_brief(busy.round, TODAY, "", by=head, at=busy.at)), str)
    done(send_brief(busy.round, TODAY, "", by=office, at=busy.at))

    seen = {name: briefs_for(viewer_of(getattr(cast, name))).count()
            for name in ("office", "first", "leader", "supervisor", "head", "handler", "stranger")}  # fmt: skip
    assert seen == {"office": 1, "first": 1, "leader": 1, "supervisor": 1, "head": 0, "handler": 0, "stranger": 0}
    assert signed_in(cast.head).get("/desk/brief/").status_code == 404


def test_the_page_sends_it_and_gives_it_as_word(walk: Walk, as_office, cast: Cast):
    sent = as_office.post("/desk/brief/", {"note": "请协调车辆"})
    word = as_office.get(f"{sent.url}word/")

    texts = [paragraph.text for paragraph in Document(BytesIO(b"".join(word.streaming_content))).paragraphs]
    assert (texts[0], "说明：请协调车辆" in texts) == ("联络日报", True)
    assert "请协调车辆" in signed_in(cast.leader).get(sent.url).text
    assert as_office.post("/desk/brief/", {"note": ""}).status_code == 409
