"""Where do the archives lie? In the data folder beside the papers of their organisation, whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, BinaryIO

from django.conf import settings

from bihuan.papers.store import FOLDER_MODE


def place(organisation: str, ref: str) -> Path:
    """`<media>/yunling/archives/G-001.zip`"""
    return Path(settings.MEDIA_ROOT) / organisation / "archives" / f"{ref}.zip"


@contextmanager
def draft(organisation: str) -> Iterator[IO[bytes]]:
    """A file to write one to, for the owner's eyes only; gone afterwards unless `settle` has put it in place."""
    folder = place(organisation, "").parent
    for each in (folder.parent.parent, folder.parent, folder):  # `parents=True` would forget the mode
        each.mkdir(mode=FOLDER_MODE, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=folder, prefix=".new-")  # mode 600 from the start
    os.close(handle)
    try:
        with Path(name).open("w+b") as out:
            yield out
    finally:
        Path(name).unlink(missing_ok=True)


def settle(out: IO[bytes], organisation: str, ref: str) -> None:
    """The draft is on the disk and takes its place."""
    out.flush()
    os.fsync(out.fileno())
    Path(out.name).replace(place(organisation, ref))


def remove(organisation: str, ref: str) -> None:
    place(organisation, ref).unlink(missing_ok=True)


def open_archive(organisation: str, ref: str) -> BinaryIO:
    """Raises FileNotFoundError where the data folder has lost it."""
    return place(organisation, ref).open("rb")


def forget_drafts() -> None:
    """What a maker left behind when its server was killed."""
    for beside in Path(settings.MEDIA_ROOT).glob("*/archives/.new-*"):
        with suppress(OSError):
            beside.unlink()
