"""While a large table is read, the search for cycles waits; afterwards it is as it was."""

import gc

import pytest

from bihuan.reading.collector import collector_waits


def test_the_search_waits_and_goes_on_afterwards() -> None:
    with collector_waits():
        inside = gc.isenabled()

    assert (inside, gc.isenabled()) == (False, True)


def test_the_search_goes_on_after_a_fault() -> None:
    with pytest.raises(ValueError, match="broken"), collector_waits():
        raise ValueError("broken")

    assert gc.isenabled()


def test_one_reading_inside_another_leaves_the_search_to_the_outer_one() -> None:
    with collector_waits():
        with collector_waits():
            pass
        inside = gc.isenabled()

    assert (inside, gc.isenabled()) == (False, True)
