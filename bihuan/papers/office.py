"""What is LibreOffice asked for? An old Word file as one that can be read, and a Word file of ours as PDF.

Where it is not installed, one sentence says what a person can do without it. Knows no Django.
"""

import hashlib
import re
from datetime import UTC, datetime
from pathlib import Path

from bihuan.papers import soffice
from bihuan.reading.blocks import Unreadable
from bihuan.reading.formats.containers import READ_LIMIT, File
from bihuan.say import Say, say

SECONDS = 60
PDF_SECONDS = 600
"""A plan of six hundred pages takes some eighty of one processor, and a busy one has less for it."""
PDF_LIMIT = 256 * 1024 * 1024
_MADE = re.compile(rb"(/(?:CreationDate|ModDate)\s?\(D:)\d{14}")
_MARKS = re.compile(rb"/(?:ID\s*\[[^]]*\]|DocChecksum\s*/[0-9A-F]{32})")
_KEY = re.compile(rb"[0-9A-F]{32}")
_TEXTS = (b"application/vnd.oasis.opendocument.text", b"application/vnd.oasis.opendocument.text-template")
_DOCX = "docx:MS Word 2007 XML"


class NotPrinted(Exception):
    """There is no PDF; `reason` is one sentence for the person who asked for it."""

    def __init__(self, reason: Say) -> None:
        super().__init__(str(reason))
        self.reason = reason


def readable(data: bytes, name: str = "", *, program: str | None = None, seconds: float = SECONDS) -> tuple[bytes, str]:
    """The bytes and the name to be read: an old Word file as .docx, everything else as it is.

    Raises Unreadable where it is an old Word file and there is no LibreOffice, or it does not manage.
    """
    ending = old_word(File(data, name))
    if not ending:
        return data, name
    program = soffice.installed(program)
    if program is None:
        raise Unreadable(say("没有安装 LibreOffice，请另存为 .docx 再上传。"))
    try:
        made = soffice.converted(data, ending, _DOCX, program=program, seconds=seconds, limit=READ_LIMIT)
    except soffice.TookTooLong as late:
        raise Unreadable(
            say("转换超过 {seconds} 秒没有完成；请用 Word 或 WPS 另存为 .docx 后再上传。", seconds=round(seconds))
        ) from late
    if made is None:
        raise Unreadable(
            say("LibreOffice 没能打开这个文件，可能已损坏或设有密码；请用 Word 或 WPS 另存为 .docx 后再上传。")
        )
    return made, f"{Path(name).stem}.docx" if name else ""


def old_word(file: File) -> str:
    """`.doc` (a .wps is the same inside), `.rtf` or `.odt` by its content; nothing for what is read as it is."""
    if file.has_stream("WordDocument") and not file.has_stream("EncryptedPackage"):
        return ".doc"
    if file.data.startswith(b"{\\rtf"):
        return ".rtf"
    parts = file.parts
    return ".odt" if parts is not None and "mimetype" in parts and parts.read("mimetype").strip() in _TEXTS else ""


def as_pdf(
    docx: bytes, *, moment: datetime | None = None, program: str | None = None, seconds: float = PDF_SECONDS
) -> bytes:
    """The same pages as PDF; `moment` is what the file says of its making: the same one gives the same bytes.

    Raises NotPrinted where there is no LibreOffice, or it does not manage.
    """
    program = soffice.installed(program)
    if program is None:
        raise NotPrinted(say("没有安装 LibreOffice，不能生成 PDF；请下载 Word 文件，用 Word 或 WPS 另存为 PDF。"))
    try:
        pdf = soffice.converted(docx, ".docx", "pdf", program=program, seconds=seconds, limit=PDF_LIMIT)
    except soffice.TookTooLong as late:
        raise NotPrinted(
            say(
                "生成 PDF 超过 {seconds} 秒没有完成；请下载 Word 文件，用 Word 或 WPS 另存为 PDF。",
                seconds=round(seconds),
            )
        ) from late
    if pdf is None:
        raise NotPrinted(say("LibreOffice 没能生成 PDF；请下载 Word 文件，用 Word 或 WPS 另存为 PDF。"))
    return _timeless(pdf, hashlib.sha256(docx).hexdigest()[:32].upper().encode(), moment)


def _timeless(pdf: bytes, key: bytes, moment: datetime | None) -> bytes:
    """LibreOffice writes when it made a PDF, and marks drawn from that; each is replaced by one of its own length."""
    when = f"{moment.astimezone(UTC):%Y%m%d%H%M%S}" if moment else "20000101000000"
    pdf = _MADE.sub(rb"\g<1>" + when.encode(), pdf)
    return _MARKS.sub(lambda mark: _KEY.sub(key, mark[0]), pdf)
