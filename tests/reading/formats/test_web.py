"""Is a page, or a table that a system handed out as one, read as a browser shows it?"""

import pytest

from bihuan.reading.blocks import Block
from bihuan.reading.formats import read_blocks


def page(body: str, charset: str = "utf-8") -> bytes:
    head = (
        f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"><title>标题</title></head>'
    )
    return f"{head}<body>{body}</body></html>".encode("gb18030" if charset == "gb2312" else charset)


def texts(body: str) -> list[str]:
    return [block.text for block in read_blocks(page(body)).blocks]


@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
def test_paragraphs_and_headings_come_in_order(charset):
    data = page("<h2>一、问题</h2><p>　　责任<b>不</b>实，\n 压力不够。</p>甲<br>乙<div>丙</div>", charset)

    assert read_blocks(data, "反馈.html").blocks == (
        Block(0, "一、问题", style="h2", level=2),
        Block(1, "责任不实， 压力不够。"),
        Block(2, "甲"),
        Block(3, "乙"),
        Block(4, "丙"),
    )


def test_a_table_handed_out_as_xls_is_read_and_the_name_is_noted():
    rows = "<tr><td colspan=2>台账</td></tr><tr><td rowspan=2>问题</td><td>甲<br>乙</td></tr><tr><td>丙</td></tr>"
    document = read_blocks(f"<table border=1>{rows}</table>".encode("gb18030"), "台账.xls")

    assert document.blocks == (
        Block(0, "台账", "cell", table=1, row=1, column=1, column_span=2),
        Block(1, "问题", "cell", table=1, row=2, column=1, row_span=2),
        Block(2, "甲\n乙", "cell", table=1, row=2, column=2),
        Block(3, "丙", "cell", table=1, row=3, column=2),
    )
    assert [str(warning) for warning in document.warnings] == ["文件名的后缀是“.xls”，内容其实是网页，已按内容读取。"]


def test_a_table_that_only_arranges_the_page_is_read_as_text():
    assert texts("<table><tr><td><p>左</p><table><tr><td>一格</td></tr></table></td><td>右</td></tr></table>") == [
        "左",
        "一格",
        "右",
    ]


def test_scripts_are_no_text_and_hidden_words_are_said():
    data = page("<script>x()</script><p>正文</p><p style='display: none'>藏</p><style>p{}</style>")

    assert [block.text for block in read_blocks(data).blocks] == ["正文"]
    assert [str(warning) for warning in read_blocks(data).warnings] == ["网页里有隐藏的内容，没有读入。"]


def test_deep_nesting_and_entities_do_no_harm():
    data = b'<!DOCTYPE html [<!ENTITY a "aaaa">]><body>' + b"<div>" * 5000 + "深处".encode() + b"&a;&nbsp;</body>"

    assert len(read_blocks(data).blocks) <= 1
