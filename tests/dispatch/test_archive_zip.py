"""The archive of a round: everything of it by its place, the same for the same moment, nothing for who may not."""

import json

import pytest

from bihuan.dispatch.actions.archive import write_out
from bihuan.papers import store
from bihuan.people.viewer import viewer_of
from bihuan.rounds.actions import open_round
from bihuan.rules.letter import Move
from bihuan.trail.models import Line
from tests.cast import NOW, Cast
from tests.desk.conftest import reason
from tests.dispatch.archived import manifest, opened, packed
from tests.ledger.conftest import Walk, done
from tests.watch.letters import Post

MADE = [
    "check.py", "contents.docx", "contents.xlsx", "index.css", "index.html", "ledger.json", "ledger.xlsx",
    "register.xlsx", "trail.jsonl",
]  # fmt: skip


def test_an_empty_round_is_a_whole_archive(cast: Cast, walk: Walk):
    content = packed(walk.round, cast.office)

    assert [each["path"] for each in manifest(content)["files"]] == MADE
    assert sorted(opened(content).namelist()) == sorted([*MADE, "manifest.json"])


def test_proofs_lie_by_finding_and_papers_by_version(desk, walk: Walk):
    walk.closed()
    issued = desk.issued("ledger")
    content = packed(walk.round, desk.cast.supervisor)
    (version,) = issued.versions.all()
    paper = version.files.get().paper

    rest = {each["path"]: each for each in manifest(content)["files"] if each["path"] not in MADE}
    assert sorted(rest) == ["evidence/F-001/P-0001.pdf", "papers/W-001/V1.xlsx"]
    assert rest["papers/W-001/V1.xlsx"] == {
        "path": "papers/W-001/V1.xlsx", "sha256": paper.hash, "size": paper.size, "ref": paper.ref
    }  # fmt: skip
    assert opened(content).read("evidence/F-001/P-0001.pdf") == b"proof"


def test_letters_to_slow_units_lie_there_once_they_were_issued(cast: Cast, walk: Walk):
    post = Post(walk, walk.rectifying())
    issued, recalled = post.issued(), post.issued()
    post.drafted()
    done(post.move(recalled, Move.RECALL, cast.office, "写错了单位。"))
    content = packed(walk.round, cast.office)

    rest = [each["path"] for each in manifest(content)["files"] if each["path"] not in MADE]
    assert rest == ["supervision/L-001.docx", "supervision/L-002.docx"]
    assert opened(content).read("supervision/L-001.docx") == store.open_bytes("yunling", issued.paper.hash).read()


def test_the_trail_is_there_up_to_the_moment_and_no_further(cast: Cast, walk: Walk):
    walk.closed()
    before = Line.objects.filter(organisation="yunling").count()
    content = packed(walk.round, cast.office)

    trail = manifest(content)["trail"]
    lines = [json.loads(line) for line in opened(content).read("trail.jsonl").splitlines()]
    assert (trail["lines"], len(lines), lines[-1]["hash"]) == (before, before, trail["head"])
    assert {line["organisation"] for line in lines} == {"yunling"}
    line = Line.objects.filter(organisation="yunling").first()
    assert (line.event, line.subject, line.after["manifest"]) == ("archive.written", "R1", line.after["manifest"])
    assert set(line.after) == {"files", "size", "hash", "manifest", "lost"}


def test_the_ledger_is_there_as_values(cast: Cast, walk: Walk):
    finding = walk.closed()
    ledger = json.loads(opened(packed(walk.round, cast.office)).read("ledger.json"))

    assert (ledger["organisation"], ledger["round"], ledger["as_of"]) == ("云岭县", "R1", "2026-03-02T09:00:00+08:00")
    (row,) = ledger["findings"]
    assert (row["ref"], row["text"], row["status"]) == (finding.ref, finding.text, "已销号")
    assert [measure["text"] for measure in row["measures"]] == ["修订村级资金管理办法"]


def test_the_first_page_links_each_file_and_says_that_the_round_still_runs(cast: Cast, walk: Walk):
    walk.closed()
    content = packed(walk.round, cast.office)
    page = opened(content).read("index.html").decode()

    for each in manifest(content)["files"]:
        path = each["path"]
        assert path in ("check.py", "index.html", "trail.jsonl") or f'href="{path}"' in page, path
    assert "制作时本轮尚未办结。" in page
    assert "F-001 镇村两级资金监管不严" in page
    assert "<script" not in page


def test_the_same_moment_gives_the_same_bytes(cast: Cast, walk: Walk, monkeypatch):
    walk.closed()
    monkeypatch.setattr("bihuan.dispatch.actions.archive.record", lambda *_, **__: None)

    assert packed(walk.round, cast.office) == packed(walk.round, cast.office)


def test_another_round_has_no_part_in_it(cast: Cast, walk: Walk):
    walk.closed()
    office = viewer_of(cast.office)
    kind, level = walk.round.kind, walk.round.level
    words = {
        "title": "市委巡察",
        "kind": kind,
        "level": level,
        "group": "市委第一巡察组",
        "ruleset": "province-6-months",
    }
    other = done(open_round(cast.county, **words, by=office, at=NOW))

    content = packed(other, cast.office)
    assert [each["path"] for each in manifest(content)["files"]] == MADE
    assert json.loads(opened(content).read("ledger.json"))["findings"] == []


@pytest.mark.parametrize("who", ["first", "leader", "head", "handler", "stranger"])
def test_only_the_office_and_the_supervisor_make_one(cast: Cast, walk: Walk, who: str):
    refused = write_out(walk.round, None, by=viewer_of(getattr(cast, who)), at=NOW, step=None)

    assert reason(refused) == "归档包由整改办或监督人员制作。"


def test_the_office_of_another_county_makes_none(cast: Cast, walk: Walk):
    refused = write_out(walk.round, None, by=viewer_of(cast.outsider), at=NOW, step=None)

    assert reason(refused) == "只能为本单位的轮次制作归档包。"


def test_what_the_data_folder_has_lost_is_named(cast: Cast, walk: Walk):
    finding = walk.closed()
    proof = finding.measures.get().evidence.get().paper
    store.place("yunling", proof.hash).unlink()
    content = packed(walk.round, cast.office)

    assert manifest(content)["lost"] == ["evidence/F-001/P-0001.pdf"]
    assert "下列文件在制作时已经缺失" in opened(content).read("index.html").decode()
    assert Line.objects.filter(organisation="yunling").first().after["lost"] == ["evidence/F-001/P-0001.pdf"]
