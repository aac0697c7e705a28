"""A paper is made of the record: whole or not at all, the same at the same moment, while nobody waits."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from bihuan.dispatch import maker
from bihuan.dispatch.actions import claims, drafting, making
from bihuan.dispatch.kinds import kinds
from bihuan.dispatch.models import Version, VersionFile
from bihuan.dispatch.queries.outgoing import versions_of
from bihuan.papers.queries import open_file
from bihuan.people.viewer import viewer_of
from bihuan.trail.queries import head_of, lines_of
from tests.cast import NOW
from tests.desk.conftest import reason

NOON = datetime(2026, 3, 5, 12, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


def at(monkeypatch, moment):
    monkeypatch.setattr(making.timezone, "now", lambda: moment)


def test_a_version_holds_its_files_its_moment_and_the_head_of_the_trail(desk, walk, monkeypatch):
    finding = walk.assigned()
    version = desk.put_down("ledger")
    head = head_of("yunling")[1]
    at(monkeypatch, NOON)

    assert maker.make_next()

    (seen,) = versions_of(desk.office, version.outgoing)
    assert (seen.label, seen.status, seen.done, seen.steps) == ("V1", "ready", 2, 2)
    assert (seen.at, seen.trail_head) == (NOON, head)
    assert [(file.ending, file.paper.name) for file in seen.files.all()] == [
        ("xlsx", "云岭县整改台账和三张清单 W-001 V1.xlsx")
    ]
    assert {"问题": ["1"], "措施": ["0"], "已销号": ["0"]}.items() <= seen.counts.items()
    row = next(line for line in seen.content if "row" in line)
    assert (row["row"], row["table"], dict(row["cells"])["具体表现" if finding.issue else "反馈问题"]) == (
        finding.ref, "整改台账", finding.text
    )  # fmt: skip


def test_the_same_moment_gives_the_same_bytes(desk, walk, monkeypatch):
    walk.rectifying()
    at(monkeypatch, NOON)
    for name in ("ledger", "register", "brief"):
        values = [kinds()[name].values(desk.office, desk.round, NOON) for _ in range(2)]
        for write in kinds()[name].write.values():
            assert write(values[0]) == write(values[1])


def test_another_version_says_what_the_record_says_now(desk, walk):
    outgoing = desk.made("ledger")
    walk.raised()
    drafting.draft_again(outgoing, by=desk.office, at=NOW)
    assert maker.make_next()

    newer, older = versions_of(desk.office, outgoing)
    assert (newer.label, newer.counts["问题"], older.label, older.counts["问题"]) == ("V2", ["1"], "V1", ["0"])


def test_what_goes_wrong_ends_in_a_sentence_and_leaves_no_file(desk, monkeypatch):
    version = desk.put_down("ledger")
    monkeypatch.setattr(making, "counts_for", lambda *_: 1 / 0)

    assert maker.make_next()

    version.refresh_from_db()
    assert (version.status, version.fault["text"]) == ("failed", making.BROKEN.text)
    assert VersionFile.objects.count() == 0


def test_a_called_off_version_is_not_made(desk, monkeypatch):
    version = desk.put_down("ledger")
    claimed = making.claim(at=NOW)
    drafting.cancel(version, by=desk.office, at=NOW)

    making.make_claimed(claimed)

    version.refresh_from_db()
    assert (version.status, VersionFile.objects.count()) == ("cancelled", 0)
    assert reason(drafting.cancel(version, by=desk.office, at=NOW)) == "这一版已经生成或已经取消。"


def test_what_a_lost_server_was_making_is_made_by_the_next(desk):
    version = desk.put_down("ledger")
    assert making.claim(at=timezone.now()) == version
    assert making.claim(at=timezone.now()) is None
    assert making.claim(at=timezone.now() + claims.LEASE + timedelta(minutes=1)) == version

    assert making.put_back() == 1
    assert maker.make_next()
    assert Version.objects.get().status == "ready"


def test_a_version_that_was_lost_too_often_stops(desk):
    version = desk.put_down("ledger")
    Version.objects.update(tries=making.TRIES)
    assert maker.make_next()
    version.refresh_from_db()
    assert version.fault["text"] == making.LOST.text


def test_only_the_office_drafts_and_only_what_is_offered(desk, cast):
    head = viewer_of(cast.head)
    refused = drafting.open_outgoing(desk.round, kinds()["ledger"], {}, by=head, at=NOW)
    nothing = drafting.open_outgoing(desk.round, kinds()["handover"], {"ref": "H-009"}, by=desk.office, at=NOW)
    assert reason(refused) == "文稿由整改办拟制，请与整改办联系。"
    assert reason(nothing) == "“哪张清单”没有可选的内容，或所选的已经不在；请重新选择。"


def test_every_step_leaves_a_line(desk):
    outgoing = desk.made("brief", day=timezone.localdate().isoformat())
    lines = [line.event for line in reversed(lines_of("yunling", outgoing.ref))]
    assert lines == ["outgoing.opened", "outgoing.made"]
    (version,) = versions_of(desk.office, outgoing)
    assert [file.ending for file in version.files.all()] == ["docx", "pdf"]
    with open_file(version.files.get(ending="docx").paper) as file:
        assert file.read().startswith(b"PK")
