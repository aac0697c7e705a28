"""An answer is prepared in versions: words and materials; one that was handed in stays as it was."""

from bihuan.desk.actions.answer import attach, detach, write_answer
from bihuan.desk.models import Answer, HandoverItem, Material, Request
from bihuan.people.viewer import viewer_of
from bihuan.rules.request import Move, Status
from tests.desk.conftest import done, reason
from tests.desk.walk import Walk


def versions(request: Request) -> list[tuple[int, str, list[str], bool]]:
    rows = Answer.objects.filter(request=request).order_by("version")
    return [
        (row.version, row.text, [item.material.ref for item in row.items.all()], row.submitted_at is not None)
        for row in rows
    ]


def test_it_is_written_and_handed_in_by_the_unit(walk: Walk, events) -> None:
    request = walk.submitted(walk.material())
    assert (request.status, request.holder) == (Status.PREPARED, "office")
    assert versions(request) == [(1, "已按要求整理", ["M-0001"], True)]
    assert events(request)[3:] == ["answer.written", "answer.attached", "request.submitted"]


def test_nothing_is_not_handed_in(walk: Walk) -> None:
    refused = walk.move(walk.accepted(), Move.SUBMIT, walk.cast.head)
    assert [str(text) for text in refused.missing] == ["至少附一件材料或写明答复"]


def test_what_is_returned_goes_on_as_the_next_version(walk: Walk) -> None:
    request = done(walk.move(walk.submitted(walk.material()), Move.RETURN, walk.cast.office, note="缺2024年"))
    assert (request.status, request.returns_count, request.lead_unit) == (Status.ACCEPTED, 1, walk.cast.town)
    more, head = walk.material("2024年会议记录"), viewer_of(walk.cast.head)
    done(attach(request, [more], by=head, at=walk.later()))
    done(detach(request, Material.objects.get(number=1), by=head, at=walk.later()))
    done(walk.move(request, Move.SUBMIT, walk.cast.handler))
    assert versions(request) == [(1, "已按要求整理", ["M-0001"], True), (2, "已按要求整理", ["M-0002"], True)]


def test_what_is_taken_back_is_the_same_version(walk: Walk) -> None:
    request = done(walk.move(walk.submitted(), Move.TAKE_BACK, walk.cast.head))
    assert versions(request) == [(1, "已按要求整理", [], False)]


def test_a_version_handed_in_is_not_written_to(walk: Walk) -> None:
    request = walk.submitted(walk.material())
    head, late = viewer_of(walk.cast.head), "补充"
    assert reason(write_answer(request, late, by=head, at=walk.later()))
    assert reason(attach(request, [walk.material("另一件")], by=head, at=walk.later()))
    assert versions(request) == [(1, "已按要求整理", ["M-0001"], True)]


def test_a_supporting_unit_helps_and_a_stranger_finds_nothing(walk: Walk, as_stranger) -> None:
    request = walk.accepted()
    assert as_stranger.post(f"/desk/{request.ref}/answer/write/", {"text": "补充"}).status_code == 404
    request.supports.create(unit=walk.cast.farming)
    assert as_stranger.post(f"/desk/{request.ref}/answer/write/", {"text": "补充"}).status_code == 302
    assert as_stranger.post(f"/desk/{request.ref}/submit/", {}).status_code == 403
    assert versions(request) == [(1, "补充", [], False)]


def test_the_office_answers_from_what_is_there_without_asking_a_unit(walk: Walk) -> None:
    request, office = walk.taken(), viewer_of(walk.cast.office)
    done(attach(request, [walk.material()], by=office, at=walk.later()))
    request = done(walk.move(request, Move.ANSWER, walk.cast.office))
    assert (request.status, request.lead_unit, request.answers.get().reused) == (Status.RELEASED, None, True)


def test_materials_go_out_on_a_list_and_words_without_one(walk: Walk) -> None:
    assert walk.handed_over().status == Status.HANDED_OVER
    request = walk.released(walk.material())
    refused = walk.move(request, Move.HAND_OVER, walk.cast.office)
    assert [str(text) for text in refused.missing] == ["材料已列入交接清单"]
    assert HandoverItem.objects.count() == 0


def test_what_the_group_sends_back_goes_to_the_unit_again(walk: Walk) -> None:
    request = done(walk.move(walk.handed_over(), Move.SEND_BACK, walk.cast.office, note="年度不全"))
    assert (request.status, request.holder, request.returns_count) == (Status.ACCEPTED, "unit", 1)
    assert [row[0] for row in versions(request)] == [1, 2]


def test_the_receipt_has_the_name_of_who_signed(walk: Walk, as_office) -> None:
    request = walk.handed_over()
    assert as_office.post(f"/desk/{request.ref}/receipt/", {"received_by": " "}).status_code == 422
    assert as_office.post(f"/desk/{request.ref}/receipt/", {"received_by": "孙组长"}).status_code == 302
    assert walk.fresh(request).received_by_group == "孙组长"


def test_over_the_page_a_material_is_attached_by_its_reference(walk: Walk, as_head) -> None:
    request, material = walk.accepted(), walk.material()
    assert as_head.post(f"/desk/{request.ref}/answer/attach/", {"material": "M-0099"}).status_code == 422
    assert as_head.post(f"/desk/{request.ref}/answer/attach/", {"material": material.ref}).status_code == 302
    assert as_head.post(f"/desk/{request.ref}/answer/attach/", {"material": material.ref}).status_code == 302
    assert versions(request) == [(1, "", ["M-0001"], False)]
    assert as_head.post(f"/desk/{request.ref}/answer/{material.ref}/detach/").status_code == 302
    assert versions(request) == [(1, "", [], False)]


def test_a_new_material_is_registered_in_place(walk: Walk, as_head) -> None:
    request = walk.accepted()
    given = {
        "title": "会议记录", "unit": walk.cast.town.number, "carrier": "paper", "form": "copy", "copies": "1",
        "document_date": "2025-01-12",
    }  # fmt: skip
    assert as_head.post(f"/desk/{request.ref}/answer/material/", given | {"copies": "0"}).status_code == 422
    assert as_head.post(f"/desk/{request.ref}/answer/material/", given).status_code == 302
    assert versions(request) == [(1, "", ["M-0001"], False)]
