"""Is the kind of a file told by its content?"""

import io
import zipfile

import pytest

from bihuan.papers.media import OFFICE, media_type


def package(member: str) -> bytes:
    with zipfile.ZipFile(stream := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(member, "<x/>")
    return stream.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"%PDF-1.7\n", "扫描.jpg", "application/pdf"),
        (b"\xff\xd8\xff\xe0", "照片.pdf", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n", "a", "image/png"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "a", "image/webp"),
        (b"\x00\x00\x00\x18ftypheic", "a", "image/heic"),
        (package("word/document.xml"), "a.xlsx", OFFICE + "wordprocessingml.document"),
        (package("xl/workbook.xml"), "a.docx", OFFICE + "spreadsheetml.sheet"),
        (package("OFD.xml"), "a", "application/ofd"),
        (package("照片/1.jpg"), "a.zip", "application/zip"),
        (OLE, "旧文件.doc", "application/msword"),
        (OLE, "旧表.et", "application/vnd.ms-excel"),
        (OLE, "邮件.msg", "application/x-ole-storage"),
        ("云岭县".encode("gb18030"), "a.txt", "text/plain"),
        (("云" * 3000).encode(), "a.txt", "text/plain"),
        ("姓名,单位".encode(), "名单.CSV", "text/csv"),
        ("云岭".encode("utf-16"), "a.txt", "text/plain"),
        (b"\x00\x01\x02\x03", "a.txt", "application/octet-stream"),
    ],
)
def test_the_first_bytes_decide(data, name, kind):
    assert media_type(data, name) == kind
