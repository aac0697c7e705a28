"""Is every file either read or refused with one clear sentence?"""

import io
import struct
import zipfile

import pytest

from bihuan.reading.blocks import Unreadable
from bihuan.reading.formats import LIMIT, read_blocks
from tests.reading.formats.made_docx import NAMESPACES, docx, p, packed
from tests.reading.formats.made_xlsx import saved, workbook

DAMAGED = "文件不完整或已损坏，请重新取得原件，或用 Word、WPS 打开后另存一份再上传。"
FORBIDDEN = "文件里有外部实体或文档类型声明，为安全起见没有读取；请用 Word 或 WPS 另存一份再上传。"
BOMB = "文件解压后的内容过大，为安全起见没有打开；请另存为普通文件再上传。"
PASSWORD = "文件设有打开密码，请先解除密码，另存一份再上传。"
ARCHIVE = "这是压缩包，请解压后逐个上传里面的文件。"


def refused(data: bytes, name: str = "反馈意见.docx") -> str:
    with pytest.raises(Unreadable) as refusal:
        read_blocks(data, name)
    return str(refusal.value)


def ole(stream: str) -> bytes:
    """The beginning of an OLE file whose directory names this stream."""
    label = (stream + "\0").encode("utf-16-le")
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + label.ljust(64, b"\0") + struct.pack("<H", len(label))
    )


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "文件是空的，请检查后重新选择。"),
        (b"\0" * 100, "文件是空的，请检查后重新选择。"),
        (ole("EncryptedPackage"), PASSWORD),
        (ole("WordDocument"), "这是旧版 Word（.doc）或 WPS 文字文件，请用 Word 或 WPS 打开，另存为 .docx 后再上传。"),
        (b"%TSD-Header-###%" + b"\0\1" * 50, "文件被单位的加密软件锁定，请先在本单位解密，再上传。"),
        (b"GIF89a\1\0\1\0", "这是图片，不能读出文字；请提供文字版，或把内容录入 .docx 后再上传。"),
        (b"{\\rtf1 x}", "这是 RTF 文件，请用 Word 或 WPS 打开，另存为 .docx 后再上传。"),
        (b"Rar!\x1a\x07\0", ARCHIVE),
        (packed({"a.txt": "x"}), ARCHIVE),
        (docx(p("正文"))[:600], DAMAGED),
        (docx(p("正文"))[:-30], DAMAGED),
        (docx(p("")), "文件里没有可以读取的文字；如果是图片或扫描件，请提供文字版。"),
        (docx("<w:p>"), DAMAGED),
        (docx(p("正文"), more={"word/document.xml": b"\xff\xfe\0"}), DAMAGED),
        (docx(p("正文"), more={"word/document.xml": " " * 30_000_000}), BOMB),
        (docx("<w:p>" * 300 + "</w:p>" * 300), DAMAGED),
    ],
)
def test_what_cannot_be_read_is_refused_with_one_sentence(data, sentence):
    assert refused(data) == sentence


def test_a_file_over_the_limit_is_refused_before_it_is_opened():
    assert refused(b"PK\x03\x04" + b"\1" * LIMIT) == "文件超过 100 MB，请拆分或压缩图片后再上传。"


def test_entities_and_document_types_are_refused():
    body = f"<w:document {NAMESPACES}><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>"
    for declared in ('<!ENTITY a SYSTEM "file:///etc/hostname">', '<!ENTITY b "bb"><!ENTITY a "&b;&b;">', ""):
        document = f"<!DOCTYPE x [{declared}]>{body}"
        assert refused(docx("", more={"word/document.xml": document})) == FORBIDDEN


def test_a_member_that_lies_about_its_size_is_refused():
    data = bytearray(docx(p("正文")))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo("word/document.xml").file_size
    for place in range(len(data) - 4):
        if data[place : place + 4] == struct.pack("<L", size):
            data[place : place + 4] = struct.pack("<L", 20)

    assert refused(bytes(data)) == DAMAGED


def test_a_member_with_a_password_is_refused():
    data = bytearray(docx(p("正文")))
    place = 0
    while (place := data.find(b"PK\x01\x02", place)) >= 0:
        data[place + 8] |= 1
        place += 4

    assert refused(bytes(data)) == PASSWORD


def test_an_archive_of_too_many_members_is_refused():
    assert refused(packed({str(number): "" for number in range(10_001)})) == BOMB


def test_the_content_decides_and_not_the_name():
    letter = read_blocks(docx(p("正文")), "反馈意见.xlsx")
    ledger = read_blocks(saved(workbook(["序号"])[0]), "台账.txt")

    assert [block.text for block in (*letter.blocks, *ledger.blocks)] == ["正文", "序号"]
    assert [str(warning) for warning in (*letter.warnings, *ledger.warnings)] == [
        "文件名的后缀是“.xlsx”，内容其实是Word 文档，已按内容读取。",
        "文件名的后缀是“.txt”，内容其实是Excel 表格，已按内容读取。",
    ]


def test_names_written_by_other_programs_are_found():
    plain = docx(p("正文"))
    with zipfile.ZipFile(io.BytesIO(plain)) as archive:
        windows = packed({name.replace("/", "\\"): archive.read(name) for name in archive.namelist()})

    assert [block.text for block in read_blocks(windows).blocks] == ["正文"]


def test_the_strict_spelling_of_office_files_is_read():
    strict = f"<w:document {NAMESPACES}><w:body>{p('正文')}</w:body></w:document>".replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )

    assert [block.text for block in read_blocks(docx("", more={"word/document.xml": strict})).blocks] == ["正文"]
