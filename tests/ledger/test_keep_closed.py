"""After the close-out a standing measure asks for proof, date by date; who misses one rectifies again."""

from datetime import date, datetime, time

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from bihuan.ledger.actions.standing import end_rhythm, give_proof, reopen_missed, set_rhythm
from bihuan.ledger.models import Finding, Pass, Standing, StandingProof
from bihuan.people.viewer import System, viewer_of
from bihuan.rules.finding import Move
from bihuan.rules.life import Refusal
from tests.ledger.conftest import Walk, done

FIRST_DUE, LAST_DAY, NEXT_DUE = date(2026, 6, 2), date(2026, 6, 16), date(2026, 9, 2)
"""Three months after the close-out of 2 March 2026, the end of ten working days, and three months on."""


def moment(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(9)))


@pytest.fixture
def standing(walk: Walk) -> Finding:
    return walk.closed(standing=True)


def dates(finding: Finding) -> list[tuple[date, str]]:
    return list(StandingProof.objects.filter(standing__finding=finding).values_list("due", "status"))


def give(walk: Walk, finding: Finding, day: date, who: str = "handler", name: str = "巡查记录.txt", **said: object):
    said = {"note": "每月巡查，未见反弹。", "files": [ContentFile(day.isoformat().encode(), name)]} | said
    return give_proof(finding, by=viewer_of(getattr(walk.cast, who)), at=moment(day), **said)


def test_a_standing_finding_is_asked_for_proof_from_its_close_out_on(walk: Walk, standing: Finding, events):
    row = Standing.objects.get()

    assert (row.every, row.start, row.status) == (3, date(2026, 3, 2), "running")
    assert list(row.proofs.values_list("start", "due", "until", "status")) == [
        (date(2026, 3, 2), FIRST_DUE, LAST_DAY, "asked")
    ]
    assert events(standing)[-2:] == ["finding.closed", "standing.begun"]


def test_any_other_finding_is_not(walk: Walk):
    walk.closed()

    assert Standing.objects.count() == 0


def test_proof_in_time_moves_on_to_the_next_date(walk: Walk, standing: Finding, events):
    given = done(give(walk, standing, date(2026, 5, 20)))

    assert [paper.name for paper in given.papers.all()] == ["巡查记录.txt"]
    assert (given.given_by, given.note) == (walk.cast.handler, "每月巡查，未见反弹。")
    assert dates(standing) == [(FIRST_DUE, "given"), (NEXT_DUE, "asked")]
    assert events(standing)[-1] == "standing.proved"


@pytest.mark.parametrize(
    ("who", "said", "refusal"),
    [
        ("stranger", {}, ("who", "这一步不由您办理。", ())),
        ("handler", {"files": []}, ("what", "还差 1 项条件。", ("至少附一份佐证材料",))),
        ("handler", {"note": " "}, ("what", "请写明理由。", ())),
    ],
)
def test_proof_is_given_by_the_unit_in_words_and_papers(walk: Walk, standing: Finding, who, said, refusal):
    outcome = give(walk, standing, date(2026, 5, 20), who, **said)

    assert isinstance(outcome, Refusal)
    assert (outcome.kind, str(outcome.reason), tuple(str(each) for each in outcome.missing)) == refusal
    assert dates(standing) == [(FIRST_DUE, "asked")]


def test_the_next_proof_waits_until_the_date_of_this_one_has_passed(walk: Walk, standing: Finding):
    done(give(walk, standing, date(2026, 5, 20)))
    early = give(walk, standing, FIRST_DUE)
    late = give(walk, standing, date(2026, 6, 3))

    assert isinstance(early, Refusal)
    assert [str(each) for each in early.missing] == ["上一次的时限已过，这一次才能报送"]
    assert done(late).due == NEXT_DUE


def test_a_paper_with_a_secrecy_mark_is_no_proof(walk: Walk, standing: Finding):
    secret = ContentFile("机密★1年\n巡查记录".encode(), "记录.txt")
    outcome = give(walk, standing, date(2026, 5, 20), files=[secret])

    assert isinstance(outcome, Refusal)
    assert dates(standing) == [(FIRST_DUE, "asked")]


def test_a_date_without_proof_reopens_once_its_grace_is_over(walk: Walk, standing: Finding, events):
    in_grace = reopen_missed(walk.cast.county, by=System(), at=moment(LAST_DAY))
    after = reopen_missed(walk.cast.county, by=System(), at=moment(date(2026, 6, 17)))
    again = reopen_missed(walk.cast.county, by=System(), at=moment(date(2026, 6, 18)))

    finding = walk.fresh(standing)
    assert (in_grace, after, again) == (0, 1, 0)
    assert (finding.status, finding.holder, finding.closed_at) == ("rectifying", "head", None)
    assert dates(finding) == [(FIRST_DUE, "missed")]
    assert Standing.objects.get().status == "paused"
    assert Pass.objects.filter(finding=finding).last().by is None
    assert events(finding)[-2:] == ["finding.reopened", "standing.missed"]


def test_a_new_close_out_begins_the_rhythm_anew(walk: Walk, standing: Finding):
    walk.move(standing, Move.REOPEN, walk.cast.office, note="现场发现反弹")
    assert (dates(standing), Standing.objects.get().status) == ([(FIRST_DUE, "dropped")], "paused")
    walk.later(days=30)
    done(walk.move(standing, Move.APPLY, walk.cast.head, signed_name=walk.cast.head.name))
    done(walk.move(standing, Move.APPROVE, walk.cast.leader))
    done(walk.move(standing, Move.APPROVE, walk.cast.office))

    assert dates(standing) == [(FIRST_DUE, "dropped"), (date(2026, 7, 1), "asked")]


def test_the_office_changes_the_rhythm_and_ends_it_with_a_reason(walk: Walk, standing: Finding, events):
    office, at = viewer_of(walk.cast.office), moment(date(2026, 4, 1))
    done(set_rhythm(standing, 6, by=office, at=at, note="风险较低"))
    assert dates(standing) == [(FIRST_DUE, "dropped"), (date(2026, 10, 1), "asked")]
    silent = end_rhythm(standing, by=office, at=at, note=" ")
    done(end_rhythm(standing, by=office, at=at, note="机构撤并，事项终止"))

    assert isinstance(silent, Refusal)
    assert dates(standing)[-1] == (date(2026, 10, 1), "dropped")
    assert events(standing)[-2:] == ["standing.changed", "standing.ended"]


def test_the_office_may_ask_for_proof_of_any_closed_finding(walk: Walk):
    finding = walk.closed()
    head = set_rhythm(finding, 1, by=viewer_of(walk.cast.head), at=walk.later(), note="想定期报")
    done(set_rhythm(finding, 1, by=viewer_of(walk.cast.office), at=walk.later(), note="群众反映集中"))

    assert isinstance(head, Refusal)
    assert dates(finding) == [(date(2026, 4, 2), "asked")]
