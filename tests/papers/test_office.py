"""Is an old Word file handed to LibreOffice and nothing else, safely, and is every failure one sentence?"""

import io
import os
import struct
import zipfile
from pathlib import Path

import pytest

from bihuan.papers.office import old_word, readable
from bihuan.reading.blocks import Unreadable
from bihuan.reading.formats.containers import File
from tests.reading.formats.made_docx import docx, p

RTF = b"{\\rtf1 x}"
LETTER = docx(p("（一）责任不实。"))


def doc(stream: str = "WordDocument") -> bytes:
    """The beginning of an OLE file whose directory names this stream."""
    label = f"{stream}\0".encode("utf-16-le")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0")
    return head + label.ljust(64, b"\0") + struct.pack("<H", len(label))


def odt() -> bytes:
    with zipfile.ZipFile(content := io.BytesIO(), "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<x/>")
    return content.getvalue()


@pytest.fixture
def soffice(tmp_path):
    """`soffice("script")` is a program that runs it; $out is the folder, $in the file it was given."""
    (tmp_path / "letter.docx").write_bytes(LETTER)

    def program(script: str) -> str:
        file = tmp_path / "soffice"
        find = 'for in; do [ "$last" = --outdir ] && out="$in"; last="$in"; done\n'
        file.write_text(f"#!/bin/sh\nhere={tmp_path}\n{find}{script}\n")
        file.chmod(0o755)
        return str(file)

    return program


def refused(data: bytes, program: str, seconds: float = 10) -> str:
    with pytest.raises(Unreadable) as refusal:
        readable(data, "反馈意见.doc", program=program, seconds=seconds)
    return str(refusal.value)


@pytest.mark.parametrize(("data", "ending"), [(doc(), ".doc"), (RTF, ".rtf"), (odt(), ".odt")])
def test_an_old_word_file_is_written_as_docx_whatever_its_name(soffice, tmp_path, data, ending):
    program = soffice('cp "$in" "$here/given"; echo "$in" > "$here/name"; cp "$here/letter.docx" "$out/document.docx"')

    assert readable(data, "反馈意见.wps", program=program) == (LETTER, "反馈意见.docx")
    assert (tmp_path / "given").read_bytes() == data
    assert (tmp_path / "name").read_text().strip().endswith(f"/document{ending}")


@pytest.mark.parametrize("data", [LETTER, b"%PDF-1.7", "一、问题".encode(), b""])
def test_everything_else_stays_as_it_is(data):
    assert readable(data, "a.doc", program="/nowhere") == (data, "a.doc")


def test_a_file_with_a_password_and_an_old_sheet_are_left_to_the_readers():
    assert [old_word(File(doc(stream))) for stream in ("EncryptedPackage", "Workbook")] == ["", ""]


def test_the_program_sees_none_of_our_settings_and_leaves_nothing_behind(soffice, tmp_path, monkeypatch):
    monkeypatch.setenv("BIHUAN_SECRET_KEY", "secret")
    keep = 'env > "$here/env"; echo "$out" > "$here/out"; cat "$out"/profile/user/*.xcu > "$here/settings"'
    readable(RTF, program=soffice(f'{keep}; cp "$here/letter.docx" "$out/document.docx"'))

    seen = {line.partition("=")[0] for line in (tmp_path / "env").read_text().splitlines()}
    settings = (tmp_path / "settings").read_text()
    assert seen - {"PWD", "SHLVL", "_", "OLDPWD"} == {
        *("HOME", "TMPDIR", "PATH", "LANG", "FONTCONFIG_FILE"),
        *("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"),
    }
    assert '"DisableMacrosExecution" oor:op="fuse"><value>true' in settings
    assert '"BlockUntrustedRefererLinks" oor:op="fuse"><value>true' in settings
    assert not Path((tmp_path / "out").read_text().strip()).exists()


def test_a_program_that_hangs_is_killed_with_whatever_it_started(soffice, tmp_path):
    program = soffice('sleep 60 & echo $! > "$here/child"; wait')

    assert refused(RTF, program, 1) == "转换超过 1 秒没有完成；请用 Word 或 WPS 另存为 .docx 后再上传。"
    child = int((tmp_path / "child").read_text())
    assert not is_running(child)


def is_running(process: int) -> bool:
    """A killed process whose parent has gone may stand as a zombie until somebody asks for it."""
    try:
        os.kill(process, 0)
        state = Path(f"/proc/{process}/stat")
        return not (state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z")
    except (ProcessLookupError, FileNotFoundError):
        return False


def test_a_file_that_cannot_be_opened_is_refused(soffice):
    sentence = "LibreOffice 没能打开这个文件，可能已损坏或设有密码；请用 Word 或 WPS 另存为 .docx 后再上传。"

    assert refused(doc(), soffice("exit 1")) == sentence
    assert refused(doc(), soffice(': > "$out/document.docx"')) == sentence


def test_without_libreoffice_one_sentence_says_what_to_do(monkeypatch):
    monkeypatch.setenv("PATH", "")

    with pytest.raises(Unreadable, match=r"没有安装 LibreOffice，请另存为 \.docx 再上传。"):
        readable(RTF)
