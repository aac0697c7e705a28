"""A person leaves: everything that names the person goes to a successor in one step, signed by both."""

import pytest

from bihuan.people.actions import end_post, give_post
from bihuan.people.belongings import belongings
from bihuan.people.models import Post
from bihuan.rules.life import Refusal
from bihuan.rules.people import Role
from bihuan.trail.models import Line
from tests.cast import NOW, signed_in
from tests.ledger.conftest import Walk, done

WHERE = "/people/accounts/handler/succession/"
SENT = {"successor": "head", "signed_leaver": "吴敏", "signed_successor": "赵启", "note": "调往市里"}


@pytest.fixture
def findings(walk: Walk):
    """Two open findings and a measure in the handler's name, and a closed one that stays as it was."""
    closed = walk.closed(handler="handler")
    for number in (1, 2):
        finding = walk.rectifying(handler="handler")
        finding.measures.update(who="吴敏" if number == 1 else "镇财政所")
    return closed


def test_everything_open_is_listed_with_what_the_person_is_named_as(walk: Walk, findings) -> None:
    named = [(each.ref, [str(part) for part in each.parts]) for each in belongings(walk.cast.handler)]
    assert named == [("F-002", ["责任人"]), ("F-003", ["责任人"]), ("F-002-1", ["措施承办人"])]
    assert [each.ref for each in belongings(walk.cast.leader)] == ["F-002", "F-003"]
    assert belongings(walk.cast.stranger) == []


def test_it_moves_in_one_step_with_one_line_for_each_thing(walk: Walk, findings, as_office) -> None:
    assert as_office.post(WHERE, SENT).status_code == 303
    assert belongings(walk.cast.handler) == []
    assert [each.ref for each in belongings(walk.cast.head)] == ["F-002", "F-003", "F-002-1"]
    assert walk.fresh(findings).handler_id == walk.cast.handler.pk
    lines = list(Line.objects.order_by("-number")[:4])[::-1]
    assert [(line.event, line.subject, line.before, line.after) for line in lines] == [
        ("finding.handed_on", "F-002", {"handler": "吴敏"}, {"handler": "赵启"}),
        ("finding.handed_on", "F-003", {"handler": "吴敏"}, {"handler": "赵启"}),
        ("measure.handed_on", "F-002", {"who": "吴敏"}, {"which": "F-002-1", "who": "赵启"}),
        (
            "account.handed_on", "handler", {},
            {"successor": "赵启", "count": 3, "signed_leaver": "吴敏", "signed_successor": "赵启"},
        ),
    ]  # fmt: skip
    assert lines[3].note == "调往市里"
    assert "责任交接" in as_office.get("/ledger/F-002/").content.decode()


def test_without_both_names_nothing_moves_and_what_was_typed_stays(walk: Walk, findings, as_office) -> None:
    answer = as_office.post(WHERE, SENT | {"signed_successor": "赵"})
    assert answer.status_code == 422
    assert "请由交出人吴敏和接收人赵启分别签署本人姓名。" in answer.content.decode()
    assert "调往市里" in answer.content.decode()
    assert len(belongings(walk.cast.handler)) == 3


def test_whoever_cannot_see_the_work_cannot_take_it_over(walk: Walk, findings, as_office) -> None:
    answer = as_office.post(WHERE, SENT | {"successor": "stranger", "signed_successor": "何青"})
    assert answer.status_code == 422
    assert "F-002 由松河镇牵头，何青在那里没有岗位" in answer.content.decode()
    office = walk.by(walk.cast.office)
    done(give_post(walk.cast.stranger, walk.cast.town, Role.HANDLER, by=office, at=NOW))
    assert as_office.post(WHERE, SENT | {"successor": "stranger", "signed_successor": "何青"}).status_code == 303


def test_a_leader_hands_on_what_he_or_she_leads(walk: Walk, findings, as_office) -> None:
    sent = {"successor": "first", "signed_leaver": "林远", "signed_successor": "周正"}
    assert as_office.post("/people/accounts/leader/succession/", sent).status_code == 303
    assert [each.ref for each in belongings(walk.cast.first)] == ["F-002", "F-003"]


def test_a_post_ends_and_an_account_closes_only_with_a_reason_while_things_are_open(
    walk: Walk, findings, as_office
) -> None:
    post = "/people/accounts/handler/posts/U-005/handler/end/"
    said = "吴敏名下还有 3 件没有办结，请先办理责任交接；确需先办的，请写明理由。"
    assert said in as_office.get(post).content.decode()
    for address in (post, "/people/accounts/handler/deactivate/"):
        answer = as_office.post(address, {"note": ""})
        assert (answer.status_code, said in answer.content.decode()) == (422, True)
    assert as_office.post(post, {"note": "退休，接手人未定"}).status_code == 303
    line = Line.objects.get(event="post.ended")
    assert (line.after["left_open"], line.note) == (3, "退休，接手人未定")


def test_with_nothing_open_a_post_ends_as_before(walk: Walk) -> None:
    post = Post.objects.get(account=walk.cast.stranger)
    assert not isinstance(end_post(post, by=walk.by(walk.cast.office), at=NOW), Refusal)


def test_only_the_office_of_the_same_county_hands_on(walk: Walk, findings) -> None:
    answers = {
        who: signed_in(getattr(walk.cast, who)).post(WHERE, SENT).status_code
        for who in ("first", "leader", "head", "handler", "supervisor", "stranger", "outsider")
    }
    assert answers == dict.fromkeys(("first", "leader", "head", "handler", "supervisor", "stranger"), 403) | {
        "outsider": 404
    }
    other = {"successor": "outsider", "signed_leaver": "吴敏", "signed_successor": "郑和"}
    assert signed_in(walk.cast.office).post(WHERE, other).status_code == 422
    assert len(belongings(walk.cast.handler)) == 3
