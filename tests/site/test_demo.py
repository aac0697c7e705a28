"""Is the demonstration county full, true to the rules, and safe from a second start? Built once for this module."""

from collections import Counter
from datetime import UTC, datetime

import pytest
from django.db import transaction
from django.db.models import Count, Q
from django.test import Client, override_settings
from django.utils import timezone

from bihuan.desk.models import (
    Brief,
    CheckSheet,
    Distribution,
    Errand,
    Handover,
    HandoverItem,
    Interview,
    Material,
    Meeting,
    Request,
    Visit,
)
from bihuan.desk.queries.errands import LACKING
from bihuan.desk.queries.handovers import still_out
from bihuan.ledger.models import Evidence, Extension, Finding, Intake, Measure, Origin, Pause, Standing
from bihuan.ledger.models import Meeting as RectificationMeeting
from bihuan.ledger.queries.findings import findings_for, waiting_for
from bihuan.ledger.queries.review import review_queue
from bihuan.papers.models import Paper
from bihuan.people.belongings import belongings
from bihuan.people.models import Account, Organisation, Unit
from bihuan.people.viewer import Viewer, viewer_of
from bihuan.rounds.models import Round
from bihuan.rounds.queries import current_round
from bihuan.rules.finding import Partly, Status
from bihuan.rules.request import Status as RequestStatus
from bihuan.rules.request_time import is_late
from bihuan.rules.warnings import Key, colour_of
from bihuan.site import demo
from bihuan.trail.models import Line
from bihuan.trail.queries import head_of, verify
from bihuan.watch.models import Letter, Summons
from bihuan.watch.queries.colours import scheme_of

NOW = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)
TODAY = timezone.localdate(NOW)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("county")]


@pytest.fixture(scope="module")
def county(django_db_setup, django_db_blocker, tmp_path_factory):
    """The organisation, built in a transaction around those of the tests, undone after the last of them."""
    media = tmp_path_factory.mktemp("papers")
    key = media / "interviews.key"
    with (
        django_db_blocker.unblock(),
        override_settings(MEDIA_ROOT=media, INTERVIEW_KEY=key),
        transaction.atomic(),
    ):
        demo.build(lambda *told: None, now=NOW)
        yield Organisation.objects.get(is_demo=True)
        transaction.set_rollback(True)


def person(username: str) -> Viewer:
    return viewer_of(Account.objects.select_related("organisation").get(username=username))


def test_it_has_the_size_of_a_county():
    assert (Unit.objects.count(), Account.objects.count()) == (63, 124)
    assert Counter(Finding.objects.values_list("round__number", flat=True)) == {1: 40, 2: 80, 3: 4}
    assert Measure.objects.count() == 379
    assert Paper.objects.count() > 300


def test_its_trail_is_whole_and_only_goes_forward_in_time(county):
    moments = list(Line.objects.order_by("number").values_list("at", flat=True))

    assert list(verify(county.code))[-1].broken_at is None
    assert moments == sorted(moments)
    assert moments[-1] < NOW


def test_one_round_is_over_one_is_in_its_six_months_and_one_has_its_group_on_site():
    first, second, third = Round.objects.order_by("number")

    assert (first.finished_on is not None, second.finished_on, third.finished_on) == (True, None, None)
    assert 90 < (TODAY - second.feedback_on).days < 120
    assert third.entry_on < TODAY < third.leaving_on
    assert current_round(person("office")) == third


def test_the_desk_of_the_group_on_site_has_requests_in_every_state():
    requests = Request.objects.filter(round__number=3)
    found = Counter(requests.values_list("status", flat=True))

    assert set(found) == set(RequestStatus)
    assert (requests.count(), found["closed"], found["objected"]) == (153, 83, 5)
    assert requests.filter(objections_count=2).count() == 3
    assert requests.exclude(moved_due_at=None).exists()
    assert requests.filter(answers__reused=True).count() == 14
    assert requests.filter(returns_count__gt=0).count() > 8
    assert len([row for row in requests if is_late(RequestStatus(row.status), row.due, NOW)]) == 6


def test_the_desk_has_something_of_every_page():
    counted = {model.__name__: model.objects.count() for model in (Visit, Meeting, Interview, Brief, Distribution)}

    assert counted == {"Visit": 12, "Meeting": 4, "Interview": 40, "Brief": 6, "Distribution": 2}
    assert 180 <= Material.objects.count() <= 220
    assert 36 <= Handover.objects.count() <= 46
    assert HandoverItem.objects.filter(reissued=True).count() > 20
    assert still_out(person("office"), None).exists()
    assert set(CheckSheet.objects.values_list("status", flat=True)) == {"open", "signed", "returned"}
    assert Errand.objects.filter(LACKING).count() == 1


def test_fixes_and_what_units_found_themselves_stand_in_the_ledger_with_where_they_came_from():
    found = Finding.objects.filter(round__number=3).order_by("number")

    assert [(row.origin, row.immediate, row.origin_ref[:2]) for row in found] == [
        ("self", False, "S-"),
        ("self", False, "S-"),
        ("request", True, "R-"),
        ("request", True, "R-"),
    ]


def test_the_running_round_has_findings_in_every_state():
    found = Counter(Finding.objects.filter(round__number=2).values_list("status", flat=True))

    assert set(found) == set(Status)
    assert found == {"rectifying": 31, "closed": 22, "under_review": 9, "claimed": 5, "unclaimed": 5, "planned": 4,
                     "disputed": 4}  # fmt: skip


def test_the_finished_round_is_closed_but_for_two_findings_that_were_reopened(county):
    left = Finding.objects.filter(round__number=1).exclude(status=Status.CLOSED).order_by("number")

    lines = Line.objects.filter(organisation=county.code, subject__in=[each.ref for each in left])
    reopened = lines.filter(event="finding.reopened").values_list("actor", flat=True)
    assert sorted(reopened) == ["supervisor", "system"]
    assert {each.status for each in left} == {"rectifying"}


def test_closed_findings_are_kept_closed_by_proof_and_one_was_missed():
    fates = [
        (standing.status, Counter(standing.proofs.values_list("status", flat=True)))
        for standing in Standing.objects.order_by("start").prefetch_related("proofs")
    ]

    assert [status for status, _proofs in fates] == ["running", "running", "paused", "running"]
    assert fates[0][1]["given"] >= 4
    assert [dict(proofs) for _status, proofs in fates[1:]] == [{"given": 2, "asked": 1}, {"missed": 1}, {"asked": 1}]


def test_six_meetings_were_planned_and_four_held():
    found = RectificationMeeting.objects.values_list("status", "planned_on")

    assert Counter(status for status, _on in found) == {"held": 4, "planned": 2}
    assert [on < TODAY for status, on in found if status == "planned"] == [True, False]


def test_every_finding_has_its_place_in_the_letter_or_the_ledger():
    lost = Finding.objects.filter(origin=Origin.LETTER).filter(
        Q(source=None) | Q(source_block=None) | Q(source_quote="")
    )

    assert list(lost) == []
    assert [(each.round.number, each.kind, each.status) for each in Intake.objects.order_by("made_at")] == [
        (1, "ledger", "confirmed"),
        (2, "feedback", "confirmed"),
        (2, "feedback", "open"),
    ]


def test_there_is_something_of_everything():
    running = Finding.objects.filter(round__number=2)

    assert running.exclude(status=Status.CLOSED).filter(deadline__lt=TODAY).count() >= 5
    assert running.filter(status=Status.DISPUTED, disputes_count=2, holder="leader").count() == 2
    assert running.filter(settled_finally=True).count() == 1
    assert set(Finding.objects.values_list("returns_count", flat=True)) == {0, 1, 2}
    assert set(running.values_list("partly", flat=True)) == set(Partly)
    assert running.filter(immediate=True, status=Status.CLOSED).exists()
    assert running.filter(standing=True, in_intensive=False).exists()
    assert running.filter(key=True, leader__username="first").exists()
    assert running.filter(lead_unit=None, holder="office").count() == 2


def test_letters_stand_at_every_step_and_one_head_was_summoned():
    letters = Letter.objects.filter(round__number=2)

    assert Counter(letters.values_list("status", flat=True)) == {
        "closed": 1, "answered": 1, "signed": 3, "recalled": 1, "issued": 1, "approved": 1, "pending": 1, "draft": 1,
    }  # fmt: skip
    assert set(letters.values_list("step", flat=True)) == {
        "notice", "guidance", "reminder", "admonition", "accountability",
    }  # fmt: skip
    (summons,) = Summons.objects.all()
    assert {finding.due for finding in summons.findings.all()} == {summons.term}


def test_one_measure_was_copied_from_another_unit_and_no_other():
    copied = (
        Measure.objects.values("text").annotate(units=Count("finding__lead_unit", distinct=True)).filter(units__gt=1)
    )

    assert [(each["text"], each["units"]) for each in copied] == [
        ("制定村务公开目录，每季度末公开财务收支并接受群众查询", 2)
    ]


def test_proof_is_of_every_sort():
    early = [proof for proof in Evidence.objects.select_related("measure__finding__round", "paper")
             if proof.document_date < proof.measure.finding.round.feedback_on]  # fmt: skip
    papers = Paper.objects.annotate(proves=Count("used_as_evidence__measure__finding", distinct=True))

    assert early
    assert [proof for proof in early if not proof.explanation] == []
    assert papers.filter(proves__gt=1).exists()
    proving = papers.filter(proves__gt=0).values_list("name", flat=True)
    assert {name.rpartition(".")[2] for name in proving} == {"docx", "txt"}


def test_a_new_rule_bears_the_number_that_its_proof_names():
    rules = Evidence.objects.filter(is_rule=True).select_related("paper")

    assert len(rules) > 50
    assert [proof.paper.name for proof in rules if proof.issue_number not in proof.paper.text] == []


@pytest.mark.parametrize("username", demo.ROLES)
def test_every_demo_account_signs_in_with_the_printed_password(username):
    client = Client()

    answer = client.post("/sign-in/", {"username": username, "password": demo.PASSWORD})

    assert answer.status_code in (302, 303)
    assert client.session["_auth_user_id"] == str(Account.objects.get(username=username).pk)


@pytest.mark.parametrize(
    ("username", "waiting"), [("first", 2), ("leader", 5), ("office", 5), ("head", 5), ("handler", 5)]
)
def test_real_work_waits_for(username, waiting):
    assert waiting_for(person(username)).count() >= waiting


def test_each_reviewer_has_what_only_that_role_decides():
    office, leader, first = (review_queue(person(name)) for name in ("office", "leader", "first"))

    assert (len(office.disputes), len(office.partly), len(office.closeouts)) == (2, 2, 3)
    assert [item.finding.disputes_count for item in leader.disputes] == [2]
    assert (len(leader.plans), len(leader.closeouts)) == (3, 3)
    assert [item.finding.key for item in first.closeouts] == [True, True]


def test_its_findings_are_green_yellow_and_red(county):
    scheme = scheme_of(county)
    dues = Finding.objects.exclude(status=Status.CLOSED).values_list("due", flat=True)
    found = Counter(colour.key for due in dues if (colour := colour_of(scheme, due, today=TODAY)))

    assert {Key.GREEN, Key.YELLOW, Key.RED} <= set(found)


def test_more_time_was_granted_once_refused_once_and_is_asked_for_once():
    rows = list(Extension.objects.filter(kind="asked").order_by("status").select_related("finding"))

    assert [row.status for row in rows] == ["approved", "asked", "refused"]
    assert [row.finding.due == row.wanted for row in rows] == [True, False, False]
    assert len({row.finding.lead_unit_id for row in rows}) == 3


def test_the_clock_stood_still_while_approvers_had_findings():
    assert Pause.objects.count() > 20
    assert Pause.objects.filter(days__lte=0).count() == 0
    assert {row.holder for row in Pause.objects.all()} >= {"leader", "office"}


def test_one_person_handed_everything_on_and_both_signed(county):
    line = Line.objects.get(organisation=county.code, event="account.handed_on")
    leaver, successor = (Account.objects.get(name=line.after[name]) for name in ("signed_leaver", "successor"))

    assert (line.subject, line.after["signed_successor"], line.after["count"] > 0) == (
        leaver.username, successor.name, True,
    )  # fmt: skip
    assert leaver.username not in demo.ROLES
    assert belongings(leaver) == []


def test_the_stranger_sees_only_the_archive():
    assert {finding.lead_unit.name for finding in findings_for(person("stranger"))} == {"县档案馆"}


def test_a_second_start_prints_the_accounts_and_changes_nothing(run, county):
    before = head_of(county.code)

    answer = run("demo")

    assert (answer.code, head_of(county.code)) == (0, before)
    assert answer.out.startswith("演示县已经载入过，没有改动任何内容。\n演示账号（初始密码都是 Yunling-2026-demo）：\n")
    assert "  first       第一责任人 · 沈怀澄 · 云岭县 县委书记\n" in answer.out
