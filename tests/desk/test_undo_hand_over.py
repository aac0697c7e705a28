"""Is a hand-over that was written down by mistake as if it had not been, with its number and its reason kept?"""

from bihuan.desk.actions.answer import attach
from bihuan.desk.actions.handover_undo import cancel, undo_return
from bihuan.desk.actions.handovers import Chosen, hand_over, sign, take_back
from bihuan.desk.models import Handover
from bihuan.desk.queries.brief import figures
from bihuan.desk.queries.handovers import items_of, still_out
from bihuan.desk.queries.materials import gone
from bihuan.desk.queries.register import everything
from bihuan.rules.request import Move
from bihuan.trail.queries import lines_of
from tests.desk.conftest import done, reason
from tests.desk.materials import copy, original


def given(walk, *chosen: Chosen) -> Handover:
    return done(hand_over(walk.round, chosen, by=walk.by(walk.cast.office), at=walk.later()))


def test_its_requests_wait_once_more_and_its_materials_are_not_out(cast, round, walk, office, events):
    book = original(round, office, cast.town)
    request = walk.released(book)
    row = done(cancel(given(walk, Chosen(book, 1, request, to_return=True)), " 清单开错 ", by=office, at=walk.later()))

    after = walk.fresh(request)
    assert (row.ref, row.cancel_reason, row.cancelled_by) == ("H-001", "清单开错", cast.office)
    assert (after.status, after.holder, after.handed_over_at) == ("released", "office", None)
    assert events(request)[-1] == "request.handover_taken_back"
    assert (list(still_out(office)), gone([book]), [item.material for item in items_of(office, row)]) == (
        [],
        {},
        [book],
    )
    line = lines_of(cast.county.code, "H-001")[0]
    assert (line.event, line.note, line.after) == ("handover.cancelled", "清单开错", {"requests": [request.ref]})


def test_the_next_list_has_the_next_number_and_takes_all_of_it_along(cast, round, walk, office):
    book = original(round, office, cast.town)
    request = walk.released(book)
    done(cancel(given(walk, Chosen(book, 1, request)), "清单开错", by=office, at=walk.later()))
    second = given(walk, Chosen(book, 1, walk.fresh(request)))
    at = walk.later()
    assert (second.ref, second.items.get().reissued) == ("H-002", False)
    assert walk.fresh(request).handed_over_at == second.handed_at
    done(sign(second, "孙组长", received_at=at, by=office, at=at))
    assert walk.fresh(request).status == "receipted"


def test_neither_the_register_nor_the_brief_of_the_day_tells_of_it(cast, round, walk, office):
    request = walk.released(book := copy(round, office, cast.town))
    row = given(walk, Chosen(book, 1, request))
    told = {"now": walk.at, "on": walk.at.date()}
    assert [each["ref"] for each in figures(office, round, **told)["handed_over"]] == [request.ref]
    done(cancel(row, "清单开错", by=office, at=walk.later()))
    assert figures(office, round, **told)["handed_over"] == []
    assert [line.title for each in everything(office, round) for line in each.lines] == [""]


def test_a_request_that_stands_on_other_lists_in_full_stays_handed_over(cast, round, walk, office):
    one, two = copy(round, office, cast.town), copy(round, office, cast.town, "项目台账")
    request = walk.released(one, two)
    first, again = given(walk, Chosen(one, 1, request)), given(walk, Chosen(one, 1, walk.fresh(request)))
    second = given(walk, Chosen(two, 1, walk.fresh(request)))
    done(cancel(again, "重复", by=office, at=walk.later()))
    assert walk.fresh(request).status == "handed_over"
    done(cancel(first, "重复", by=office, at=walk.later()))
    assert (walk.fresh(request).status, second.items.count()) == ("released", 1)


def test_what_was_handed_over_before_it_was_sent_back_keeps_its_first_time(cast, round, walk, office):
    request = walk.released(book := copy(round, office, cast.town))
    first = given(walk, Chosen(book, 1, request))
    done(walk.move(request, Move.SEND_BACK, cast.office, note="缺附件"))
    extra = copy(round, office, cast.town, "附件")
    done(attach(walk.fresh(request), [extra], by=walk.by(cast.head), at=walk.later()))
    done(walk.move(request, Move.SUBMIT, cast.head))
    done(walk.move(request, Move.CHECK, cast.office))
    done(cancel(given(walk, Chosen(extra, 1, walk.fresh(request))), "清单开错", by=office, at=walk.later()))
    assert (walk.fresh(request).status, walk.fresh(request).handed_over_at) == ("released", first.handed_at)


def test_a_signed_list_a_cancelled_one_and_one_with_returns_are_refused(cast, round, walk, office, head):
    row = given(walk, Chosen(copy(round, office, cast.town), 2, to_return=True))
    assert reason(cancel(row, "错", by=head, at=walk.later())) == "交接清单由联络组作废。"
    assert reason(cancel(row, " ", by=office, at=walk.later())) == "请写明作废的理由。"
    item = done(take_back(row.items.get(), 1, by=office, at=walk.later()))
    assert "M-0001 已登记归还" in reason(cancel(row, "错", by=office, at=walk.later()))
    done(undo_return(item, 1, by=office, at=walk.later()))
    done(cancel(row, "错", by=office, at=walk.later()))
    at = walk.later()
    refused = (cancel(row, "错", by=office, at=at), sign(row, "孙", received_at=at, by=office, at=at))
    assert {reason(each) for each in (*refused, take_back(item, 1, by=office, at=at))} == {"H-001 已经作废。"}


def test_a_wrong_return_is_out_again_with_what_it_was_in_the_record(cast, round, walk, office):
    row = given(walk, Chosen(copy(round, office, cast.town), 2, to_return=True))
    item = done(take_back(row.items.get(), 1, by=office, at=walk.later(), rest_stays=True, remark="留存一份"))
    assert not still_out(office).exists()
    done(undo_return(item, 1, by=office, at=walk.later()))
    item = still_out(office).get()
    assert (item.returned_at, item.returned_copies, item.returned_to, item.return_remark) == (None, None, None, "")
    line = lines_of(cast.county.code, "H-001")[0]
    assert (line.event, line.unit_path, line.before["returned_copies"], line.before["remark"]) == (
        "handover.return_undone", cast.town.path, "1 / 2", "留存一份",
    )  # fmt: skip


def test_an_original_that_went_out_again_since_cannot_be_out_twice(cast, round, walk, office):
    book = original(round, office, cast.town)
    item = done(take_back(given(walk, Chosen(book, 1)).items.get(), 1, by=office, at=walk.later()))
    given(walk, Chosen(book, 1))
    assert reason(undo_return(item, 1, by=office, at=walk.later())) == (
        "这件原件后来又随 H-002 移交，归还登记不能撤销。"
    )
