"""What the two arrangers do in the browser: the day, a new one, a list, a move with its undo, papers, the end."""

import re
from datetime import timedelta

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bihuan.desk.actions.interview import step
from bihuan.desk.models import Interview
from bihuan.desk.queries.interviewees import person_of
from bihuan.rules.interview import Move
from bihuan.trail.models import Line
from tests.desk.conftest import done
from tests.desk.interviews.conftest import BAI, HAN, Arranging


def words(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def looks(arranging: Arranging) -> list[dict]:
    return [line.after for line in Line.objects.filter(event="interviews.looked").order_by("number")]


def test_the_day_shows_who_comes_when_and_each_look_is_written_down(arranging: Arranging, as_arranger: Client):
    row = arranging.planned()

    page = as_arranger.get("/desk/interviews/")

    assert page.status_code == 200
    assert "no-store" in page["Cache-Control"]
    assert "09:00–09:45 · 1 号 韩立秋 松河镇 已排定" in words(page)
    assert looks(arranging) == [{"page": "looked_at_day"}]
    one = as_arranger.get(f"/desk/interviews/R1/{row.number}/")
    assert "13900001234" in words(one)
    assert "韩立秋" not in re.search(r"<title>(.*?)</title>", one.content.decode())[1]
    assert looks(arranging)[1:] == [{"page": "looked_at_one"}]


def test_an_interview_is_planned_by_a_form_and_a_refused_form_keeps_what_was_typed(
    arranging: Arranging, as_arranger: Client
):
    day = arranging.tomorrow().date().isoformat()
    typed = {"name": "韩立秋", "unit": "松河镇", "post": "镇长", "phone": "", "notifier": "clerk", "remark": "",
             "room": "一号谈话室", "day": day, "start": "09:00", "minutes": "45"}  # fmt: skip

    assert as_arranger.get("/desk/interviews/R1/new/").status_code == 200
    told = as_arranger.post("/desk/interviews/R1/new/", {**typed, "remark": "问了扶贫款"})
    assert (told.status_code, "请删去“问了”" in words(told), 'value="韩立秋"' in told.content.decode()) == (
        422,
        True,
        True,
    )
    planned = as_arranger.post("/desk/interviews/R1/new/", typed)
    assert planned.url == f"/desk/interviews/?round=R1&day={day}"
    assert as_arranger.post("/desk/interviews/R1/new/", typed).status_code == 422
    assert Interview.objects.get().notifier == arranging.clerk


def test_a_pasted_list_is_laid_into_free_slots_and_planned_after_a_look(arranging: Arranging, as_arranger: Client):
    arranging.planned(HAN, "08:30")
    since = arranging.tomorrow().date()
    text = "序号 姓名 单位\n1. 韩立秋　松河镇　镇长\n\n2、白云舟，县水务局，局长，13900005678\n③ 江 枫 青石村\n"

    preview = as_arranger.post(
        "/desk/interviews/R1/paste/", {"text": text, "since": since.isoformat(), "minutes": "45", "notifier": "clerk"}
    )

    assert preview.status_code == 200
    assert "已排在1 号谈话（一号谈话室" in words(preview)
    sent = {
        field["name"]: field["value"]
        for field in _inputs(preview.content.decode())
        if field["type"] != "checkbox" or field["checked"]
    }
    assert [sent.get(f"line{n}-take") for n in (1, 2, 3)] == [None, "on", "on"]
    assert as_arranger.post("/desk/interviews/R1/paste/", sent).status_code == 302
    people = [person_of(row) for row in Interview.objects.order_by("number")]
    assert [person.values for person in people[1:]] == [
        BAI.values,
        {"name": "江枫", "unit": "青石村", "post": "", "phone": ""},
    ]


def test_a_list_without_a_name_and_a_confirmation_without_a_tick_are_refused(arranging: Arranging, as_arranger: Client):
    since = arranging.tomorrow().date().isoformat()

    empty = as_arranger.post("/desk/interviews/R1/paste/", {"text": "序号 姓名", "since": since, "minutes": "45"})
    none = as_arranger.post("/desk/interviews/R1/paste/", {"rows": "1", "line1-name": "韩立秋"})

    assert (empty.status_code, "没有认出姓名" in words(empty)) == (422, True)
    assert (none.status_code, "请至少勾选一行" in words(none)) == (422, True)


def test_a_drop_in_the_grid_moves_it_and_the_toast_takes_it_back(arranging: Arranging, as_arranger: Client):
    row = arranging.planned()
    arranging.planned(BAI, "10:15")
    to = arranging.tomorrow("09:15")

    moved = as_arranger.post(
        "/desk/interviews/R1/1/place/", {"room": "二号谈话室", "at": to.strftime("%Y-%m-%dT%H:%M")}
    )
    row.refresh_from_db()
    assert (moved.status_code, row.starts_at, row.room) == (302, to, arranging.second)
    page = as_arranger.get(moved.url).content.decode()
    undo = re.search(r'action="(/desk/interviews/R1/1/place/\?[^"]+)"', page)[1].replace("&amp;", "&")
    assert as_arranger.post(undo).status_code == 302
    row.refresh_from_db()
    assert (row.starts_at, row.room) == (arranging.tomorrow("09:00"), arranging.first)

    onto = arranging.tomorrow("10:00").strftime("%Y-%m-%dT%H:%M")
    refused = as_arranger.post("/desk/interviews/R1/1/place/", {"room": "一号谈话室", "at": onto})
    assert (refused.status_code, "时间重叠" in words(refused)) == (422, True)
    assert as_arranger.post("/desk/interviews/R1/1/place/", {"at": "whenever"}).status_code == 422


def test_a_step_and_a_correction_on_the_page_of_one(arranging: Arranging, as_arranger: Client):
    arranging.planned()

    assert as_arranger.post("/desk/interviews/R1/1/notify/").url == "/desk/interviews/R1/1/"
    assert as_arranger.post("/desk/interviews/R1/1/finish/").status_code == 422
    assert as_arranger.post("/desk/interviews/R1/1/dance/").status_code == 404
    typed = {**HAN.values, "post": "党委书记", "notifier": "liaison", "remark": "由镇里派车"}
    assert as_arranger.post("/desk/interviews/R1/1/", typed).url == "/desk/interviews/R1/1/"
    assert person_of(Interview.objects.get()).post == "党委书记"
    assert as_arranger.post("/desk/interviews/R1/1/", {**typed, "remark": "提到扶贫款"}).status_code == 422


def test_the_door_has_no_name_and_is_no_look_but_slips_and_the_guide_are(arranging: Arranging, as_arranger: Client):
    row = arranging.planned()
    day = timezone.localdate(row.starts_at).isoformat()

    door = as_arranger.get(f"/desk/interviews/R1/door/{day}/")
    assert "一号谈话室 序号 时间 1 号 09:00–09:45" in words(door)
    assert "韩立秋" not in words(door)
    assert looks(arranging) == []
    assert "韩立秋 同志" in words(as_arranger.get(f"/desk/interviews/R1/slips/{day}/"))
    assert "松河镇 镇长 13900001234 白帆" in words(as_arranger.get(f"/desk/interviews/R1/guide/{day}/"))
    assert looks(arranging) == [{"page": "looked_at_slips"}, {"page": "looked_at_guide"}]
    assert as_arranger.get("/desk/interviews/R1/door/2026-02-30/").status_code == 404


def test_rooms_are_added_closed_and_taken_back_into_use(arranging: Arranging, as_arranger: Client):
    arranging.planned()
    names = ("一号谈话室", "二号谈话室")

    closed = [as_arranger.post("/desk/interviews/R1/rooms/close/", {"room": name}) for name in names]

    assert [answer.status_code for answer in closed] == [409, 302]
    assert "还有 1 场谈话，请先移到别的房间" in words(closed[0])
    assert as_arranger.post("/desk/interviews/R1/rooms/", {"name": "一号谈话室"}).status_code == 409
    assert as_arranger.post("/desk/interviews/R1/rooms/", {"name": "二号谈话室"}).status_code == 302
    arranging.second.refresh_from_db()
    assert not arranging.second.closed


def test_a_lost_key_is_told_in_a_sentence_and_breaks_nothing(arranging: Arranging, as_arranger: Client, key):
    row = arranging.planned()
    key.unlink()

    page = as_arranger.get("/desk/interviews/")
    assert (page.status_code, "姓名打不开；时间和房间仍可安排" in words(page)) == (200, True)
    assert "姓名打不开" in words(as_arranger.get("/desk/interviews/R1/1/"))
    assert looks(arranging) == []
    at = row.starts_at + timedelta(hours=1)
    assert done(step(row, Move.FINISH, by=arranging.viewer, at=at)).status == "done"


def test_a_day_costs_the_same_at_one_interview_and_at_thirty(arranging: Arranging, as_arranger: Client):
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert as_arranger.get(f"/desk/interviews/?day={arranging.tomorrow().date()}").status_code == 200
        return len([each for each in queries if each["sql"].startswith("SELECT")])

    row = arranging.planned()
    at_one = cost()
    for number in range(2, 31):
        row.pk, row.number = None, number
        row.starts_at, row.ends_at = (moment + timedelta(minutes=15) for moment in (row.starts_at, row.ends_at))
        row.save()

    assert (cost(), at_one <= 12) == (at_one, True), at_one


def _inputs(html: str):
    for tag in re.findall(r"<(?:input|select|option)\b[^>]*>", html):
        attrs = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
        if tag.startswith("<select"):
            name = attrs["name"]
        elif tag.startswith("<option"):
            if " selected" in tag:
                yield {"name": name, "value": attrs["value"], "type": "select", "checked": False}
        elif "name" in attrs:
            yield {"name": attrs["name"], "value": attrs.get("value", "on" if "checkbox" in tag else ""),
                   "type": attrs.get("type", "text"),
                   "checked": " checked" in tag}  # fmt: skip
