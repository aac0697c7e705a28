"""Every finding of the demo county, told in a public notice and read again: the same findings, in the same states."""

from dataclasses import replace
from itertools import cycle

import pytest

from bihuan.reading.document import read
from bihuan.rules.notice import WORDINGS, Public
from bihuan.site.demo.texts import LEDGER, LETTER, findings
from bihuan.writing.notice import Point, quotable, write_notice, write_notice_text
from tests.writing.test_notice import PAPER

SPECIAL = ("选人用人", "意识形态")


def as_raised(found):
    """As the ledger has it after intake, which calls a special by its name."""
    name = next((special for special in SPECIAL if found.aspect.startswith(special)), found.aspect)
    return replace(found, aspect=name)


FOUND = [as_raised(found) for found in findings((*LETTER, *LEDGER), 2026)]


@pytest.mark.parametrize(("write", "name"), [(write_notice, "notice.docx"), (write_notice_text, "notice.txt")])
@pytest.mark.parametrize("wording", WORDINGS)
def test_every_finding_comes_back_with_its_place_state_and_measures(write, name: str, wording: str):
    told = list(zip(FOUND, cycle(Public)))
    points = tuple(
        Point("", found.text, WORDINGS[wording][state], found.aspect, found.issue, _done(found))
        for found, state in told
    )
    rows = read(write(replace(PAPER, points=points)), name).findings
    assert len(FOUND) == 120
    assert [(row.text, row.issue, row.aspect, row.status) for row in rows] == [
        (quotable(found.text), found.issue, found.aspect, state.value) for found, state in told
    ]
    assert [row.measures for row in rows] == [_done(found) or ("正在按计划推进",) for found, _ in told]


def _done(found) -> tuple[str, ...]:
    return tuple(measure.text for measure in found.measures)
