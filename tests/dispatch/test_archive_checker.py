"""The checker of an archive: it finds a whole one whole, and names each thing that somebody did to it."""

import hashlib
import json
import zipfile

import pytest

from bihuan.papers import store
from tests.cast import Cast
from tests.dispatch.archived import check, faults, packed, unpacked
from tests.ledger.conftest import Walk

PROOF = "evidence/F-001/P-0001.pdf"
CHANGED = "[✗ 内容被改动 / changed]"


@pytest.fixture
def content(cast: Cast, walk: Walk) -> bytes:
    walk.closed()
    return packed(walk.round, cast.office)


@pytest.fixture
def folder(content, tmp_path):
    return unpacked(content, tmp_path / "unpacked")


def rewritten(folder, change) -> None:
    """The trail after somebody has been at its lines."""
    path = folder / "trail.jsonl"
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in change(lines))
    path.write_text(text, encoding="utf-8")


def test_a_whole_archive_is_whole_line_by_line(folder):
    code, lines = check(folder / "check.py")

    count = len((folder / "trail.jsonl").read_bytes().splitlines())
    assert code == 0
    assert lines[0] == "云岭县 R1 省委巡视 · 2026-03-02T09:00:00+08:00"
    assert [line for line in lines if line.startswith("[")] == [
        *(f"[完好 / whole] {path}" for path in (
            "check.py", "contents.docx", "contents.xlsx", PROOF, "index.css", "index.html", "ledger.json",
            "ledger.xlsx", "register.xlsx", "trail.jsonl",
        )),
        f"[{count} 条留痕前后衔接 / {count} lines follow one another] trail.jsonl",
        "[1 个文件与收存时的留痕一致 / 1 files are as the trail noted them] manifest.json",
    ]  # fmt: skip
    assert lines[-2:] == ["完整：12 处全部完好。", "WHOLE: all 12 hold."]


def test_the_zip_itself_is_checked_without_unpacking(content, folder, tmp_path):
    (tmp_path / "R1.zip").write_bytes(content)

    code, lines = check(folder / "check.py", tmp_path / "R1.zip")
    assert (code, lines[-1]) == (0, "WHOLE: all 12 hold.")


def test_a_changed_file_is_named(folder):
    (folder / PROOF).write_bytes(b"other")

    assert faults(folder) == [f"{CHANGED} {PROOF}"]


def test_a_removed_and_an_added_file_are_named(folder):
    (folder / PROOF).rename(folder / "evidence" / "F-001" / "P-0009.pdf")

    assert faults(folder) == [
        f"[✗ 缺失 / missing] {PROOF}",
        "[✗ 多出来的文件 / added] evidence/F-001/P-0009.pdf",
    ]


def test_a_changed_line_of_the_trail_is_named(folder):
    rewritten(folder, lambda lines: [*lines[:4], {**lines[4], "actor": "other"}, *lines[5:]])

    assert faults(folder) == [f"{CHANGED} trail.jsonl", f"{CHANGED} trail.jsonl 5"]


def test_a_removed_line_of_the_trail_is_named(folder):
    rewritten(folder, lambda lines: lines[:4] + lines[5:])

    assert faults(folder)[1:] == [
        "[✗ 前面缺失或多出，应为第 5 条 / removed or added before it: should be line 5] trail.jsonl 6",
    ]


def test_a_trail_that_was_cut_off_is_named(folder):
    rewritten(folder, lambda lines: lines[:-1])

    assert faults(folder)[1:] == ["[✗ 末尾与清单不符 / its end is not the one on the list] trail.jsonl"]


def test_a_file_that_was_put_on_the_list_instead_is_not_what_the_trail_noted(folder):
    (folder / PROOF).write_bytes(b"other")
    listed = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    (entry,) = (each for each in listed["files"] if each["path"] == PROOF)
    entry["sha256"] = hashlib.sha256(b"other").hexdigest()
    (folder / "manifest.json").write_text(json.dumps(listed), encoding="utf-8")

    assert faults(folder) == [
        f"[✗ 与收存时的留痕不符 / not what the trail noted when it came in] {PROOF} P-0001",
    ]


def test_what_was_lost_before_is_told_apart(cast: Cast, walk: Walk, tmp_path):
    paper = walk.closed().measures.get().evidence.get().paper
    store.place("yunling", paper.hash).unlink()
    folder = unpacked(packed(walk.round, cast.office), tmp_path / "unpacked")

    assert faults(folder) == [f"[✗ 制作归档包时已缺失或已改动 / missing or changed when the archive was made] {PROOF}"]


def test_a_damaged_zip_ends_in_sentences(content, folder, tmp_path):
    damaged = content.replace(b"proof", b"prooF", 1)
    (tmp_path / "damaged.zip").write_bytes(damaged)
    (tmp_path / "cut.zip").write_bytes(content[:1000])
    with zipfile.ZipFile(tmp_path / "none.zip", "w") as other:
        other.writestr("readme.txt", "")

    assert [check(folder / "check.py", "--faults", tmp_path / name)[1][-3] for name in ("cut.zip", "none.zip")] == [
        f"[✗ 不是归档包，或打不开 / not an archive, or it cannot be opened] {tmp_path / 'cut.zip'}",
        "[✗ 清单缺失或读不出 / the list of files is missing or cannot be read] manifest.json",
    ]
    code, lines = check(folder / "check.py", "--faults", tmp_path / "damaged.zip")
    assert (code, f"{CHANGED} {PROOF}" in lines) == (1, True)
