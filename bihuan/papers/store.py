"""Where do the bytes of a paper lie? In the data folder, under the organisation and the hash of the content.

A file is written before its row is committed. Where the transaction is then undone, the file stays behind: a harmless
orphan, because its name is its content, so that the next sender of the same bytes finds it in place.
"""

import os
import tempfile
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

FOLDER_MODE = 0o700


def place(organisation: str, digest: str) -> Path:
    """`<media>/yunling/3f/3f9a…`: two letters of the hash keep folders small."""
    return Path(settings.MEDIA_ROOT) / organisation / digest[:2] / digest


def write(organisation: str, digest: str, data: bytes) -> None:
    """Put the bytes in place, for the owner's eyes only: whole and on the disk, or not at all."""
    path = place(organisation, digest)
    if path.exists() and path.stat().st_size == len(data):
        return
    for folder in (path.parent.parent.parent, path.parent.parent, path.parent):  # `parents=True` would forget the mode
        folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".new-")  # mode 600 from the start
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
    _keep_entry(path.parent)


def _keep_entry(folder: Path) -> None:
    """A renamed file survives a power cut only once its folder is on the disk as well."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def open_bytes(organisation: str, digest: str) -> BinaryIO:
    """Raises FileNotFoundError where the data folder has lost the file."""
    return place(organisation, digest).open("rb")
