"""Every kind of paper keeps the contract: found by itself, made of any round, or it says why not."""

from io import BytesIO

import pytest
from django.utils import timezone

from bihuan.dispatch.endings import endings, written_as
from bihuan.dispatch.kinds import NAMES, STAGES, NothingYet, kinds
from bihuan.say import Say


def test_a_module_is_named_as_its_kind_and_the_shelf_is_in_the_order_of_time():
    assert sorted(kinds()) == list(NAMES)
    stages = [list(STAGES).index(kind.stage) for kind in kinds().values()]
    assert stages == sorted(stages)
    assert {kind.title.text for kind in kinds().values()} - {""} == {kind.title.text for kind in kinds().values()}
    assert len({kind.title.text for kind in kinds().values()}) == len(NAMES)


def said(kind, viewer, round) -> dict[str, bytes] | Say:
    asked = {ask.name: choices[0][0] for ask in kind.asks if (choices := ask.choices(viewer, round))}
    try:
        values = kind.values(viewer, round, timezone.now(), **asked)
    except NothingYet as nothing:
        return nothing.reason
    return {ending: written_as(kind, values, ending) for ending in endings(kind) if ending != "pdf"}


@pytest.mark.parametrize("name", NAMES)
def test_it_is_made_of_an_empty_round_or_says_why_not(desk, name):
    made = said(kinds()[name], desk.office, desk.round)
    assert isinstance(made, Say) or all(made.values())


@pytest.mark.parametrize("name", NAMES)
def test_it_is_made_of_a_round_with_findings_in_every_state(desk, walk, name):
    walk.raised()
    walk.assigned()
    walk.rectifying()
    walk.closed()
    made = said(kinds()[name], desk.office, desk.round)
    assert isinstance(made, Say) or all(made.values())


@pytest.mark.parametrize("name", NAMES)
def test_the_same_values_give_the_same_bytes(desk, walk, name):
    walk.closed()
    kind, at = kinds()[name], timezone.now()
    asked = {ask.name: choices[0][0] for ask in kind.asks if (choices := ask.choices(desk.office, desk.round))}
    try:
        first, second = (kind.values(desk.office, desk.round, at, **asked) for _ in range(2))
    except NothingYet:
        return
    for write in kind.write.values():
        assert write(first) == write(second)


@pytest.mark.parametrize("name", [name for name in NAMES if kinds()[name].stream])
def test_what_is_written_row_by_row_is_the_same_file(desk, walk, name):
    walk.closed()
    walk.rectifying()
    kind, at = kinds()[name], timezone.now()
    for ending, stream in kind.stream.items():
        out = BytesIO()
        stream(out, desk.office, desk.round, at)
        assert out.getvalue() == kind.write[ending](kind.values(desk.office, desk.round, at))
