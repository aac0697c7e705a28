"""What holds for every paper of the rectification? Same moment, same bytes; an empty round is whole; nothing unseen."""

import pytest

from bihuan.people.viewer import viewer_of
from bihuan.reading.formats import read_blocks
from tests.cast import Cast
from tests.dispatch.made import made
from tests.ledger.conftest import Walk

FILES = [
    (name, ending)
    for name, endings in {
        "plan": ("docx",),
        "progress": ("docx",),
        "leader_report": ("docx",),
        "closeout": ("docx",),
        "weekly": ("docx",),
        "monthly": ("docx",),
        "statistics": ("xlsx",),
        "province_findings": ("xlsx",),
        "province_plan": ("xlsx",),
        "province_report": ("xlsx",),
        "province_withheld": ("xlsx",),
        "commitment": ("docx",),
        "life_meeting": ("docx",),
        "evaluation": ("docx",),
        "recheck": ("docx",),
        "archive": ("docx", "xlsx"),
    }.items()
    for ending in endings
]
WORDING = "镇村两级资金监管不严"


def said(data: bytes, ending: str) -> str:
    return "\n".join(block.text for block in read_blocks(data, f"paper.{ending}").blocks)


@pytest.mark.parametrize(("name", "ending"), FILES)
def test_the_same_moment_gives_the_same_bytes(cast: Cast, walk: Walk, name: str, ending: str):
    walk.closed()
    office = viewer_of(cast.office)

    assert made(name, office, walk.round, ending=ending) == made(name, office, walk.round, ending=ending)


@pytest.mark.parametrize(("name", "ending"), FILES)
def test_an_empty_round_gives_a_file_that_can_be_read(cast: Cast, walk: Walk, name: str, ending: str):
    assert said(made(name, viewer_of(cast.office), walk.round, ending=ending), ending)


@pytest.mark.parametrize(("name", "ending"), FILES)
def test_what_one_may_not_see_is_in_no_paper(cast: Cast, walk: Walk, name: str, ending: str):
    walk.closed()

    assert WORDING not in said(made(name, viewer_of(cast.stranger), walk.round, ending=ending), ending)
