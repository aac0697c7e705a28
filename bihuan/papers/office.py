"""How does an old Word file become one that is read? LibreOffice, where it is installed, writes it as .docx.

A document may ask its program to run macros or to fetch something from elsewhere: here it has a profile of its own
in which both are forbidden, an environment without our secrets, a minute, and then it is killed. Knows no Django.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import threading
from contextlib import suppress
from pathlib import Path

from bihuan.reading.blocks import Unreadable
from bihuan.reading.formats.containers import READ_LIMIT, File
from bihuan.say import say

SECONDS = 60
_TURNS = threading.BoundedSemaphore(2)
"""How many documents are converted at once; each takes a quarter of a gigabyte."""
_TEXTS = (b"application/vnd.oasis.opendocument.text", b"application/vnd.oasis.opendocument.text-template")
_DOCX = "docx:MS Word 2007 XML"
_FORBIDDEN = {
    "Security/Scripting": {
        "MacroSecurityLevel": "3",
        "DisableMacrosExecution": "true",
        "DisablePythonRuntime": "true",
        "BlockUntrustedRefererLinks": "true",
    },
    "Misc": {"UseLocking": "false"},
}
"""In LibreOffice's own words, under org.openoffice.Office.Common."""


def readable(data: bytes, name: str = "", *, program: str | None = None, seconds: float = SECONDS) -> tuple[bytes, str]:
    """The bytes and the name to be read: an old Word file as .docx, everything else as it is.

    Raises Unreadable where it is an old Word file and there is no LibreOffice, or it does not manage.
    """
    ending = old_word(File(data, name))
    if not ending:
        return data, name
    program = program or shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise Unreadable(say("没有安装 LibreOffice，请另存为 .docx 再上传。"))
    with _TURNS, tempfile.TemporaryDirectory(prefix="bihuan-", ignore_cleanup_errors=True) as folder:
        return _converted(Path(folder), data, ending, program, seconds), f"{Path(name).stem}.docx" if name else ""


def old_word(file: File) -> str:
    """`.doc` (a .wps is the same inside), `.rtf` or `.odt` by its content; nothing for what is read as it is."""
    if file.has_stream("WordDocument") and not file.has_stream("EncryptedPackage"):
        return ".doc"
    if file.data.startswith(b"{\\rtf"):
        return ".rtf"
    parts = file.parts
    return ".odt" if parts is not None and "mimetype" in parts and parts.read("mimetype").strip() in _TEXTS else ""


def _converted(folder: Path, data: bytes, ending: str, program: str, seconds: float) -> bytes:
    original, profile = folder / f"document{ending}", folder / "profile"
    original.write_bytes(data)
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_settings(), encoding="utf-8")
    options = ["--headless", "--norestore", "--nologo", "--nolockcheck", "--convert-to", _DOCX, "--outdir", folder]
    _run([program, f"-env:UserInstallation={profile.as_uri()}", *map(str, options), str(original)], folder, seconds)
    made = folder / "document.docx"
    if not made.is_file() or not 0 < made.stat().st_size <= READ_LIMIT:
        raise Unreadable(
            say("LibreOffice 没能打开这个文件，可能已损坏或设有密码；请用 Word 或 WPS 另存为 .docx 后再上传。")
        )
    return made.read_bytes()


def _run(command: list[str], folder: Path, seconds: float) -> None:
    """Until it ends or its time is up; whatever it started goes with it."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(  # noqa: S603  (no shell; every word of the command is ours)
        command,
        cwd=folder,
        env=_environment(folder),
        stdin=quiet,
        stdout=quiet,
        stderr=quiet,
        start_new_session=True,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as late:
        raise Unreadable(
            say("转换超过 {seconds} 秒没有完成；请用 Word 或 WPS 另存为 .docx 后再上传。", seconds=round(seconds))
        ) from late
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _environment(folder: Path) -> dict[str, str]:
    """Nothing of ours; whoever asks for the network is sent to a door that is closed."""
    nowhere = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), "http://127.0.0.1:9")
    path = os.environ.get("PATH", os.defpath)
    return {"HOME": str(folder), "TMPDIR": str(folder), "PATH": path, "LANG": "C.UTF-8", **nowhere}


def _settings() -> str:
    items = "".join(
        f'<item oor:path="/org.openoffice.Office.Common/{place}">'
        f'<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for place, values in _FORBIDDEN.items()
        for name, value in values.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        f'xmlns:xs="http://www.w3.org/2001/XMLSchema">{items}</oor:items>\n'
    )
