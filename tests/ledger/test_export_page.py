"""The ledger's workbook as a page offers it."""

from bihuan.ledger.views.export import XLSX


def test_the_workbook_comes_under_the_countys_name(as_office, round) -> None:
    answer = as_office.get("/ledger/export/")

    assert (answer.status_code, answer.headers["Content-Type"]) == (200, XLSX)
    assert b"".join(answer.streaming_content)[:2] == b"PK"


def test_a_county_without_a_round_has_no_workbook(as_office, cast) -> None:
    assert as_office.get("/ledger/export/").status_code == 404
