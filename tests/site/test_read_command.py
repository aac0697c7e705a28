"""Does `bihuan read --taxonomy` read by the office's own aspects, and say where its file is wrong?"""

import json

import pytest

LETTER = (
    "关于巡视的反馈意见\n一、存在的主要问题\n（一）关于“学校食堂”检查情况\n1.采购台账缺失。\n2.留样制度执行不严。\n"
)
OWN = '"统一名称" = ["民生专项"]\n["民生专项"]\n"校园餐" = "学校食堂"\n'


@pytest.fixture
def letter(tmp_path) -> str:
    (tmp_path / "意见.txt").write_text(LETTER)
    return str(tmp_path / "意见.txt")


def aspects(out: str) -> set[str]:
    return {finding["aspect"] for finding in json.loads(out)["findings"]}


def test_the_aspects_are_those_of_the_file(run, letter, tmp_path):
    (tmp_path / "方面分类.txt").write_bytes(OWN.encode("gb18030"))

    by_own = run("read", letter, "--json", "--taxonomy", str(tmp_path / "方面分类.txt"))
    by_shipped = run("read", letter, "--json")

    assert (by_own.code, aspects(by_own.out)) == (0, {"校园餐"})
    assert (by_shipped.code, aspects(by_shipped.out) & {"校园餐"}) == (0, set())


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (OWN.replace("=", "＝").encode(), "第 1 行的写法不对，请写成 \"方面\" = \"写法/写法\"，引号和等号用英文的。"),
        (OWN.replace('"学校食堂"', '"校"').encode(), "第 3 行的写法“校”太短，每一段至少两个字。"),
        (b"PK\x03\x04\x00\x00\xff\xfe\x00\x01" * 9, "这不是文本文件。"),
    ],
    ids=["equals", "short", "binary"],
)  # fmt: skip
def test_a_file_that_cannot_be_used_is_one_line_with_its_place(run, letter, tmp_path, content, complaint):
    (tmp_path / "方面分类.txt").write_bytes(content)

    answer = run("read", letter, "--taxonomy", str(tmp_path / "方面分类.txt"))

    assert (answer.code, answer.out, answer.err) == (2, "", f"bihuan: 方面分类.txt: {complaint}\n")
