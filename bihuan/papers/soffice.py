"""How is LibreOffice asked to turn one file into another, so that the file can do nothing but be turned?

A document may ask its program to run macros or to fetch something from elsewhere: here it has a profile of its own
in which both are forbidden, an environment without our secrets, some seconds, and then it is killed. Knows no Django.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import threading
from contextlib import suppress
from pathlib import Path

from bihuan.papers.stand_ins import fontconfig

FONTS = "fonts.conf"
_TURNS = threading.BoundedSemaphore(2)
"""How many documents are converted at once; each takes a quarter of a gigabyte."""
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


class TookTooLong(Exception):
    """It was killed; nothing was made."""


def installed(program: str | None = None) -> str | None:
    """Where it is, if it is."""
    return program or shutil.which("soffice") or shutil.which("libreoffice")


def converted(data: bytes, ending: str, target: str, *, program: str, seconds: float, limit: int) -> bytes | None:
    """The file as `target` (`pdf`, `docx:MS Word 2007 XML`); nothing where it did not manage or is beyond `limit`."""
    with _TURNS, tempfile.TemporaryDirectory(prefix="bihuan-", ignore_cleanup_errors=True) as place:
        folder = Path(place)
        original, profile = folder / f"document{ending}", folder / "profile"
        original.write_bytes(data)
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_settings(), encoding="utf-8")
        (folder / FONTS).write_text(fontconfig(), encoding="utf-8")
        options = ["--headless", "--norestore", "--nologo", "--nolockcheck", "--convert-to", target, "--outdir", place]
        command = [program, f"-env:UserInstallation={profile.as_uri()}", *options, str(original)]
        _run(command, folder, seconds)
        made = folder / f"document.{target.partition(':')[0]}"
        return made.read_bytes() if made.is_file() and 0 < made.stat().st_size <= limit else None


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
        raise TookTooLong from late
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _environment(folder: Path) -> dict[str, str]:
    """Nothing of ours; whoever asks for the network is sent to a door that is closed."""
    nowhere = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), "http://127.0.0.1:9")
    path = os.environ.get("PATH", os.defpath)
    fonts = {"FONTCONFIG_FILE": str(folder / FONTS)}
    return {"HOME": str(folder), "TMPDIR": str(folder), "PATH": path, "LANG": "C.UTF-8", **fonts, **nowhere}


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
