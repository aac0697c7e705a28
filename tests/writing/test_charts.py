"""Do the pictures of a report show every part, in the same bytes every time, with or without a Chinese font?"""

from datetime import date, timedelta
from io import BytesIO

from PIL import Image

from bihuan.papers.fonts import chinese_font
from bihuan.writing.charts import DARK, DOTS_PER_INCH, LIGHT, MIDDLE, WIDTH_MM, Part, Point, bars, over_time

PARTS = [
    Part("群众身边腐败问题", 35, 20, 5),
    Part("基层党组织建设", 8, 8),
    Part("监督整改落实", 0, 0),
    Part("名$" * 150, 9, 0),
]


def picture(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png)).convert("RGB")


def dots(image: Image.Image, colour: str) -> int:
    wanted = tuple(bytes.fromhex(colour[1:]))
    return sum(count for count, seen in image.getcolors(1 << 24) if seen == wanted)


def test_a_bar_is_parted_in_what_is_done_what_is_partly_done_and_the_rest():
    (png,) = bars([Part("松河镇", 40, 20, 10)], None)
    image = picture(png)
    done, partly, rest = (dots(image, colour) for colour in (DARK, MIDDLE, LIGHT))
    assert (round(done / rest, 1), round(partly / rest, 1)) == (2, 1)
    assert image.width == round(WIDTH_MM / 25.4 * DOTS_PER_INCH)


def test_the_same_values_give_the_same_bytes():
    assert bars(PARTS, chinese_font()) == bars(PARTS, chinese_font())
    points = [Point(date(2026, 4, 1) + timedelta(days=7 * week), 75, 3 * week) for week in range(20)]
    assert over_time(points) == over_time(points)


def test_with_a_chinese_font_the_names_stand_at_the_bars():
    named, numbered = bars(PARTS, chinese_font()), bars(PARTS, None)
    assert chinese_font() is not None
    assert named != numbered


def test_more_bars_than_a_page_holds_go_on_in_another_picture():
    assert [picture(png).height for png in bars([Part("镇", 2, 1)] * 26, None)] == [
        int((8 * count + 8) / 25.4 * DOTS_PER_INCH) for count in (24, 2)
    ]


def test_where_there_is_nothing_to_show_there_is_no_picture():
    assert bars([], None) == ()
    assert over_time([Point(date(2026, 4, 1), 75, 3)]) is None
    assert over_time([Point(date(2026, 4, day), 0, 0) for day in (1, 2)]) is not None
