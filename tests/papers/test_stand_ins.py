"""What stands in for the fonts of an official paper where one is printed on a server that lacks them."""

from lxml import etree

from bihuan.papers.stand_ins import fontconfig
from bihuan.writing.word.fonts import FONTS


def test_every_font_that_a_paper_names_has_stand_ins_by_likeness():
    told = etree.fromstring(fontconfig().encode())

    found = {alias.findtext("family"): [each.text for each in alias.find("accept")] for alias in told.iter("alias")}
    assert list(found) == [name for name, _others, _family in FONTS]
    assert found["仿宋_GB2312"][0] == "仿宋"
    assert found["黑体"][-3:] == ["Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Zen Hei"]


def test_the_settings_of_the_computer_still_hold():
    told = etree.fromstring(fontconfig().encode())

    assert [each.text for each in told.iter("include")] == ["/etc/fonts/fonts.conf"]
