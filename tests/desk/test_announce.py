"""The office announces the inspection, the places are written down, and on the last day the lines are closed."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from bihuan.desk.actions.announcements import AnnouncementText, close_lines, open_lines_again, post, write_announcement
from bihuan.desk.models import Announcement, Posting
from bihuan.desk.queries.announcements import lines_to_close, postings_for
from bihuan.people.viewer import Viewer, viewer_of
from bihuan.rules.life import Refusal
from bihuan.trail.models import Line
from tests.cast import NOW, Cast, signed_in
from tests.desk.clock import a_clock  # noqa: F401
from tests.desk.conftest import done, reason

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001"
    "5ea5ce400000000049454e44ae426082"
)
TEXT = AnnouncementText(
    from_on=NOW.date(), until_on=NOW.date() + timedelta(days=60), phone="0800-1234",
    boxes="县政务中心东门\n松河镇政府门口",
    cut_off_on=NOW.date() + timedelta(days=50),
)  # fmt: skip
ENTRY = "/desk/announcements/R1/entry/"


@pytest.fixture
def announcement(round, office: Viewer) -> Announcement:
    return done(write_announcement(round, Announcement.Kind.ENTRY, TEXT, by=office, at=NOW))


def test_a_new_announcement_begins_with_the_dates_of_the_round(round, as_office):
    form = as_office.get(f"{ENTRY}edit/").content.decode()
    assert 'value="2026-03-02"' in form
    assert "受理反映云岭县领导班子及其成员" in form
    sent = as_office.post(
        f"{ENTRY}edit/",
        {"from_on": "2026-03-02", "until_on": "2026-05-01", "phone": "0800-1234", "cut_off_on": "2026-04-20"},
    )
    assert sent.status_code == 302
    row = Announcement.objects.get()
    assert (row.kind, row.from_on.isoformat(), row.cut_off_on.isoformat()) == ("entry", "2026-03-02", "2026-04-20")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"until_on": NOW.date() - timedelta(days=1)}, "结束日期早于开始日期，请改正其中一个。"),
        ({"cut_off_on": NOW.date() + timedelta(days=99)}, "受理截止日期应在开始日期与结束日期之间，请改正。"),
    ],
)
def test_days_that_cannot_be_are_refused(round, office: Viewer, values, words):
    text = AnnouncementText(**{**vars(TEXT), **values})
    assert reason(write_announcement(round, Announcement.Kind.ENTRY, text, by=office, at=NOW)) == words


def test_what_an_announcement_may_not_ask_is_refused(round, office: Viewer):
    text = AnnouncementText(**{**vars(TEXT), "scope": "登记举报人的姓名和电话号码"})
    refusal = write_announcement(round, Announcement.Kind.ENTRY, text, by=office, at=NOW)
    assert "来信来访来电的人" in reason(refusal)


def test_there_is_no_place_for_who_used_the_lines_nor_for_how_many():
    names = {field.name for table in (Announcement, Posting) for field in table._meta.get_fields()}
    assert names == {
        "id", "round", "kind", "scope", "from_on", "until_on", "phone", "hours", "post_box", "email", "boxes", "code",
        "cut_off_on", "lines_closed_at", "lines_closed_by", "postings",
        "announcement", "unit", "place", "posted_at", "photo", "by",
    }  # fmt: skip


def test_a_unit_posts_it_with_a_photograph_that_only_those_concerned_see(announcement, as_head, as_stranger, cast):
    photo, unit = SimpleUploadedFile("门口.png", PNG, content_type="image/png"), cast.town
    sent = as_head.post(
        f"{ENTRY}post/", {"unit": unit.number, "place": "镇党委宣传栏", "posted_at": "2026-03-02T08:30", "photo": photo}
    )
    assert sent.status_code == 302
    row = Posting.objects.get()
    assert (row.place, row.unit, row.photo.name) == ("镇党委宣传栏", unit, "门口.png")
    assert as_head.get(f"{ENTRY}postings/1/photo/").status_code == 200
    assert as_stranger.get(f"{ENTRY}postings/1/photo/").status_code == 404
    assert "镇党委宣传栏" not in as_stranger.get("/desk/announcements/").content.decode()
    assert Line.objects.get(event="announcement.posted").unit_path == unit.path


def test_a_file_that_is_no_picture_and_a_moment_to_come_are_refused(announcement, office: Viewer, cast: Cast):
    text = SimpleUploadedFile("说明.txt", "已张贴".encode())
    refusal = post(announcement, cast.town, "镇政府门口", NOW, by=office, at=NOW, photo=text)
    assert reason(refusal) == "“说明.txt”不是图片，请上传 JPG 或 PNG。"
    later = NOW + timedelta(hours=1)
    refusal = post(announcement, cast.town, "镇政府门口", later, by=office, at=NOW)
    assert reason(refusal) == "张贴时间还没有到，张贴后再登记。"


def test_a_unit_posts_only_for_itself_and_no_place_is_written_twice(announcement, cast: Cast):
    head, stranger = viewer_of(cast.head), viewer_of(cast.stranger)
    refusal = post(announcement, cast.town, "镇政府门口", NOW, by=stranger, at=NOW)
    assert isinstance(refusal, Refusal)
    assert refusal.kind == "who"
    done(post(announcement, cast.village, "村委会", NOW, by=head, at=NOW))
    again = post(announcement, cast.village, "村委会", NOW, by=head, at=NOW)
    assert reason(again) == "“村委会”这一时间的张贴已经登记过。"
    assert [row.place for row in postings_for(head)] == ["村委会"]


def test_the_lines_are_closed_from_the_last_day_on_and_can_be_opened_again(announcement, office, cast, clock):
    assert reason(close_lines(announcement, by=office, at=NOW)) == "受理到 2026-04-21 为止，当天起才能确认关闭。"
    day = clock.later(days=50)
    as_office = signed_in(cast.office)
    assert list(lines_to_close(office, day.date())) == [announcement]
    assert "来信来电受理到 2026-04-21 为止" in as_office.get("/desk/announcements/").content.decode()
    assert as_office.post(f"{ENTRY}close/").status_code == 302
    assert "来信来电受理到" not in as_office.get("/desk/announcements/").content.decode()
    announcement.refresh_from_db()
    assert announcement.lines_closed_at == day
    assert reason(close_lines(announcement, by=office, at=day)) == "已于 2026-04-21 10:00 确认关闭。"
    done(open_lines_again(announcement, by=office, at=day))
    assert list(lines_to_close(office, day.date())) == [announcement]


def test_everybody_reads_it_and_only_the_office_writes_it(announcement, as_stranger, as_head):
    assert "0800-1234" in as_stranger.get(f"{ENTRY}print/").content.decode()
    assert as_stranger.get(f"{ENTRY}edit/").status_code == 403
    assert as_head.post(f"{ENTRY}close/").status_code == 403


def test_the_leaving_notice_takes_up_what_was_announced(announcement, as_office):
    assert "0800-1234" in as_office.get("/desk/announcements/R1/leaving/edit/").content.decode()
    sent = {"from_on": "2026-03-02", "until_on": "2026-05-01", "phone": "0800-1234"}
    assert as_office.post("/desk/announcements/R1/leaving/edit/", sent).status_code == 302
    assert "意见箱撤回" in as_office.get("/desk/announcements/R1/leaving/print/").content.decode()
