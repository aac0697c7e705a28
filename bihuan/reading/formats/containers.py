"""What holds this file together, and is it safe to open? A zip (docx, xlsx, ods, ofd) or an OLE file (doc, xls).

Nothing here trusts what a file says of itself: sizes are limits to read up to, never amounts to reserve.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

from bihuan.reading.blocks import Unreadable
from bihuan.say import Say, say

MEGABYTE = 1024 * 1024
READ_LIMIT = 100 * MEGABYTE
"""How much may be unpacked of one file; pictures, which are never unpacked, do not count."""
TOTAL_LIMIT = 1000 * MEGABYTE
MEMBER_LIMIT = 10_000
RATIO_LIMIT = 200
RATIO_FREE = 20 * MEGABYTE
"""Below this size the ratio says nothing: a table of equal rows packs very well."""
SCANS = 50
"""How many pages without letters are looked at in one file; each takes seconds."""

ZIP_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = 0x1
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)


def damaged() -> Unreadable:
    """The one sentence for whatever is cut short or broken inside."""
    return Unreadable(say("文件不完整或已损坏，请重新取得原件，或用 Word、WPS 打开后另存一份再上传。"))


def encrypted() -> Unreadable:
    return Unreadable(say("文件设有打开密码，请先解除密码，另存一份再上传。"))


def too_much() -> Unreadable:
    """The sentence for what would not fit into memory once it is taken apart."""
    return Unreadable(say("文件内容过多，无法一次读入；请拆成几份再上传。"))


def _bomb() -> Unreadable:
    return Unreadable(say("文件解压后的内容过大，为安全起见没有打开；请另存为普通文件再上传。"))


class Parts:
    """The members of a zip, checked before the first one is read."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except _FAULTS as fault:
            raise damaged() from fault
        self._unread = READ_LIMIT
        members = self._archive.infolist()
        unpacked = sum(member.file_size for member in members)
        if len(members) > MEMBER_LIMIT or unpacked > TOTAL_LIMIT:
            raise _bomb()
        if unpacked > max(RATIO_FREE, RATIO_LIMIT * len(data)):
            raise _bomb()
        self._members = {_plain(member.filename): member for member in members}

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._members

    def __iter__(self) -> Iterator[str]:
        return (member.filename.replace("\\", "/").lstrip("/") for member in self._members.values())

    def read(self, name: str) -> bytes:
        """The bytes of a member; one that is missing, locked, broken or too large is unreadable."""
        member = self._members.get(_plain(name))
        if member is None:
            raise damaged()
        if member.flag_bits & _ENCRYPTED:
            raise encrypted()
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise damaged()
        try:
            with self._archive.open(member) as stream:
                content = stream.read(self._unread + 1)
        except _FAULTS as fault:
            raise damaged() from fault
        self._unread -= len(content)
        if self._unread < 0:
            raise _bomb()
        return content


def _plain(name: str) -> str:
    """Part names are compared without case, and some makers write backslashes."""
    return name.replace("\\", "/").lstrip("/").lower()


@dataclass(frozen=True)
class File:
    """What a person sent: the bytes, and the name it had, which may be wrong."""

    data: bytes
    name: str = ""
    scans: int = SCANS

    @cached_property
    def parts(self) -> Parts | None:
        """The members, when the bytes are a zip."""
        return Parts(self.data) if self.data.startswith(ZIP_MAGIC) else None

    def members(self) -> Parts:
        """The members of what must be a zip."""
        if self.parts is None:
            raise damaged()
        return self.parts

    @property
    def is_ole(self) -> bool:
        return self.data.startswith(OLE_MAGIC)

    def has_stream(self, name: str) -> bool:
        """Whether the directory of an OLE file has an entry of this name."""
        label = (name + "\0").encode("utf-16-le")
        place = self.data.find(label) if self.is_ole else -1
        while place >= 0:
            length = int.from_bytes(self.data[place + 64 : place + 66], "little")
            if place % 128 == 0 and length == len(label):
                return True
            place = self.data.find(label, place + 1)
        return False

    @property
    def suffix(self) -> str:
        """`.docx`, or nothing."""
        stem, dot, ending = self.name.rpartition(".")
        return "." + ending.lower() if dot and stem and len(ending) <= 5 else ""

    def note(self, title: Say, suffixes: tuple[str, ...]) -> tuple[Say, ...]:
        """A word to the person when the name promises something else than the content is."""
        if not self.suffix or self.suffix in suffixes:
            return ()
        return (say("文件名的后缀是“{suffix}”，内容其实是{title}，已按内容读取。", suffix=self.suffix, title=title),)
