"""What someone may not see does not exist: in lists, counts, pages, search, export alike."""

import pytest
from django.http import Http404

from bihuan.ledger.queries.findings import finding_for, findings_for
from bihuan.ledger.queries.table import Wanted, counts_for
from bihuan.overview.queries.search import search_for
from bihuan.people.viewer import viewer_of
from tests.ledger.conftest import Walk


def seen(account) -> list[str]:
    return [finding.ref for finding in findings_for(viewer_of(account))]


@pytest.fixture
def three(walk: Walk) -> Walk:
    """F-001 led by the town, F-002 by the village below it, F-003 by the bureau with the town in support."""
    for unit, more in (
        (walk.cast.town, {}),
        (walk.cast.village, {}),
        (walk.cast.farming, {"supports": [walk.cast.town.number]}),
    ):
        walk.assign(walk.raised(), lead_unit=unit.number, **more)
    return walk


def test_each_of_the_cast_sees_what_is_theirs(three: Walk) -> None:
    cast = three.cast
    whole = ["F-001", "F-002", "F-003"]
    assert {name: seen(getattr(cast, name)) for name in ("first", "office", "supervisor")} == {
        "first": whole,
        "office": whole,
        "supervisor": whole,
    }
    assert seen(cast.head) == whole
    assert seen(cast.handler) == whole
    assert seen(cast.stranger) == ["F-003"]
    assert seen(cast.leader) == whole
    assert seen(cast.outsider) == []


def test_a_leader_sees_what_he_leads_outside_his_charge(walk: Walk) -> None:
    finding = walk.raised()
    walk.assign(finding, lead_unit=walk.cast.farming.number)
    assert seen(walk.cast.leader) == []
    walk.assign(finding, leader="leader")
    assert seen(walk.cast.leader) == ["F-001"]


def test_what_is_assigned_to_nobody_is_seen_by_the_whole_organisation_only(walk: Walk) -> None:
    walk.raised()
    assert [seen(account) for account in (walk.cast.office, walk.cast.head, walk.cast.leader)] == [["F-001"], [], []]


def test_one_not_seen_is_not_found(three: Walk) -> None:
    for account in (three.cast.stranger, three.cast.outsider):
        with pytest.raises(Http404):
            finding_for(viewer_of(account), "F-001")


@pytest.mark.parametrize("ref", ["F-", "F-x", "U-001", "F-99999999999", "1", "F-000"])
def test_what_is_no_reference_is_not_found(cast, ref: str) -> None:
    with pytest.raises(Http404):
        finding_for(viewer_of(cast.office), ref)


def test_counts_and_search_hold_to_the_same_filter(three: Walk) -> None:
    stranger = viewer_of(three.cast.stranger)
    assert counts_for(stranger, Wanted(), today=three.at.date()).total == 1
    assert [finding.ref for finding in search_for(stranger, "资金").findings] == ["F-003"]
    assert search_for(viewer_of(three.cast.outsider), "资金").is_empty


def test_pages_answer_a_stranger_with_404(three: Walk, as_stranger, as_outsider) -> None:
    for client in (as_stranger, as_outsider):
        for path in ("", "claim/", "plan/", "progress/", "measures/", "papers/P-0001/"):
            answer = client.post(f"/ledger/F-001/{path}") if path.endswith(("plan/", "progress/")) else client.get(
                f"/ledger/F-001/{path}"
            )  # fmt: skip
            assert answer.status_code in (404, 405), path
