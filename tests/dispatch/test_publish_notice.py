"""The notice goes out: made, approved by the first, issued, read back, looked through, and noted down."""

from datetime import date

import pytest

from bihuan.dispatch.actions.giving import address
from bihuan.dispatch.actions.moves import move
from bihuan.dispatch.actions.notice import publish, save_frame, withhold, word
from bihuan.dispatch.models import Published
from bihuan.people.viewer import viewer_of
from bihuan.reading.document import read
from bihuan.rules.dispatch import Move
from bihuan.rules.life import Refusal
from bihuan.rules.notice import Audience, Part
from bihuan.trail.models import Line
from tests.cast import NOW, Cast
from tests.dispatch.made import made
from tests.ledger.conftest import Walk, done

SOCIETY = Audience.SOCIETY
TEXTS = {"organising": "县委召开专题会议。", "next_steps": "持续巩固。", "signed": "中共云岭县委员会"}
CONTACT = {"phone": "0000-6121234", "post": "县委整改办", "mail": "zhenggai@example.com"}
FRAME = {**TEXTS, **CONTACT, "wording": "stages", "since": None, "until": None}


@pytest.fixture
def story(walk: Walk) -> Walk:
    """One finding closed, one that is being rectified, and the frame of the notice."""
    walk.closed()
    walk.rectifying()
    done(save_frame(walk.round, SOCIETY, FRAME, by=walk.by(walk.cast.office), at=NOW))
    return walk


def issued(story: Walk, desk):
    row = desk.made("notice")
    done(desk.move(row, Move.SUBMIT))
    done(desk.move(row, Move.APPROVE, story.cast.first))
    done(address(row, units=[story.cast.town], people=[], by=desk.office, at=NOW))
    return done(move(row, Move.ISSUE, by=desk.office, at=NOW))


def published(story: Walk, outgoing, **more):
    said = {"place": "县政府网站", "since": date(2026, 7, 1), "until": date(2026, 7, 15), "looked_at": False} | more
    return publish(story.round, SOCIETY, outgoing, **said, by=viewer_of(story.cast.office), at=NOW)


def test_the_notice_reads_back_as_the_ledger_says(cast: Cast, story: Walk):
    rows = read(made("notice", viewer_of(cast.office), story.round), "notice.docx").findings
    assert [(row.text, row.status, row.measures) for row in rows] == [
        ("镇村两级资金监管不严", "done", ("修订村级资金管理办法",)),
        ("镇村两级资金监管不严", "open", ("正在按计划推进",)),
    ]


def test_a_published_notice_is_linked_to_the_ledger_with_its_version_place_and_contact(story: Walk, desk):
    outgoing = issued(story, desk)
    row = done(published(story, outgoing))
    assert (row.number, row.outgoing, row.place, row.contact) == (
        1, outgoing, "县政府网站", "0000-6121234；县委整改办；zhenggai@example.com",
    )  # fmt: skip
    assert done(published(story, outgoing, place="云岭日报")).number == 2
    linked = Published.objects.filter(publication=row).values_list("finding__number", "state")
    assert list(linked) == [(1, "done"), (2, "open")]
    line = Line.objects.filter(event="notice.published").last()
    assert (line.subject, line.after["paper"], line.after["version"]) == ("R1/society", outgoing.ref, 1)


def test_what_is_not_issued_is_not_published(story: Walk, desk):
    outcome = published(story, desk.made("notice"))
    assert isinstance(outcome, Refusal)
    assert [str(each) for each in outcome.missing] == ["公开稿还没有经主要负责人审核并印发。"]


def test_a_leader_cannot_approve_it_in_place_of_the_first(cast: Cast, story: Walk, desk):
    row = desk.made("notice")
    done(desk.move(row, Move.SUBMIT))
    assert desk.move(row, Move.APPROVE, cast.leader).kind == "who"


def test_personal_numbers_in_the_issued_paper_bar_the_release_and_names_are_looked_at(cast: Cast, story: Walk, desk):
    finding, office = story.round.findings.first(), viewer_of(cast.office)
    done(word(finding, SOCIETY, text="", result="赵启退回3万元，电话13812345678。", by=office, at=NOW))
    outcome = published(story, issued(story, desk))
    assert [str(each) for each in outcome.missing] == [
        "还有 1 处身份证号、电话或银行卡号，请先改写。",
        "有 2 处姓名或金额，请逐处核对后勾选。",
    ]
    done(word(finding, SOCIETY, text="", result="赵启退回3万元。", by=office, at=NOW))
    assert done(published(story, issued(story, desk), looked_at=True)).number == 1


def test_a_withholding_that_nobody_decided_on_bars_the_release(cast: Cast, story: Walk, desk):
    outgoing, finding = issued(story, desk), story.round.findings.first()
    done(withhold(finding, SOCIETY, part=Part.WHOLE, ground="case", reason="初核", by=viewer_of(cast.office), at=NOW))
    assert [str(each) for each in published(story, outgoing).missing] == ["还有 1 条不公开申请没有审批。"]
