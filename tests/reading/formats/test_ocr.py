"""Is a long picture cut so that every line of it is whole in one strip, and counted in one only?"""

import pytest

from bihuan.reading.formats.ocr import Strip, strips


def test_a_page_is_looked_at_in_one_piece():
    assert strips(1131, 1600) == [Strip(0, 1600, 0, 1600)]
    assert strips(1600, 400) == [Strip(0, 400, 0, 400)]


def test_a_long_screenshot_is_looked_at_in_strips_that_overlap():
    assert strips(100, 450) == [Strip(0, 220, 0, 200), Strip(180, 420, 200, 400), Strip(380, 450, 400, 450)]


@pytest.mark.parametrize(("width", "height"), [(1, 7), (810, 8800), (3, 50_000)])
def test_every_row_of_a_picture_belongs_to_one_strip(width, height):
    cut = strips(width, height)

    assert [strip.first for strip in cut] == [0, *(strip.last for strip in cut[:-1])]
    assert cut[-1].last == height
    assert all(strip.above <= strip.first < strip.last <= strip.below for strip in cut)


def test_a_thread_of_pixels_does_not_become_a_million_strips():
    assert len(strips(1, 50_000_000)) == 50
