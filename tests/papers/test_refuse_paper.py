"""What is never kept? State secrets, bombs, empty files and those above the limit; each with one clear sentence."""

import io
import zipfile

import pytest

from bihuan.papers.models import Paper
from bihuan.rules.life import Refusal
from bihuan.trail.queries import lines_of

SECRET = "机密★1年\n关于某项工作的通知"


def bomb() -> bytes:
    with zipfile.ZipFile(stream := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(60_000_000))
    return stream.getvalue()


@pytest.mark.parametrize(("name", "text"), [("通知.txt", SECRET), ("〔机密★1年〕通知.txt", "内容")])
def test_a_secrecy_mark_in_text_or_name_is_refused_with_the_way_to_go(cast, send, name, text):
    refusal = send(cast.head, name, text)

    assert isinstance(refusal, Refusal)
    assert refusal.kind == "what"
    assert str(refusal.reason) == (
        "文件带有“机密”标志，不能在本系统存放，内容未保存；请改用机要渠道交接，这里只登记脱密后的摘要。"
    )
    assert Paper.objects.count() == 0


def test_a_refused_secret_leaves_no_bytes_and_a_line_without_its_content(cast, send, folder):
    send(cast.head, "某项工作（机密★1年）.txt", SECRET)

    line = lines_of("yunling").get(event="paper.refused")
    assert [path for path in folder.rglob("*") if path.is_file()] == []
    assert (line.actor, line.subject, line.unit_path) == ("head", cast.town.ref, cast.town.path)
    assert (line.before, line.after, line.note) == ({}, {"levels": ["机密"], "size": len(SECRET.encode())}, "")


def test_words_about_secrecy_are_no_mark(cast, send):
    assert send(cast.head, "制度.txt", "严格保守国家秘密，加强商业秘密保护。").is_new


def test_an_empty_file_is_refused(cast, send):
    assert str(send(cast.head, "空.txt", b"").reason) == "文件是空的，请检查后重新选择。"


def test_a_file_above_the_limit_is_refused(cast, send, settings):
    settings.UPLOAD_LIMIT = 1024 * 1024
    refusal = send(cast.head, "大.txt", b"a" * (1024 * 1024 + 1))

    assert str(refusal.reason) == "文件超过 1 MB 的上限，请拆分或压缩后再上传。"


def test_a_bomb_is_refused_and_a_locked_document_is_kept_without_text(cast, send):
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)

    assert str(send(cast.head, "报告.docx", bomb()).reason) == (
        "文件解压后的内容过大，为安全起见没有打开；请另存为普通文件再上传。"
    )
    assert send(cast.head, "报告.doc", locked).paper.text == ""
    assert Paper.objects.get().media_type == "application/msword"
