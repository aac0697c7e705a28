"""Who sees which papers, and how does one leave the house?"""

from urllib.parse import quote

import pytest

from bihuan.papers.queries import papers_for
from bihuan.papers.store import place
from bihuan.people.viewer import viewer_of


@pytest.fixture
def minutes(send, cast):
    return send(cast.head, "松河镇“三会”纪要.txt", "纪要全文").paper


def seen(account):
    return [paper.name for paper in papers_for(viewer_of(account))]


def test_a_unit_sees_its_own_papers_and_those_below(cast, send):
    send(cast.head, "镇.txt", "镇里的材料")
    send(cast.handler, "村.txt", "村里的材料", unit=cast.village)
    send(cast.stranger, "局.txt", "局里的材料", unit=cast.farming)
    send(cast.office, "办.txt", "整改办的材料", unit=None)

    assert seen(cast.head) == seen(cast.handler) == seen(cast.leader) == ["村.txt", "镇.txt"]
    assert seen(cast.stranger) == ["局.txt"]
    assert seen(cast.office) == seen(cast.first) == seen(cast.supervisor) == ["办.txt", "局.txt", "村.txt", "镇.txt"]
    assert seen(cast.outsider) == []


def test_the_list_costs_one_query_whatever_its_length(cast, send, django_assert_num_queries):
    viewer = viewer_of(cast.office)
    for number in range(20):
        send(cast.head, f"{number}.txt", f"第 {number} 份")
    with django_assert_num_queries(1):
        assert len([(p.unit.name, p.sent_by.name, p.organisation.code) for p in papers_for(viewer)]) == 20


def test_a_paper_shows_where_it_came_from(minutes, as_office):
    page = as_office.get("/papers/P-0001/").content.decode()

    for words in ("松河镇“三会”纪要.txt", "P-0001", "松河镇", "赵启", minutes.hash, "纪要全文"):
        assert words in page


def test_a_download_is_the_very_bytes_and_no_browser_opens_it(minutes, as_head):
    answer = as_head.get("/papers/P-0001/download/")

    assert b"".join(answer.streaming_content).decode() == "纪要全文"
    assert answer.headers["Content-Type"] == "text/plain"
    assert answer.headers["Content-Disposition"] == f"attachment; filename*=utf-8''{quote(minutes.name)}"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer.headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("page", ["/papers/P-0001/", "/papers/P-0001/download/"])
def test_a_stranger_and_another_organisation_find_nothing(minutes, as_stranger, as_outsider, page):
    assert [as_stranger.get(page).status_code, as_outsider.get(page).status_code] == [404, 404]


@pytest.mark.parametrize("ref", ["P-0002", "P-x", "F-001", "P-99999999999"])
def test_a_reference_that_leads_nowhere_is_not_found(minutes, as_office, ref):
    assert as_office.get(f"/papers/{ref}/download/").status_code == 404


def test_somebody_not_signed_in_is_taken_to_the_door(minutes, client):
    assert (
        client.get("/papers/P-0001/download/").headers["Location"] == "/sign-in/?next=%2Fpapers%2FP-0001%2Fdownload%2F"
    )


def test_a_file_that_the_folder_has_lost_is_not_found_and_logged(minutes, as_office, caplog):
    place("yunling", minutes.hash).unlink()

    assert as_office.get("/papers/P-0001/download/").status_code == 404
    assert f"P-0001 ({minutes.hash}) is not in the data folder" in caplog.text
