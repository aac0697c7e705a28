"""The office gives two seats and takes them back; who sits there sees everything, who leaves sees nothing."""

from django.test import Client
from django.utils import timezone

from bihuan.desk.actions.arranger import seat, unseat
from bihuan.desk.models import Arranger
from bihuan.people.actions import give_post
from bihuan.people.viewer import System, viewer_of
from bihuan.rules.people import Role
from bihuan.trail.queries import lines_of
from tests.cast import NOW, signed_in
from tests.desk.conftest import done, reason
from tests.desk.interviews.conftest import Arranging


def test_there_are_two_seats_and_not_three(cast, round, office, arranging: Arranging):
    assert reason(seat(round, cast.handler, by=office, at=NOW)) == "谈话安排人最多两人，请先取消其中一人。"
    assert [row.seat for row in Arranger.objects.all()] == [1, 2]


def test_who_leads_or_supervises_or_has_no_part_in_it_gets_none(cast, round, office):
    reasons = {
        name: reason(seat(round, getattr(cast, name), by=office, at=NOW))
        for name in ("first", "leader", "supervisor", "head", "outsider")
    }

    barred = "第一责任人、责任领导和监督人员不能担任谈话安排人，请另选一人。"
    assert reasons == {
        "first": barred,
        "leader": barred,
        "supervisor": barred,
        "head": "谈话安排人须是联络组工作人员或经办人，请另选一人。",
        "outsider": "请从名单中选择一人。",
    }


def test_the_office_alone_gives_seats_and_both_are_recorded(cast, round, office):
    assert reason(seat(round, cast.handler, by=viewer_of(cast.first), at=NOW)) == "谈话安排人由联络组指定。"
    done(seat(round, cast.handler, by=office, at=NOW))
    done(unseat(round, cast.handler, by=viewer_of(cast.handler), at=NOW))

    lines = [(line.event, line.actor, line.after) for line in lines_of(cast.county.code, round.ref)[:2]]
    assert lines == [
        ("arranger.unseated", "handler", {"arranger": "吴敏"}),
        ("arranger.seated", "office", {"arranger": "吴敏"}),
    ]


def test_who_becomes_a_leader_has_lost_the_way_in_at_once(cast, arranging: Arranging, as_arranger: Client, as_office):
    arranging.planned()
    assert as_arranger.get("/desk/interviews/").status_code == 200
    give_post(arranging.viewer.account, cast.top, Role.LEADER, title="副县长", by=System(), at=NOW)

    assert as_arranger.get("/desk/interviews/").status_code == 404
    assert "现在的岗位不能担任" in as_office.get("/desk/arrangers/").content.decode()


def test_the_page_of_the_office_seats_and_unseats(cast, round, as_office, as_handler, as_head):
    assert as_office.post("/desk/arrangers/", {"account": "handler"}).url == "/desk/arrangers/"
    assert as_office.post("/desk/arrangers/", {"account": "first"}).status_code == 422
    assert as_handler.get("/desk/interviews/").status_code == 200
    assert as_head.post("/desk/arrangers/R1/handler/unseat/").status_code == 404
    assert as_office.post("/desk/arrangers/R1/handler/unseat/").url == "/desk/arrangers/"
    assert as_handler.get("/desk/interviews/").status_code == 404


def test_only_the_two_are_shown_the_tab(cast, arranging: Arranging, as_arranger, as_office, as_first):
    """The office, which gives the seats, is shown that page instead."""
    pages = {who: client.get("/desk/visits/").content.decode() for who, client in
             (("arranger", as_arranger), ("clerk", signed_in(arranging.clerk)), ("office", as_office),
              ("first", as_first))}  # fmt: skip

    assert [who for who, page in pages.items() if "/desk/interviews/" in page] == ["arranger", "clerk"]
    assert [who for who, page in pages.items() if "/desk/arrangers/" in page] == ["office"]


def test_an_arranger_of_an_earlier_round_alone_is_led_to_that_round(arranging: Arranging, as_arranger, office):
    from bihuan.rounds.actions import open_round
    from bihuan.rounds.models import RoundKind, RoundLevel

    arranging.planned()
    done(open_round(arranging.cast.county, title="市委巡察", kind=RoundKind.LOCAL, level=RoundLevel.CITY,
                    group="第一组", ruleset="local-3-months", by=office, at=timezone.now()))  # fmt: skip

    assert "韩立秋" in as_arranger.get("/desk/interviews/").content.decode()
    assert as_arranger.get("/desk/interviews/?round=R2").status_code == 404
