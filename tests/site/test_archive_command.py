"""Does `bihuan archive` write a whole archive for who may have it, and no file for anybody else?"""

import pytest

from bihuan.papers import store
from bihuan.trail.queries import lines_of
from tests.dispatch.archived import manifest
from tests.ledger.conftest import _papers_in_a_folder_of_their_own, round, walk  # noqa: F401


@pytest.fixture
def file(tmp_path):
    (tmp_path / "out").mkdir()
    return tmp_path / "out" / "R1.zip"


def test_the_archive_is_written_and_told_of(run, walk, file):  # noqa: F811
    walk.closed()
    answer = run("archive", "--round", "R1", "-o", str(file), "--as", "supervisor")

    count = len(manifest(file.read_bytes())["files"]) + 1
    line = lines_of("yunling", "R1")[0]
    assert (answer.code, answer.out.splitlines()) == (
        0, [f"已写入 {file}：{count} 个文件。", f"清单校验值 {line.after['manifest']}"]
    )  # fmt: skip
    assert (line.event, line.actor) == ("archive.written", "supervisor")


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--round", "R1", "--as", "head"], "bihuan: 归档包由整改办或监督人员制作。"),
        (["--round", "R9", "--as", "office"], "bihuan: 没有轮次 R9。现有轮次：R1。"),
    ],
)
def test_who_may_not_have_it_gets_no_file(run, walk, file, words, complaint):  # noqa: F811
    answer = run("archive", "-o", str(file), *words)

    assert (answer.code, answer.err, list(file.parent.iterdir())) == (2, complaint + "\n", [])


def test_it_is_a_zip(run, walk, file):  # noqa: F811
    answer = run("archive", "--round", "R1", "-o", str(file.with_suffix(".rar")), "--as", "office")

    assert (answer.code, answer.err) == (2, "bihuan: 归档包是压缩包，请让文件名以 .zip 结尾。\n")


def test_what_is_lost_is_named_and_the_rest_is_written(run, walk, file):  # noqa: F811
    paper = walk.closed().measures.get().evidence.get().paper
    store.place("yunling", paper.hash).unlink()
    answer = run("archive", "--round", "R1", "-o", str(file), "--as", "office")

    assert (answer.code, file.exists()) == (1, True)
    assert answer.err.splitlines()[-1] == "bihuan: 有 1 个文件缺失或被改动：evidence/F-001/P-0001.pdf。"
