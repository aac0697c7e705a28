"""Do the pages of materials and hand-overs cost the same at one row and at fifty, and at most twelve queries?"""

import pytest

from bihuan.desk.actions.handovers import Chosen, hand_over
from bihuan.desk.actions.prepared import Ahead, fill, list_ahead
from bihuan.desk.models import Handover, HandoverItem, Material, MaterialWord, Prepared, Request
from bihuan.desk.queries.reuse import matches
from tests.cast import NOW, signed_in
from tests.desk.conftest import done
from tests.desk.materials import copy
from tests.overview.test_query_budget import BUDGET, cost

PAGES = (
    "/desk/materials/",
    "/desk/materials/?q=财务&where=handed",
    "/desk/materials/M-0001/",
    "/desk/materials/matches/?text=财务账目",
    "/desk/materials/prepared/",
    "/desk/materials/prepared/A-001/",
    "/desk/handovers/",
    "/desk/handovers/H-001/",
    "/desk/handovers/register/",
)


def copied(times: int) -> None:
    """The same rows again and again, straight into the tables."""
    material, item, prepared, request = (
        each.objects.order_by("pk").first() for each in (Material, HandoverItem, Prepared, Request)
    )
    handover, words = item.handover, [word.word for word in material.words.all()]
    for number in range(100, 100 + times):
        material.pk, material.number = None, number
        material.save()
        MaterialWord.objects.bulk_create(
            MaterialWord(material=material, organisation=material.organisation, word=word) for word in words
        )
        request.pk, request.number = None, number
        request.save()
        for here in (Handover.objects.get(number=1), None):
            handover.pk, handover.number = None, number
            row = here or (handover.save() or handover)
            item.pk, item.number, item.handover, item.material, item.request = None, number, row, material, request
            item.save()
        prepared.pk, prepared.number = None, number
        prepared.save()
        prepared.materials.add(material)


@pytest.mark.parametrize("who", ["office", "leader", "head"])
def test_a_page_costs_the_same_at_one_row_and_at_fifty(cast, round, walk, office, who):
    request = walk.released(book := copy(round, office, cast.town))
    done(hand_over(round, [Chosen(book, 1, request, to_return=True)], by=office, at=walk.later()))
    row = done(list_ahead(round, [Ahead("财务账目", unit=cast.town)], by=office, at=NOW))[0]
    done(fill(row, [book], by=office, at=NOW))
    client = signed_in(getattr(cast, who))
    at_one = {page: cost(client, page) for page in PAGES}
    copied(49)
    assert len(matches(office, "财务账目", limit=100)) == 50
    at_fifty = {page: cost(client, page) for page in PAGES}
    assert at_fifty == at_one
    form = at_fifty.pop("/desk/materials/prepared/A-001/")
    assert form <= BUDGET + 1
    assert {page: n for page, n in at_fifty.items() if n > BUDGET} == {}
