"""A page costs a fixed number of queries: the same at one row and at fifty, and no more than its budget."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bihuan.ledger.models import Evidence, Finding, Measure
from tests.cast import signed_in
from tests.ledger.conftest import Walk, round, walk  # noqa: F401

BUDGET = 12
WIDE = {"/": 34, "/search/?q=资金": 18, "/desk/burden/": 14}
"""Pages that ask every part of the product once."""
PAGES = (
    "/",
    "/ledger/",
    "/ledger/?q=资金&sort=deadline",
    "/search/?q=资金",
    "/rounds/R1/",
    "/rounds/R1/filling/",
    "/review/",
    "/desk/burden/",
    "/holding/",
    "/holding/friday/",
    "/letters/",
    "/summons/",
    "/dispatch/",
)


def cost(client: Client, path: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


def copied(finding: Finding, times: int) -> None:
    """The same finding again and again, with its measure and proof, straight into the tables: only rows are wanted."""
    measure, proof = finding.measures.get(), Evidence.objects.get(measure__finding=finding)
    for number in range(100, 100 + times):
        finding.pk, finding.number = None, number
        finding.save()
        measure.pk, measure.finding = None, finding
        measure.save()
        proof.pk, proof.measure = None, measure
        proof.save()


@pytest.mark.parametrize("who", ["office", "leader", "head"])
def test_a_page_costs_the_same_at_one_row_and_at_fifty(walk: Walk, who: str) -> None:  # noqa: F811
    finding = walk.applied()
    client = signed_in(getattr(walk.cast, who))
    at_one = {page: cost(client, page) for page in PAGES}
    copied(finding, 49)
    assert Measure.objects.count() == 50
    at_fifty = {page: cost(client, page) for page in PAGES}
    assert at_fifty == at_one
    assert {page: n for page, n in at_fifty.items() if n > WIDE.get(page, BUDGET)} == {}


def test_the_page_of_a_finding_costs_the_same_with_many_measures(walk: Walk) -> None:  # noqa: F811
    finding = walk.applied()
    client = signed_in(walk.cast.head)
    before = cost(client, f"/ledger/{finding.ref}/")
    measure, proof = finding.measures.get(), Evidence.objects.get()
    for number in range(2, 30):
        measure.pk, measure.number = None, number
        measure.save()
        proof.pk, proof.measure = None, measure
        proof.save()
    assert cost(client, f"/ledger/{finding.ref}/") == before
