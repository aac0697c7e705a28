"""What was taken down wrongly is put right; an agreed due time stays beside every later one."""

from datetime import timedelta

from django.utils import timezone

from bihuan.desk.actions.amend import Wording, amend
from bihuan.desk.models import Request
from bihuan.people.viewer import viewer_of
from bihuan.rules.request import Kind
from tests.desk.conftest import done, reason
from tests.desk.walk import Walk


def wording(request: Request, **changes: object) -> Wording:
    said = {"text": request.text, "kind": Kind(request.kind), "due_at": request.due}
    return Wording(**said | changes)


def test_before_anybody_has_it_the_due_time_is_simply_changed(walk: Walk, events) -> None:
    request, later = walk.taken(), walk.at + timedelta(days=5)
    office = viewer_of(walk.cast.office)
    request = done(amend(request, wording(request, due_at=later, text="花名册"), by=office, at=walk.later()))
    assert (request.text, request.due_at, request.moved_due_at) == ("花名册", later, None)
    assert events(request)[-1] == "request.amended"


def test_afterwards_the_first_one_stays_and_the_reason_is_asked_for(walk: Walk) -> None:
    request, office = walk.assigned(), viewer_of(walk.cast.office)
    agreed, later = request.due_at, request.due_at + timedelta(days=2)
    said = wording(request, due_at=later)
    assert reason(amend(request, said, by=office, at=walk.later())) == (
        "已经分派的事项改时限，请写明理由；原时限仍会保留。"
    )
    request = done(amend(request, said, by=office, at=walk.later(), note="巡视组同意延后"))
    assert (request.due_at, request.due, request.due_changes.get().reason) == (agreed, later, "巡视组同意延后")


def test_both_are_shown(walk: Walk, as_head) -> None:
    request, office = walk.assigned(), viewer_of(walk.cast.office)
    said = wording(request, due_at=request.due_at + timedelta(days=2))
    done(amend(request, said, by=office, at=walk.later(), note="巡视组同意延后"))
    for page in ("/desk/", f"/desk/{request.ref}/"):
        assert "原定 2026-03-03 09:00" in as_head.get(page).content.decode()


def test_a_page_sent_back_as_it_was_changes_nothing(walk: Walk, as_office, events) -> None:
    request = walk.assigned()
    due = timezone.localtime(request.due_at).strftime("%Y-%m-%dT%H:%M")
    given = {"text": request.text, "kind": request.kind, "due_at": due}
    assert as_office.post(f"/desk/{request.ref}/amend/", given).status_code == 302
    assert events(request) == ["request.taken_down", "request.assigned"]
    assert walk.fresh(request).due_at == request.due_at


def test_only_the_office_amends_and_only_what_is_open(walk: Walk, as_head) -> None:
    request = walk.assigned()
    outcome = amend(request, wording(request, text="花名册"), by=viewer_of(walk.cast.head), at=walk.later())
    assert outcome.kind == "who"
    assert as_head.post(f"/desk/{request.ref}/amend/", {}).status_code in (403, 422)
    closed = walk.closed()
    office = viewer_of(walk.cast.office)
    assert amend(closed, wording(closed, text="花名册"), by=office, at=walk.later()).kind == "when"
