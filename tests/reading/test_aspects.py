"""Headings that name an aspect, and headings that say nothing."""

import pytest

from bihuan.reading.aspects import aspect_name, aspect_of, is_aspect, is_generic


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("在“选人用人”方面存在的问题", "选人用人"),
        ("选人用人专项检查发现的问题", "选人用人"),
        ("关于意识形态工作责任制落实情况专项检查", "意识形态"),
        ("巡察工作专项检查情况", "巡察工作"),
        ("落实党的理论和路线方针政策、党中央重大决策部署方面", "落实党的理论和路线方针政策、党中央重大决策部署"),
        ("聚焦党中央决策部署在基层落实情况", "党中央决策部署在基层落实"),
        ("从严治党方面", "从严治党"),
        ("党的领导弱化", "党的领导弱化"),
        ("政治纪律方面", "政治纪律"),
    ],
)
def test_an_aspect_is_named_without_what_every_heading_has(heading: str, name: str) -> None:
    assert (is_aspect(heading), aspect_name(heading)) == (True, name)


@pytest.mark.parametrize(
    "heading", ["对意识形态工作重视不够", "理论学习不深入", "选人用人程序不规范", "落实全面从严治党责任有差距"]
)
def test_a_shortcoming_is_no_aspect(heading: str) -> None:
    assert not is_aspect(heading)


@pytest.mark.parametrize(
    "heading", ["巡视发现的主要问题", "存在的突出问题和不足", "反馈问题整改落实情况", "坚持问题导向，从严从实推进整改"]
)
def test_a_heading_that_only_announces_is_generic(heading: str) -> None:
    assert is_generic(heading)


@pytest.mark.parametrize("heading", ["整改落实不到位", "选人用人专项检查发现的问题", "落实巡视等监督发现问题整改方面"])
def test_a_heading_that_says_something_is_not_generic(heading: str) -> None:
    assert not is_generic(heading)


@pytest.mark.parametrize(
    ("text", "group", "name"),
    [
        ("落实新时代党的组织路线方面", "四个落实", "落实新时代党的组织路线"),
        ("巡视等监督发现问题整改", "四个落实", "落实巡视等监督发现问题整改"),
        ("聚焦群众身边腐败和不正之风", "四聚焦", "群众身边不正之风和腐败问题"),
        ("党的建设缺失", "三大问题", "党的建设缺失"),
        ("在作风建设方面", "六个建设", "作风建设"),
        ("廉洁纪律方面", "六项纪律", "廉洁纪律"),
    ],
)
def test_every_set_of_aspects_is_known_by_its_wordings(text: str, group: str, name: str) -> None:
    aspect = aspect_of(text)
    assert aspect is not None
    assert (aspect.set, aspect.name) == (group, name)
