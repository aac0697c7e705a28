"""How does an archive become one zip? File by file, piece by piece: memory does not grow with what goes in.

The same files of the same moment give the same bytes: members bear that moment, and no name of a user or a machine.
"""

import hashlib
import json
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Any

CHUNK = 1024 * 1024
LARGE = 1024 * CHUNK
"""From this size on the longer form of a member is used, which the oldest programs do not read."""
MANIFEST = "manifest.json"
PACKED_ALREADY = frozenset(
    {"docx", "xlsx", "pptx", "pdf", "zip", "jpg", "jpeg", "png", "mp4", "mp3", "7z", "rar", "gz"}
)
REGULAR_FILE = 0o100644


@dataclass(frozen=True)
class Member:
    """One file of the archive: where it lies, its hash, its size, and its reference if somebody sent it in."""

    path: str
    sha256: str
    size: int
    ref: str = ""

    def plain(self) -> dict[str, object]:
        found: dict[str, object] = {"path": self.path, "sha256": self.sha256, "size": self.size}
        return {**found, "ref": self.ref} if self.ref else found


class Zipped:
    """An archive being written to `out`, a file opened for writing."""

    def __init__(self, out: IO[bytes], moment: datetime) -> None:
        self._zip = zipfile.ZipFile(out, "w", allowZip64=True)
        self._moment = moment
        self.members: list[Member] = []
        self.lost: list[str] = []
        """What was already missing, or other than its hash, when it was put in."""

    def add(self, path: str, pieces: Iterable[bytes], *, large: bool = False) -> Member:
        """A file that was made for the archive; `large` where it may be of gigabytes."""
        return self._listed(Member(path, *self._written(path, pieces, large)))

    def add_kept(self, path: str, file: IO[bytes] | None, sha256: str, size: int, ref: str) -> Member:
        """A file that was kept under its hash. The list says what it should be, whatever has become of it."""
        found = self._written(path, pieces_of(file), size > LARGE) if file else None
        if found is None or found[0] != sha256:
            self.lost.append(path)
        return self._listed(Member(path, sha256, size, ref))

    def close(self, about: dict[str, Any]) -> str:
        """The list of everything, and the end of the zip. Returns the hash of the list."""
        files = [member.plain() for member in sorted(self.members, key=lambda member: member.path)]
        text = json.dumps({**about, "lost": self.lost, "files": files}, ensure_ascii=False, indent=1)
        found, _size = self._written(MANIFEST, [text.encode()], False)
        self._zip.close()
        return found

    def _listed(self, member: Member) -> Member:
        self.members.append(member)
        return member

    def _written(self, path: str, pieces: Iterable[bytes], large: bool) -> tuple[str, int]:
        """Write one member; (hash, size) of what was written."""
        digest, size = hashlib.sha256(), 0
        with self._zip.open(self._entry(path), "w", force_zip64=large) as member:
            for piece in pieces:
                member.write(piece)
                digest.update(piece)
                size += len(piece)
        return digest.hexdigest(), size

    def _entry(self, path: str) -> zipfile.ZipInfo:
        at = self._moment
        entry = zipfile.ZipInfo(path, (at.year, at.month, at.day, at.hour, at.minute, at.second // 2 * 2))
        entry.create_system, entry.external_attr = 3, REGULAR_FILE << 16
        stored = path.rpartition(".")[2] in PACKED_ALREADY
        entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
        return entry


def pieces_of(file: IO[bytes]) -> Iterator[bytes]:
    return iter(lambda: file.read(CHUNK), b"")
