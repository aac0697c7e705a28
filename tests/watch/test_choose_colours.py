"""The office chooses by which colours it warns; nobody else does, and what cannot be used is refused."""

import pytest

from bihuan.trail.queries import lines_of
from bihuan.watch.models import OwnScheme
from bihuan.watch.queries.colours import scheme_of
from bihuan.watch.shipped import schemes_shipped, shipped
from tests.cast import NOW, Cast

DAY = NOW.date()
FORM = {
    "preset": "ahead-20-10",
    "green_word": "提醒", "green_shape": "circle", "green_left": "30", "green_receivers": ["handler", "head"],
    "yellow_word": "快到期", "yellow_shape": "diamond", "yellow_left": "10", "yellow_receivers": ["handler"],
    "red_word": "逾期", "red_shape": "triangle", "red_left": "-1", "red_receivers": ["handler", "first"],
    "after_head": "2", "after_leader": "", "after_first": "9",
}  # fmt: skip


def test_every_shipped_scheme_has_a_source_and_the_default_is_first():
    assert [scheme.name for scheme in schemes_shipped()] == [
        "ahead-20-10", "ahead-7-3", "blue-orange-red", "by-state", "yellow-red",
    ]  # fmt: skip
    assert all(str(scheme.source) for scheme in schemes_shipped())


def test_before_anything_is_chosen_the_default_holds(cast: Cast):
    assert scheme_of(cast.county) == shipped("ahead-20-10")


def test_the_office_changes_days_words_receivers_and_levels(cast: Cast, as_office):
    answer = as_office.post("/watch/colours/", FORM)
    scheme = scheme_of(cast.county)

    assert answer.url == "/watch/colours/"
    assert [(str(colour.word), colour.left, sorted(colour.receivers)) for colour in scheme.colours] == [
        ("提醒", 30, ["handler", "head"]), ("快到期", 10, ["handler"]), ("逾期", -1, ["first", "handler"]),
    ]  # fmt: skip
    assert [(step.role.value, step.after) for step in scheme.steps] == [("head", 2), ("first", 9)]


def test_the_trail_tells_what_became_what(cast: Cast, as_office):
    as_office.post("/watch/colours/", FORM)
    as_office.post("/watch/colours/", FORM)
    line = lines_of("yunling").get(event="warning.changed")

    assert (line.before["yellow"], line.after["yellow"]) == (
        "预警 10 handler/leader diamond",
        "快到期 10 handler diamond",
    )
    assert (line.before["after_leader"], line.after["after_leader"]) == (5, None)


def test_another_scheme_is_looked_at_before_it_holds(cast: Cast, as_office):
    text = as_office.get("/watch/colours/?preset=by-state").content.decode()

    assert "正在查看，保存后生效" in text
    assert "blue_word" in text
    assert scheme_of(cast.county).name == "ahead-20-10"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"green_left": "5"}, "“黄色”要比前一种颜色更晚开始，请调整天数。"),
        ({"green_shape": "triangle"}, "“红色”与另一种颜色用了同一个形状，黑白打印时分不开，请换一个。"),
        ({"after_first": "2"}, "升级提醒要逐级推后：第一责任人的天数要大于前一级。"),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_sentence(as_office, change, reason):
    answer = as_office.post("/watch/colours/", {**FORM, **change})

    assert (answer.status_code, OwnScheme.objects.count()) == (422, 0)
    assert reason in answer.content.decode()


def test_only_the_office_opens_the_page(as_head, as_first):
    assert [client.get("/watch/colours/").status_code for client in (as_head, as_first)] == [403, 403]


def test_a_choice_that_a_release_left_out_gives_way_to_the_default(cast: Cast):
    OwnScheme.objects.create(organisation=cast.county, preset="gone")

    assert scheme_of(cast.county) == shipped("ahead-20-10")
