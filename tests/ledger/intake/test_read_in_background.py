"""A large file is read while nobody waits: put down, claimed once, watched, called off, and told of when it fails."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from bihuan.ledger import reader
from bihuan.ledger.actions import arrivals
from bihuan.ledger.models import Arrival, Finding, Intake
from bihuan.papers.models import Paper
from bihuan.trail.models import Line
from tests.cast import NOW
from tests.ledger.conftest import done
from tests.ledger.intake.conftest import LETTER, texts

pytestmark = pytest.mark.django_db
PAGE, HTMX = "/rounds/R1/import/", {"HX-Request": "true"}
LONG = LETTER + "（说明）\n" * 1000


@pytest.fixture
def _with_reader(monkeypatch):
    """A reader is there, but it reads only when the test says so."""
    monkeypatch.setattr(reader, "is_running", lambda: True)


def put_down(round, office, text: str = LONG, name: str = "长文件.txt") -> Arrival:
    found = arrivals.take_in(round, name=name, data=text.encode(), background=True, by=office, at=timezone.now())
    assert isinstance(done(found), Arrival)
    return found


def waiting(settings) -> list[Path]:
    folder = Path(settings.MEDIA_ROOT) / ".arriving"
    return list(folder.iterdir()) if folder.exists() else []


@pytest.mark.usefixtures("_with_reader")
def test_a_long_file_is_watched_until_its_rows_are_there(as_office, round, settings):
    response = as_office.post(PAGE, {"file": SimpleUploadedFile("长文件.txt", LONG.encode())}, follow=True)
    where = response.redirect_chain[-1][0]
    assert "等待读取" in response.text
    assert "长文件.txt" in as_office.get(PAGE).text
    assert (Intake.objects.count(), Paper.objects.count()) == (0, 0)

    assert reader.read_next()

    intake = Intake.objects.get()
    assert as_office.get(where).url == PAGE + "I-01/"
    assert as_office.get(where, headers=HTMX).headers["HX-Redirect"] == PAGE + "I-01/"
    assert texts(intake)[0] == "中心组学习以读代学，研讨发言照抄照搬，学用脱节"
    assert (waiting(settings), reader.read_next()) == ([], False)


@pytest.mark.usefixtures("_with_reader")
def test_a_short_file_is_read_at_once(as_office, round):
    assert as_office.post(PAGE, {"text": LETTER}).url == PAGE + "I-01/"


def test_without_a_reader_a_long_file_is_read_at_once(as_office, round):
    assert as_office.post(PAGE, {"text": LONG}).url == PAGE + "I-01/"


def test_the_page_tells_stage_and_blocks_and_asks_again(as_office, round, office):
    arrival = put_down(round, office)
    Arrival.objects.update(status="reading", stage="rows", blocks=1017)

    page = as_office.get(f"{PAGE}arriving/{arrival.token}/", headers=HTMX).text

    assert "正在列出草稿" in page
    assert "共 1017 段和单元格" in page
    assert f'hx-get="{PAGE}arriving/{arrival.token}/" hx-trigger="every 1s"' in page


def test_only_one_reader_gets_it(round, office):
    put_down(round, office)

    assert arrivals.claim(at=NOW) is not None
    assert arrivals.claim(at=NOW) is None


def test_what_a_lost_thread_holds_is_free_after_a_while_and_what_a_server_left_at_once(round, office):
    put_down(round, office)
    arrivals.claim(at=NOW)

    assert arrivals.claim(at=NOW + timedelta(minutes=9)) is None
    assert arrivals.claim(at=NOW + timedelta(minutes=11)).tries == 2
    assert arrivals.put_back() == 1
    assert arrivals.claim(at=NOW + timedelta(minutes=12)).tries == 3


def test_a_file_that_ended_three_readers_is_not_tried_a_fourth_time(round, office, settings):
    put_down(round, office)
    Arrival.objects.update(tries=3)

    reader.read_next()

    arrival = Arrival.objects.get()
    assert (arrival.status, arrival.reason["text"], waiting(settings)) == ("failed", arrivals.LOST.text, [])


def test_calling_it_off_leaves_nothing_behind(as_office, round, office, settings, django_capture_on_commit_callbacks):
    arrival = put_down(round, office)

    with django_capture_on_commit_callbacks(execute=True):
        as_office.post(f"{PAGE}arriving/{arrival.token}/cancel/")

    assert (reader.read_next(), Intake.objects.count(), Paper.objects.count(), waiting(settings)) == (False, 0, 0, [])
    assert "已取消" in as_office.get(f"{PAGE}arriving/{arrival.token}/").text
    assert [line.event for line in Line.objects.filter(event__startswith="intake").order_by("number")] == [
        "intake.received",
        "intake.cancelled",
    ]


def test_a_reader_notices_at_its_next_step_that_it_was_called_off(round, office):
    put_down(round, office)
    claimed = arrivals.claim(at=NOW)
    done(arrivals.cancel(claimed, by=office, at=NOW))

    arrivals.read_claimed(claimed)

    assert (Arrival.objects.get().status, Intake.objects.count(), Paper.objects.count()) == ("cancelled", 0, 0)


def test_one_that_is_called_off_while_its_rows_are_written_is_discarded(round, office, monkeypatch):
    put_down(round, office)
    claimed = arrivals.claim(at=NOW)
    whole = arrivals.open_intake

    def then_called_off(*given, **named):
        found = whole(*given, **named)
        arrivals.cancel(claimed, by=office, at=NOW)
        return found

    monkeypatch.setattr(arrivals, "open_intake", then_called_off)
    arrivals.read_claimed(claimed)

    assert (Arrival.objects.get().status, Intake.objects.get().status) == ("cancelled", "discarded")


def test_a_file_that_cannot_be_kept_says_why(as_office, round, office):
    arrival = put_down(round, office, "机密★1年\n" + LONG)

    reader.read_next()

    assert "文件带有“机密”标志" in as_office.get(f"{PAGE}arriving/{arrival.token}/").text
    assert (Arrival.objects.get().status, Paper.objects.count()) == ("failed", 0)


def test_a_fault_of_our_own_is_one_sentence_too(as_office, round, office, monkeypatch, caplog):
    arrival = put_down(round, office)
    monkeypatch.setattr(arrivals, "open_intake", lambda *given, **named: 1 / 0)

    reader.read_next()

    assert arrivals.BROKEN.text in as_office.get(f"{PAGE}arriving/{arrival.token}/").text
    assert "ZeroDivisionError" in caplog.text


def test_the_same_content_again_leads_to_the_first_reading(as_office, round, office):
    put_down(round, office)
    reader.read_next()
    arrival = put_down(round, office)
    reader.read_next()

    assert as_office.get(f"{PAGE}arriving/{arrival.token}/").url == f"{PAGE}?again=P-0001&kind="


def test_a_long_paper_is_read_again_in_the_background(round, office):
    put_down(round, office)
    reader.read_next()

    done(arrivals.take_again(round, Paper.objects.get(), background=True, by=office, at=NOW))
    reader.read_next()

    assert [each.ref for each in Intake.objects.all()] == ["I-02", "I-01"]
    assert Finding.objects.count() == 0


def test_only_the_office_watches_and_calls_off(as_head, as_outsider, client, round, office):
    where = f"{PAGE}arriving/{put_down(round, office).token}/"

    assert [each.get(where).status_code for each in (as_head, as_outsider, client)] == [403, 404, 302]
    assert [each.post(where + "cancel/").status_code for each in (as_head, as_outsider)] == [403, 404]
    assert Arrival.objects.get().status == "waiting"
