"""Which format is this file in, judged by its content, and what blocks does it have? One module per format.

The next format is a sibling with the same four names, and one line in `FORMATS`.
"""

from typing import Protocol

from bihuan.reading.blocks import Document, Unreadable
from bihuan.reading.formats import docx, ods, ofd, pdf, picture, plain, web, xls, xlsx
from bihuan.reading.formats.containers import MEGABYTE, SCANS, File
from bihuan.reading.formats.refusals import refusal
from bihuan.say import Say, say

LIMIT = 100 * MEGABYTE


class Format(Protocol):
    """What a module must have to read a format: a title for people, the usual endings, and two functions."""

    @property
    def TITLE(self) -> Say: ...  # noqa: N802

    @property
    def SUFFIXES(self) -> tuple[str, ...]: ...  # noqa: N802

    def recognises(self, file: File, /) -> bool: ...

    def read(self, file: File, /) -> Document: ...


FORMATS: tuple[Format, ...] = (docx, xlsx, xls, ods, ofd, pdf, picture, web, plain)


def read_blocks(data: bytes, name: str = "", *, scans: int = SCANS) -> Document:
    """All blocks of a file; `Unreadable` with one sentence for the person when there are none to be had.

    `scans` is how many pages that are only pictures may be looked at.
    """
    file = File(data, name, scans)
    if not data.strip(b"\0 \t\r\n"):
        raise Unreadable(say("文件是空的，请检查后重新选择。"))
    if len(data) > LIMIT:
        raise Unreadable(say("文件超过 {limit} MB，请拆分或压缩图片后再上传。", limit=LIMIT // MEGABYTE))
    refused = refusal(file)
    if refused:
        raise Unreadable(refused)
    for each in FORMATS:
        if each.recognises(file):
            return _checked(each.read(file), file, each)
    raise Unreadable(say("无法识别这个文件，请上传 Word、Excel、PDF、OFD 或文本文件。"))


def _checked(document: Document, file: File, used: Format) -> Document:
    if not document.blocks:
        raise Unreadable(say("文件里没有可以读取的文字；如果是图片或扫描件，请提供文字版。"))
    return Document(document.blocks, file.note(used.TITLE, used.SUFFIXES) + document.warnings)
