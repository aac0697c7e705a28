"""A paper goes from draft to issue and back: approved by whom its kind asks, numbered, frozen, recalled."""

from dataclasses import replace

from bihuan.dispatch.actions import drafting, moves, words
from bihuan.dispatch.kinds import kinds
from bihuan.dispatch.models import Outgoing, VersionFile
from bihuan.dispatch.queries import outgoing as queries
from bihuan.people.viewer import viewer_of
from bihuan.rules.dispatch import Move
from bihuan.rules.life import Refusal
from bihuan.rules.people import Role
from bihuan.trail.queries import lines_of
from tests.cast import NOW
from tests.desk.conftest import done, reason


def test_a_paper_is_numbered_when_it_is_issued_per_year_and_kind(desk):
    first, second, other = desk.issued("ledger"), desk.issued("ledger"), desk.issued("register")
    assert [row.serial_words for row in (first, second, other)] == [
        "整改台账和三张清单〔2026〕1号",
        "整改台账和三张清单〔2026〕2号",
        "资料调阅登记表〔2026〕1号",
    ]
    assert [line.event for line in reversed(lines_of("yunling", first.ref))] == [
        "outgoing.opened",
        "outgoing.made",
        "outgoing.submitted",
        "outgoing.approved",
        "outgoing.addressed",
        "outgoing.issued",
    ]
    line = lines_of("yunling", first.ref)[0]
    paper = VersionFile.objects.get(version__outgoing=first).paper
    assert line.after["hashes"] == [f"xlsx {paper.hash}"]
    assert (line.after["serial"], line.after["receivers"]) == (first.serial_words, ["松河镇", "何青"])


def test_the_organisation_chooses_the_words_of_its_numbers(desk):
    before = desk.issued("ledger")
    done(words.change_words({"ledger": "云巡改"}, by=desk.office, at=NOW))
    after = desk.issued("ledger")

    assert (desk.fresh(before).serial_words, after.serial_words) == (
        "整改台账和三张清单〔2026〕1号",
        "云巡改〔2026〕2号",
    )
    done(words.change_words({"ledger": " "}, by=desk.office, at=NOW))
    assert queries.number_words(desk.cast.county)["ledger"] == "整改台账和三张清单"
    assert reason(words.change_words({}, by=desk.leader, at=NOW)) == "发文字号由整改办设置。"


def test_what_was_submitted_gets_no_other_version_until_it_is_returned(desk):
    row = desk.submitted()
    refused = drafting.draft_again(row, by=desk.office, at=NOW)
    assert reason(refused) == "文稿已不在拟稿状态，不能再换版本；要修改，请先退回。"

    assert reason(desk.move(row, Move.RETURN, desk.cast.leader)) == "请写明理由。"
    row = done(desk.move(row, Move.RETURN, desk.cast.leader, "数字请再核对"))
    assert row.status == "draft"
    assert not isinstance(drafting.draft_again(row, by=desk.office, at=NOW), Refusal)
    assert desk.move(row, Move.SUBMIT).missing[0].text == "最新一版已经生成"


def test_who_approves_depends_on_the_kind(desk, monkeypatch):
    row = desk.submitted()
    assert desk.move(row, Move.APPROVE).kind == "who"
    firsts = {**kinds(), "ledger": replace(kinds()["ledger"], approver=Role.FIRST)}
    monkeypatch.setattr(queries, "kinds", lambda: firsts)

    assert desk.move(row, Move.APPROVE, desk.cast.leader).kind == "who"
    assert queries.waiting_for(desk.leader) == []
    assert queries.waiting_for(viewer_of(desk.cast.first)) == [row]
    assert done(desk.move(row, Move.APPROVE, desk.cast.first)).approved_by == desk.cast.first


def test_a_paper_that_goes_to_nobody_is_not_issued(desk):
    assert desk.move(desk.approved(), Move.ISSUE).missing[0].text == "已列出发给哪些单位或人员"


def test_what_was_issued_is_recalled_with_a_reason_and_keeps_its_number(desk):
    row = desk.issued()
    assert reason(desk.move(row, Move.RECALL)) == "请写明理由。"
    row = done(desk.move(row, Move.RECALL, note="附表有误，另发新文"))
    assert (row.status, row.reason, row.serial) == ("recalled", "附表有误，另发新文", 1)
    assert desk.issued().serial == 2


def test_a_draft_is_dropped_with_a_reason_and_its_making_with_it(desk):
    version = desk.put_down("ledger")
    row = done(desk.move(version.outgoing, Move.DROP, note="重复"))
    version.refresh_from_db()
    assert (row.status, version.status) == ("dropped", "cancelled")


def test_another_county_has_no_part_in_it(desk, cast):
    row = desk.submitted()
    outsider = viewer_of(cast.outsider)
    assert moves.move(row, Move.RETURN, by=outsider, at=NOW, note="x").kind == "who"
    assert list(queries.outgoing_for(outsider)) == []
    assert Outgoing.objects.get().status == "submitted"
