"""While a request is typed: does what was already provided come up, the best first, and only what one may see?"""

from bihuan.desk.actions.handovers import Chosen, hand_over
from bihuan.desk.actions.materials import register
from bihuan.desk.queries.reuse import matches, saved_by_reuse
from bihuan.people.viewer import viewer_of
from tests.cast import NOW
from tests.desk.conftest import done
from tests.desk.materials import copy, described, original


def found(viewer, text: str, **more) -> list[str]:
    return [match.material.title for match in matches(viewer, text, **more)]


def test_the_same_thing_in_other_words_comes_first(cast, round, office):
    for year in (2022, 2023, 2024):
        copy(round, office, cast.town, f"{year}年财务账目", period="")
    copy(round, office, cast.farming, "党员花名册")
    assert found(office, "请提供松河镇二〇二三年的财务账")[0] == "2023年财务账目"


def test_the_period_counts_as_well(cast, round, office):
    copy(round, office, cast.town, "信访台账", period="2021—2022年")
    copy(round, office, cast.town, "信访台账（新）", period="2025年")
    assert found(office, "信访台账", period="2022年")[0] == "信访台账"


def test_it_says_how_often_and_under_which_list_it_went_out(cast, round, walk, office):
    book = copy(round, office, cast.town)
    request = walk.released(book)
    done(hand_over(round, [Chosen(book, 1, request)], by=office, at=walk.later()))
    match = matches(office, "松河镇财务账目")[0]
    assert (match.material, match.times, match.under) == (book, 1, f"H-001 · {request.ref}")


def test_a_unit_finds_its_own_and_nothing_of_another(cast, round, office, head):
    copy(round, office, cast.town)
    copy(round, office, cast.farming)
    assert [match.material.unit for match in matches(head, "财务账目")] == [cast.town]
    assert found(viewer_of(cast.outsider), "财务账目") == []


def test_the_newest_version_comes_before_the_one_it_follows(cast, round, office):
    first = copy(round, office, cast.town)
    second = done(register(round, described(cast.town, "财务账目"), follows=first, by=office, at=NOW))
    assert [(each.material, each.material.overtaken) for each in matches(office, "财务账目")] == [
        (second, False),
        (first, True),
    ]


def test_single_characters_and_nothing_known_find_nothing(cast, round, office):
    original(round, office, cast.town)
    assert [found(office, text) for text in ("", "会", "，。", "气候变化")] == [[], [], [], []]


def test_a_very_long_text_is_looked_up_by_its_beginning(cast, round, office):
    copy(round, office, cast.town)
    assert found(office, "财务账目" + "其他" * 3000) == ["财务账目"]


def test_what_went_out_again_without_asking_anybody_is_counted(cast, round, office):
    book = copy(round, office, cast.town)
    assert saved_by_reuse(office, round) == 0
    for _turn in range(3):
        done(hand_over(round, [Chosen(book, 1)], by=office, at=NOW))
    assert saved_by_reuse(office, round) == 2


def test_the_fragment_offers_to_take_one_up_in_a_form_of_the_page(cast, round, office, as_office, as_stranger):
    copy(round, office, cast.town)
    page = as_office.get("/desk/materials/matches/", {"text": "财务账目", "form": "attach"}).content.decode()
    assert 'form="attach" name="material" value="M-0001"' in page
    assert "已备好，还没有移交过" in page
    bare = as_office.get("/desk/materials/matches/", {"text": "财务账目", "form": '"><b>'}).content.decode()
    assert "<button" not in bare
    assert "M-0001" not in as_stranger.get("/desk/materials/matches/", {"text": "财务账目"}).content.decode()
