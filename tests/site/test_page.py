"""Does the frame show each person their own places, and nobody anything else?"""

import re

import pytest
from django.test import override_settings

from bihuan.rounds.models import Round
from bihuan.site import page
from tests.site.drawing import draw, person, request_of

PAGE = '{% extends "site/page.html" %}{% block title %}台账{% endblock %}{% block content %}<p>正文</p>{% endblock %}'
ADDRESSES = override_settings(ROOT_URLCONF="tests.site.drawing")


@pytest.fixture(autouse=True)
def _addresses(monkeypatch):
    monkeypatch.setattr(page, "rounds_for", lambda viewer: Round.objects.none())
    with ADDRESSES:
        yield


def places(viewer: object, address: str = "/") -> list[str]:
    return [place.label for place in page.Shell(request_of(address, viewer)).nav]


def test_a_person_is_shown_the_places_they_may_open():
    assert places(person()) == ["今日", "台账", "联络台", "轮次", "审核", "发文", "谁手里", "督办"]
    assert places(person(sees_all=True)) == ["今日", "台账", "联络台", "轮次", "审核", "发文", "谁手里", "督办", "留痕"]
    assert places(person(sees_all=True, is_office=True)) == [
        "今日", "台账", "联络台", "轮次", "审核", "发文", "谁手里", "督办", "管理", "留痕",
    ]  # fmt: skip
    assert places(None) == []


@pytest.mark.parametrize(
    ("address", "here"),
    [("/", ["今日"]), ("/ledger/?page=2", ["台账"]), ("/ledger/F-012/", ["台账"]), ("/me/", [])],
)
def test_the_place_where_one_is_is_marked(address, here):
    nav = page.Shell(request_of(address, person())).nav

    assert [place.label for place in nav if place.here] == here


def test_the_bottom_bar_of_a_phone_has_four_places():
    nav = page.Shell(request_of("/", person(sees_all=True, is_office=True))).nav

    assert [place.label for place in nav if place.on_phone] == ["今日", "台账", "联络台", "审核"]


def test_a_page_has_one_title_in_the_window_and_on_the_page(db):
    drawn = draw(PAGE, request_of("/ledger/", person()))

    assert "<title>台账 · 闭环</title>" in drawn
    assert re.findall(r"<h1>(.*?)</h1>", drawn) == ["台账"]


def test_a_page_without_a_lead_or_actions_leaves_no_empty_places(db):
    drawn = draw(PAGE, request_of("/ledger/", person()))

    assert [name for name in ("page-actions", 'class="lead"', "page-aside", "page-pair") if name in drawn] == []


def test_a_page_with_an_aside_has_two_columns(db):
    source = PAGE + "{% block aside %}现在轮到松河镇{% endblock %}"
    drawn = draw(source, request_of("/ledger/", person()))

    assert '<div class="page-main"><p>正文</p></div><aside class="page-aside">现在轮到松河镇</aside>' in drawn


def test_somebody_who_is_not_signed_in_sees_no_places_and_no_names():
    drawn = draw(PAGE, request_of("/sign-in/"))

    assert '<body class="bare"' in drawn
    assert [word for word in ('class="rail"', 'role="search"', "中共云岭县委", "退出") if word in drawn] == []


def test_signing_out_and_changing_the_language_are_forms_that_prove_where_they_came_from(db):
    drawn = draw(PAGE, request_of("/ledger/?page=2", person()))
    forms = re.findall(r'<form method="post" action="([^"]+)".*?name="(csrfmiddlewaretoken)"', drawn)

    assert forms == [("/language/", "csrfmiddlewaretoken"), ("/sign_out/", "csrfmiddlewaretoken")]
    assert '<input type="hidden" name="next" value="/ledger/?page=2">' in drawn


def test_the_rounds_of_the_organisation_can_be_changed_between(monkeypatch, db):
    class Found(list):
        def prefetch_related(self, *names):
            return self

        def select_related(self, *names):
            return self

        def annotate(self, **marks):
            return self

    found = Found([Round(number=2, title="省委巡视"), Round(number=1, title="市委巡察")])
    monkeypatch.setattr(page, "rounds_for", lambda viewer: found)
    shell = page.Shell(request_of("/rounds/R2/", person()))

    assert shell.rounds == [
        page.RoundChoice("R2", "省委巡视", "/rounds/R2/", True),
        page.RoundChoice("R1", "市委巡察", "/rounds/R1/", False),
    ]


def test_every_place_of_the_frame_is_a_page_of_the_site():
    with override_settings(ROOT_URLCONF="bihuan.site.urls"):
        places = page.Shell(request_of("/", person(sees_all=True, is_office=True))).nav

    assert [place.url for place in places] == [
        "/", "/ledger/", "/desk/", "/rounds/", "/review/", "/dispatch/", "/holding/", "/letters/",
        "/people/", "/trail/",
    ]  # fmt: skip
