"""Does a list take its requests along, keep an original from going out twice, and say where it is?"""

from datetime import timedelta

from bihuan.desk.actions.handovers import Chosen, hand_over, sign, take_back
from bihuan.desk.models import Handover, HandoverItem
from bihuan.desk.queries.handovers import still_out
from bihuan.desk.queries.materials import gone
from bihuan.rules.request import Move
from bihuan.trail.queries import lines_of
from tests.desk.conftest import done, reason
from tests.desk.materials import copy, electronic, original


def given(walk, *chosen: Chosen, **more):
    return hand_over(walk.round, chosen, by=walk.by(walk.cast.office), at=walk.later(), **more)


def test_a_list_is_numbered_counted_and_takes_its_requests_along(cast, round, walk, office, events):
    book, register = original(round, office, cast.town), copy(round, office, cast.town)
    request = walk.released(book, register)
    row = done(given(walk, Chosen(book, 1, request, to_return=True), Chosen(register, 2, request)))

    assert (row.ref, walk.fresh(request).status, events(request)[-1]) == ("H-001", "handed_over", "request.handed_over")
    items = [(item.number, item.copies, item.pages, item.to_return, item.reissued) for item in row.items.all()]
    assert items == [(1, 1, None, True, False), (2, 2, 30, False, False)]
    line = lines_of(cast.county.code, "H-001").get()
    assert (line.event, line.after["materials"], line.after["requests"]) == (
        "handover.made",
        ["M-0001 × 1", "M-0002 × 2"],
        [request.ref],
    )


def test_an_original_that_is_out_does_not_go_out_again(cast, round, walk, office):
    book = original(round, office, cast.town)
    first = done(given(walk, Chosen(book, 1, to_return=True)))
    day = first.handed_at.date().isoformat()

    assert reason(given(walk, Chosen(book, 1))) == (
        f"M-0001《常委会会议记录》的原件还在外：{day} 随 H-001 交给省委第三巡视组，尚未归还。"
        "请先登记归还，或改交复印件。"
    )
    assert Handover.objects.count() == 1


def test_it_goes_out_again_once_it_is_back_and_is_called_reissued(cast, round, walk, office):
    book = original(round, office, cast.town)
    first = done(given(walk, Chosen(book, 1, to_return=True)))
    done(take_back(first.items.get(), 1, by=office, at=walk.later()))
    assert done(given(walk, Chosen(book, 1))).items.get().reissued is True
    assert gone([book])[book.pk].times == 2


def test_copies_and_files_go_out_as_often_as_they_are_asked_for(cast, round, walk, office):
    papers = copy(round, office, cast.town), electronic(round, office, cast.town)
    for _turn in range(2):
        done(given(walk, *(Chosen(each, 1) for each in papers)))
    assert HandoverItem.objects.filter(reissued=True).count() == 2


def test_a_list_with_zero_copies_leaves_nothing_behind(cast, round, walk, office):
    request = walk.released(book := copy(round, office, cast.town))
    assert reason(given(walk, Chosen(book, 0, request))) == "M-0001《财务账目》的份数是 0，至少移交 1 份。"
    assert (Handover.objects.count(), walk.fresh(request).status) == (0, "released")


def test_a_request_that_somebody_else_moved_on_stops_the_list(cast, round, walk, office):
    request = walk.released(book := copy(round, office, cast.town))
    done(walk.move(request, Move.WITHDRAW, cast.office, note="巡视组不再要求"))
    assert reason(given(walk, Chosen(book, 1, request))) == (
        f"{request.ref} 已不在待移交状态，可能刚被他人办理；请刷新后重新选择。"
    )
    assert Handover.objects.count() == 0


def test_a_request_waits_until_all_of_its_materials_are_listed(cast, round, walk, office):
    one, two = copy(round, office, cast.town), copy(round, office, cast.town, "项目台账")
    request = walk.released(one, two)
    done(given(walk, Chosen(one, 1, request)))
    assert walk.fresh(request).status == "released"
    done(given(walk, Chosen(two, 1, walk.fresh(request))))
    assert walk.fresh(request).status == "handed_over"


def test_only_the_office_hands_over(cast, round, walk, office, head):
    book = copy(round, office, cast.town)
    assert reason(hand_over(round, [Chosen(book, 1)], by=head, at=walk.later())) == "移交由联络组办理。"


def test_the_signature_of_the_group_receipts_the_requests(cast, round, walk, office, events):
    request = walk.released(book := copy(round, office, cast.town))
    row = done(given(walk, Chosen(book, 1, request)))
    at = walk.later()
    signed = done(sign(row, " 孙组长 ", received_at=at, by=office, at=at))

    assert (signed.received_by, walk.fresh(request).status) == ("孙组长", "receipted")
    assert walk.fresh(request).received_by_group == "孙组长"
    assert reason(sign(row, "李副组长", received_at=at, by=office, at=at)) == "H-001 已由孙组长签收，不能再改。"


def test_a_request_on_two_lists_is_receipted_with_the_second_signature(cast, round, walk, office):
    one, two = copy(round, office, cast.town), copy(round, office, cast.town, "项目台账")
    request = walk.released(one, two)
    lists = [done(given(walk, Chosen(each, 1, walk.fresh(request)))) for each in (one, two)]
    for row, status in zip(lists, ("handed_over", "receipted"), strict=True):
        at = walk.later()
        done(sign(row, "孙组长", received_at=at, by=office, at=at))
        assert walk.fresh(request).status == status


def test_a_signature_before_the_hand_over_is_refused(cast, round, walk, office):
    row = done(given(walk, Chosen(copy(round, office, cast.town), 1)))
    early = row.handed_at - timedelta(days=1)
    assert reason(sign(row, "孙组长", received_at=early, by=office, at=walk.later())) == (
        "签收时间应在移交之后、现在之前，请改正。"
    )


def test_what_comes_back_is_counted_until_all_is_here(cast, round, walk, office):
    row = done(given(walk, Chosen(copy(round, office, cast.town), 2, to_return=True)))
    item = row.items.get()
    assert [each.pk for each in still_out(office)] == [item.pk]
    done(take_back(item, 1, by=office, at=walk.later()))
    assert still_out(office).get().returned_copies == 1
    assert reason(take_back(item, 2, by=office, at=walk.later())) == "移交了 2 份，已归还 1 份，这次最多归还 1 份。"
    done(take_back(item, 1, by=office, at=walk.later()))
    assert not still_out(office).exists()
    assert reason(take_back(item, 1, by=office, at=walk.later())) == "这一项已经全部归还。"


def test_what_the_group_keeps_is_ticked_off_with_a_reason(cast, round, walk, office):
    row = done(given(walk, Chosen(copy(round, office, cast.town), 2, to_return=True)))
    kept = {"by": office, "at": walk.later(), "rest_stays": True}
    assert reason(take_back(row.items.get(), 1, **kept)) == "其余份数不再归还的，请写明原因。"
    item = done(take_back(row.items.get(), 1, **kept, remark="巡视组留存一份"))
    assert (item.returned_copies, item.return_remark, still_out(office).exists()) == (1, "巡视组留存一份", False)
    assert reason(take_back(item, 1, by=office, at=walk.later())) == "这一项已经全部归还。"
