"""Does the command line say clearly what can be done, and what was wrong?"""

import os
import socket
import subprocess
import sys

import pytest

from bihuan.site.cli import COMMANDS


def test_the_help_names_every_command_and_shows_examples(run):
    answer = run("--help")

    assert answer.code == 0
    assert [name for name in COMMANDS if f"\n  {name} " not in answer.out] == []
    assert "bihuan read 反馈意见.docx" in answer.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(run, name):
    answer = run(name, "--help") if name != "manage" else run("--help")

    assert answer.code == 0
    assert f"bihuan {name if name != 'manage' else 'read'}" in answer.out


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["reed"], "bihuan: No such command 'reed'.（用法：bihuan --help）"),
        (["read"], "bihuan: Missing argument 'FILE'.（用法：bihuan read --help）"),
        (["read", "缺失.docx"], "bihuan: 找不到文件 缺失.docx，请检查路径。"),
        (["read", "/"], "bihuan: / 是目录，请写一个文件。"),
        (
            ["read", "-", "--feedback-date", "2026-02-30"],
            "bihuan: Invalid value for '--feedback-date': “2026-02-30”不是日期，请写成 2026-03-31 的样子。"
            "（用法：bihuan read --help）",
        ),
        (
            ["serve", "--bind", "8000x"],
            "bihuan: Invalid value for '--bind': “8000x”不是地址，请写成 127.0.0.1:8000 的样子。"
            "（用法：bihuan serve --help）",
        ),
    ],
)
def test_bad_input_is_one_line_on_standard_error_and_exit_code_2(run, words, complaint):
    answer = run(*words)

    assert (answer.code, answer.out, answer.err) == (2, "", complaint + "\n")


def test_an_old_word_file_without_libreoffice_and_a_broken_picture_are_bad_input(run, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    (tmp_path / "意见.rtf").write_bytes(b"{\\rtf1 x}")
    (tmp_path / "照片.jpg").write_bytes(b"\xff\xd8\xff")
    answers = [run("read", str(tmp_path / name)) for name in ("意见.rtf", "照片.jpg")]

    assert [(answer.code, answer.out, answer.err) for answer in answers] == [
        (2, "", "bihuan: 意见.rtf: 没有安装 LibreOffice，请另存为 .docx 再上传。\n"),
        (2, "", "bihuan: 照片.jpg: 文件不完整或已损坏，请重新取得原件，或用 Word、WPS 打开后另存一份再上传。\n"),
    ]


def test_serve_refuses_a_port_that_is_taken(run):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        answer = run("serve", "--bind", f"127.0.0.1:{port}")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(f"bihuan: 127.0.0.1:{port} 不能使用（可能已被另一个程序占用）")


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({"LANG": "C.UTF-8"}, "zh-hans"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "BIHUAN_LANGUAGE": "zh-hans"}, "zh-hans"),
        ({"LANG": "zh_CN.UTF-8", "BIHUAN_LANGUAGE": "en"}, "en"),
        ({}, "zh-hans"),
    ],
)
def test_the_language_is_the_chosen_one_else_that_of_the_shell(monkeypatch, environment, code):
    from bihuan.site import terminal

    for name in ("LANG", "LC_ALL", "LC_MESSAGES", "BIHUAN_LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert terminal.language() == code


def test_read_needs_neither_django_nor_a_data_folder(tmp_path):
    letter = "一、存在问题\n（一）学习不够深入。\n".encode()
    script = (
        "import sys; from bihuan.site.cli import main\n"
        "try: main()\nfinally: assert not any(name.split('.')[0] in ('django', 'psycopg') for name in sys.modules)"
    )
    environment = {**os.environ, "BIHUAN_DATA": str(tmp_path / "data")}

    ended = subprocess.run(
        [sys.executable, "-c", script, "read", "-"], input=letter, env=environment, capture_output=True, check=False
    )

    assert (ended.returncode, ended.stderr.decode()) == (0, "")
    assert not (tmp_path / "data").exists()
