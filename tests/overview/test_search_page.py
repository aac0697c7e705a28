"""A reference typed into search opens its finding; words list what they are found in."""

from tests.ledger.conftest import Walk, round, walk  # noqa: F401


def test_a_reference_opens_the_finding_however_it_is_written(walk: Walk, as_office) -> None:  # noqa: F811
    walk.raised()
    for words in ("F-001", "f-1", " F-001 "):
        assert as_office.get("/search/", {"q": words}).headers["Location"] == "/ledger/F-001/"


def test_a_bare_number_words_and_what_is_not_there_give_a_list(walk: Walk, as_office, as_stranger) -> None:  # noqa: F811
    walk.raised()
    for client, words in ((as_office, "1"), (as_office, "资金"), (as_office, "F-009"), (as_stranger, "F-001")):
        assert client.get("/search/", {"q": words}).status_code == 200
