"""Which files can be named but not read, and what should the person do instead? One sentence for each."""

import re
from collections.abc import Callable

from bihuan.reading.formats.containers import File
from bihuan.reading.formats.packages import content_types
from bihuan.say import Say, say

_MARKUP = re.compile(rb"\s*(?:<\?xml(?!.*<html)|<!DOCTYPE(?!\s+html)|MIME-Version:)", re.IGNORECASE | re.DOTALL)
_IMAGES = (b"GIF8", b"II*\0", b"MM\0*")
"""Pictures that are no photographs of paper; `picture.py` looks at the others."""
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b")
_LOCKED = (b"%TSD-Header", b"E-SafeNet")
"""The signs of two programs that offices use to lock files on leaving the house."""


def refusal(file: File) -> Say | None:
    """Why the file is not read, or nothing when a reader may try."""
    return next((sentence for applies, sentence in _REFUSALS if applies(file)), None)


def _starts(*magics: bytes) -> Callable[[File], bool]:
    return lambda file: file.data.startswith(magics)


def _is_package_of(word: bytes) -> Callable[[File], bool]:
    return lambda file: word in content_types(file.parts)


def _holds_unknown(file: File) -> bool:
    """A zip with no mark of any document in it."""
    names = () if file.parts is None else tuple(file.parts)
    known = ("[Content_Types].xml", "mimetype", "OFD.xml", "content.xml")
    return file.parts is not None and not any(name in file.parts for name in known) and bool(names)


def _is_markup(file: File) -> bool:
    return _MARKUP.match(file.data[:400].removeprefix(b"\xef\xbb\xbf")) is not None


_LOCKED_FILE = say("文件被单位的加密软件锁定，请先在本单位解密，再上传。")
_PASSWORD = say("文件设有打开密码，请先解除密码，另存一份再上传。")
_DOC = say("这是旧版 Word（.doc）或 WPS 文字文件，请用 Word 或 WPS 打开，另存为 .docx 后再上传。")
_OLE = say("无法识别这个文件，或文件已损坏；请用 Word 或 WPS 打开，另存为 .docx 或 .xlsx 后再上传。")
_SLIDES = say("这是演示文稿，不能读取；请把内容放进 .docx 后再上传。")
_XLSB = say("这是二进制格式的表格（.xlsb），请用 Excel 另存为 .xlsx 后再上传。")
_ARCHIVE = say("这是压缩包，请解压后逐个上传里面的文件。")
_RTF = say("这是 RTF 文件，请用 Word 或 WPS 打开，另存为 .docx 后再上传。")
_IMAGE = say("这是图片，不能读出文字；请提供文字版，或把内容录入 .docx 后再上传。")
_WEB = say("这是标记文件或整页存档，请用 Word、Excel 或 WPS 打开，另存为 .docx 或 .xlsx 后再上传。")

_REFUSALS: tuple[tuple[Callable[[File], bool], Say], ...] = (
    (lambda file: any(sign in file.data[:512] for sign in _LOCKED), _LOCKED_FILE),
    (lambda file: file.has_stream("EncryptedPackage"), _PASSWORD),
    (lambda file: file.has_stream("WordDocument"), _DOC),
    (lambda file: file.is_ole and not (file.has_stream("Workbook") or file.has_stream("Book")), _OLE),
    (_is_package_of(b"presentationml"), _SLIDES),
    (_is_package_of(b"sheet.binary"), _XLSB),
    (_holds_unknown, _ARCHIVE),
    (_starts(*_ARCHIVES), _ARCHIVE),
    (_starts(b"{\\rtf"), _RTF),
    (_starts(*_IMAGES), _IMAGE),
    (_is_markup, _WEB),
)
