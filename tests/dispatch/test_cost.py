"""The shelf and the page of a paper cost a fixed number of queries: the same at one row and at thirty."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bihuan.dispatch.actions import drafting
from bihuan.dispatch.actions.giving import address
from bihuan.dispatch.models import Outgoing, Receiver, Version
from bihuan.people.actions import add_unit
from bihuan.people.viewer import System
from tests.cast import NOW, signed_in
from tests.desk.conftest import done

BUDGET = 22


def cost(client, path: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


@pytest.mark.parametrize("who", ["office", "leader", "head"])
def test_a_page_costs_the_same_whatever_the_number_of_papers_versions_and_receivers(desk, cast, who):
    client, row = signed_in(getattr(cast, who)), desk.issued()
    pages = ("/dispatch/", f"/dispatch/{row.ref}/", f"/dispatch/{row.ref}/compare/")
    Version.objects.create(outgoing=row, number=2, by=row.opened_by, at=NOW, status="ready")
    at_one = {page: cost(client, page) for page in pages}
    more(desk, row)
    at_many = {page: cost(client, page) for page in pages}

    assert at_many == at_one
    assert max(at_many.values()) <= BUDGET


def more(desk, row: Outgoing) -> None:
    """Thirty papers of the same kind given out to the same, and thirty versions and villages of this one."""
    units = [add_unit(desk.cast.county, f"第{n}村", parent=desk.cast.town, by=System(), at=NOW) for n in range(30)]
    done(address(row, units=units, people=[], by=desk.office, at=NOW))
    first = row.versions.first()
    for number in range(3, 33):
        Version.objects.create(outgoing=row, number=number, by=first.by, at=NOW, status="ready")
        other = drafting.open_outgoing(row.round, drafting.kinds()["ledger"], {}, by=desk.office, at=NOW).outgoing
        Outgoing.objects.filter(pk=other.pk).update(status="issued", year=2026, serial=number, issued_at=NOW)
        Receiver.objects.create(outgoing=other, unit=desk.cast.town, sent_at=NOW)
