"""Do recognised lines become paragraphs in reading order, with every doubt said?"""

import math

from bihuan.reading.blocks import Block
from bihuan.reading.formats.ocr import Seen
from bihuan.reading.formats.scan import recognised, seen_pieces

HIGH, WIDE = 30, 16
"""A line's height and a letter's width, in pixels."""


def seen(text: str, left: float, top: float, sure: float = 0.99, high: float = HIGH) -> Seen:
    right = left + len(text) * WIDE * 2
    return Seen(text, sure, ((left, top), (right, top), (right, top + high), (left, top + high)))


def turned(line: Seen, angle: float) -> Seen:
    corners = [
        (x * math.cos(angle) - y * math.sin(angle), x * math.sin(angle) + y * math.cos(angle)) for x, y in line.corners
    ]
    return line._replace(corners=tuple(corners))


def texts(*lines: Seen) -> list[str]:
    return [block.text for block in recognised(seen_pieces(1, lines), {1: lines}).blocks]


LETTER = [
    seen("一、落实主体责任有差距，压力传导不到位", 164, 100),
    seen("到底，监督执纪宽松软的问题仍然比较突出。", 100, 160, high=36),
    seen("（一）松河镇党委研究不够。", 164, 220, high=26),
]
PARAGRAPHS = [
    "一、落实主体责任有差距，压力传导不到位到底，监督执纪宽松软的问题仍然比较突出。",
    "（一）松河镇党委研究不够。",
]


def test_lines_are_joined_to_paragraphs_whatever_the_height_of_their_boxes():
    assert texts(*LETTER) == PARAGRAPHS


def test_a_page_that_was_held_askew_is_straightened():
    assert texts(*(turned(line, 0.12) for line in LETTER)) == PARAGRAPHS
    assert texts(*(turned(line, -0.12) for line in LETTER)) == PARAGRAPHS


def test_the_order_in_which_lines_were_seen_does_not_matter():
    assert texts(*reversed(LETTER)) == PARAGRAPHS


def test_two_columns_are_read_one_after_the_other():
    """The paragraph at the foot of the left column goes on at the head of the right one."""
    left = [seen(f"左栏第{each}行的文字写满一栏", 100, 200 + each * 60) for each in range(1, 7)]
    right = [seen(f"右栏第{each}行的文字写满一栏", 600, 200 + each * 60) for each in range(1, 7)]
    title = seen("云岭县巡视整改情况公示全文", 330, 100, high=50)
    mixed = [line for pair in zip(left, right, strict=True) for line in pair]

    assert texts(title, *mixed) == [title.text, "".join(line.text for line in (*left, *right))]


def test_cells_of_a_table_stay_side_by_side():
    rows = [
        (seen(f"{each}", 100, each * 60), seen(f"问题{each}", 300, each * 60), seen("县财政局", 700, each * 60))
        for each in range(1, 7)
    ]

    assert texts(*(cell for row in rows for cell in row))[:2] == ["1 问题1 县财政局", "2 问题2 县财政局"]


def test_a_letter_in_the_overlap_of_two_parts_is_read_once():
    assert texts(seen("（二）", 100, 100), seen("）监督宽松。", 180, 102)) == ["（二）监督宽松。"]


def test_straight_quotation_marks_become_a_pair():
    line = '运用“第一种形态"处理，"三会一课"雷同。'

    assert texts(seen(line, 100, 100)) == ["运用“第一种形态”处理，“三会一课”雷同。"]


def test_doubt_is_said_and_what_could_not_be_made_out_is_counted():
    lines = {2: [seen("压力传导不到位。", 100, 100), seen("责任不买。", 100, 160, 0.7)], 3: [seen("印", 500, 500, 0.2)]}
    pieces = [piece for page, seen in lines.items() for piece in seen_pieces(page, seen)]
    document = recognised(pieces, lines)

    assert document.blocks == (Block(0, "压力传导不到位。", page=2), Block(1, "责任不买。", page=2))
    assert [str(warning) for warning in document.warnings] == [
        "第 2 页的文字是从图片中识别的，可能有错漏，请对照原件核对。",
        "有 1 行识别把握不大，请逐字核对：“责任不买。”。",
        "第 3 页有 1 处看不清，没有读入，请对照原件补录。",
    ]


def test_a_page_with_nothing_on_it_gives_nothing():
    assert seen_pieces(1, []) == []
    assert recognised([], {1: []}).warnings == ()
