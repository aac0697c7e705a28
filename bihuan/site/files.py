"""How does a command get its file, and leave one? Whole or not at all, and with one clear line when it cannot."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from bihuan.site.terminal import BadInput, Fault, _


def contents(file: Path) -> bytes:
    """The bytes of the file, or of standard input for `-`. Raises BadInput, or Fault when the disk fails."""
    if str(file) == "-":
        return sys.stdin.buffer.read()
    if not file.exists():
        raise BadInput(_("找不到文件 {file}，请检查路径。").format(file=file))
    if file.is_dir():
        raise BadInput(_("{file} 是目录，请写一个文件。").format(file=file))
    try:
        return file.read_bytes()
    except PermissionError as error:
        raise BadInput(_("没有权限读取 {file}。").format(file=file)) from error
    except OSError as error:
        raise Fault(_("读取 {file} 时出错：{error}").format(file=file, error=error.strerror)) from error


@contextmanager
def replacing(file: Path) -> Iterator[IO[bytes]]:
    """A new file that takes the place of `file` only when it is whole. Raises Fault when the disk refuses."""
    part = file.with_name(f".{file.name}.part")
    try:
        with part.open("w+b") as out:
            yield out
        part.replace(file)
    except OSError as error:
        raise Fault(_("写入 {file} 时出错：{error}").format(file=file, error=error.strerror)) from error
    finally:
        part.unlink(missing_ok=True)
