"""Is what groups usually ask first listed, given out, filled by units, and found when it is asked for?"""

from datetime import date, timedelta

from bihuan.desk.actions.prepared import Ahead, drop, fill, fill_new, give, list_ahead, reopen, say_nothing
from bihuan.desk.models import Prepared
from bihuan.desk.queries.first_asks import first_asks
from bihuan.desk.queries.prepared import prepared_for, progress
from bihuan.desk.queries.reuse import matches
from bihuan.people.actions import close_unit
from bihuan.people.viewer import System, viewer_of
from bihuan.trail.queries import lines_of
from tests.cast import NOW
from tests.desk.conftest import done, reason
from tests.desk.materials import copy, described

DUE = date(2026, 3, 10)


def listed(round, office, *ahead: Ahead) -> list[Prepared]:
    return done(list_ahead(round, ahead, by=office, at=NOW))


def test_the_list_that_comes_along_proposes_the_unit_that_usually_has_it(cast):
    asks = {ask.title: ask for ask in first_asks()}
    assert len(asks) == len(first_asks()) == 28
    farming = asks["乡村振兴项目库、衔接资金和惠民补贴发放名册"].unit_among([cast.town, cast.farming])
    assert farming == cast.farming
    assert asks["信访台账、重复信访和积案化解情况"].unit_among([cast.town]) is None


def test_the_office_lists_things_and_gives_each_to_a_unit(cast, round, office):
    rows = listed(round, office, Ahead("信访台账", "近三年", cast.town, DUE), Ahead("花名册"))
    assert [(row.ref, row.title, row.unit, row.due_on) for row in rows] == [
        ("A-001", "信访台账", cast.town, DUE),
        ("A-002", "花名册", None, None),
    ]
    line = lines_of(cast.county.code, "A-001").get()
    assert (line.event, line.unit_path, line.after["due_on"]) == ("prepared.listed", cast.town.path, "2026-03-10")


def test_what_is_listed_already_is_not_listed_twice(cast, round, office):
    listed(round, office, Ahead("信访台账"))
    assert [row.title for row in listed(round, office, Ahead("信访台账"), Ahead("花名册"))] == ["花名册"]
    assert reason(list_ahead(round, [Ahead("花名册")], by=office, at=NOW)) == (
        "没有选出新的内容；已在清单上的不会重复列入。"
    )


def test_only_the_office_lists_and_never_for_a_unit_that_is_no_more(cast, round, office, head):
    assert reason(list_ahead(round, [Ahead("花名册")], by=head, at=NOW)) == "预先准备的清单由联络组列出。"
    done(close_unit(cast.village, by=System(), at=NOW))
    cast.village.refresh_from_db()
    refused = list_ahead(round, [Ahead("花名册", unit=cast.village)], by=office, at=NOW)
    assert reason(refused) == "青石村已撤并，请选择现在承担这项工作的单位。"
    assert not Prepared.objects.exists()


def test_a_unit_fills_what_it_was_given_and_the_request_finds_it(cast, round, office, head):
    row = listed(round, office, Ahead("信访台账", unit=cast.town))[0]
    done(fill_new(row, described(cast.town, "松河镇信访台账"), file=None, by=head, at=NOW))
    row.refresh_from_db()
    assert (row.done_at, [each.title for each in row.materials.all()]) == (NOW, ["松河镇信访台账"])
    assert matches(office, "请提供松河镇信访台账")[0].material.ref == "M-0001"


def test_a_registered_material_will_do(cast, round, office, head):
    row = listed(round, office, Ahead("财务账目", unit=cast.town))[0]
    book = copy(round, head, cast.town)
    assert done(fill(row, [book], by=head, at=NOW)).done_at == NOW
    assert reason(fill(row, [], by=head, at=NOW)) == "请选择已登记的材料，或登记一份新的。"


def test_nothing_is_an_answer_with_a_reason(cast, round, office, head):
    row = listed(round, office, Ahead("政府债务台账", unit=cast.town))[0]
    assert reason(say_nothing(row, " ", by=head, at=NOW)) == "请写明为什么没有，例如“本单位没有这项职能”。"
    assert done(say_nothing(row, "没有举债", by=head, at=NOW)).nothing == "没有举债"
    assert done(reopen(row, by=office, at=NOW)).done_at is None


def test_another_unit_neither_sees_nor_fills_it(cast, round, office):
    row = listed(round, office, Ahead("信访台账", unit=cast.town))[0]
    stranger = viewer_of(cast.stranger)
    assert list(prepared_for(stranger, round)) == []
    assert reason(say_nothing(row, "没有", by=stranger, at=NOW)) == "这一项由交办的单位准备。"


def test_it_is_given_to_another_unit_until_it_is_ready(cast, round, office, head):
    row = listed(round, office, Ahead("信访台账", unit=cast.farming))[0]
    row = done(give(row, cast.town, DUE, by=office, at=NOW))
    assert (row.unit, row.due_on) == (cast.town, DUE)
    done(say_nothing(row, "没有", by=head, at=NOW))
    assert reason(give(row, cast.farming, DUE, by=office, at=NOW)) == "这一项已经备好，要改单位请先重新打开。"
    assert reason(drop(row, by=office, at=NOW)) == "这一项已经有材料或说明，不能去掉。"


def test_what_nobody_wants_is_dropped(cast, round, office):
    row = listed(round, office, Ahead("信访台账"))[0]
    done(drop(row, by=office, at=NOW))
    assert not Prepared.objects.exists()


def test_progress_counts_what_is_ready_and_what_is_late(cast, round, office, head):
    rows = listed(
        round,
        office,
        Ahead("信访台账", unit=cast.town, due_on=DUE),
        Ahead("花名册", unit=cast.town, due_on=DUE),
        Ahead("项目台账", unit=cast.farming),
    )
    done(say_nothing(rows[0], "没有", by=head, at=NOW))
    told = progress(prepared_for(office, round), DUE + timedelta(days=1))
    assert [(each.unit, each.total, each.done, each.late) for each in told] == [
        (cast.farming, 1, 0, 0),
        (cast.town, 2, 1, 1),
    ]
