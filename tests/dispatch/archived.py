"""How do the tests of archives make one, and ask the checker? As an archive is opened years later: without us."""

import json
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

from bihuan.dispatch.actions.archive import write_out
from bihuan.people.viewer import viewer_of
from bihuan.rounds.models import Round
from tests.cast import NOW
from tests.ledger.conftest import done


def packed(round: Round, who, at=NOW) -> bytes:
    """The zip as this person gets it."""
    out = BytesIO()
    done(write_out(round, out, by=viewer_of(who), at=at, step=lambda done, steps: None))
    return out.getvalue()


def opened(content: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(BytesIO(content))


def manifest(content: bytes) -> dict:
    return json.loads(opened(content).read("manifest.json"))


def unpacked(content: bytes, folder: Path) -> Path:
    opened(content).extractall(folder)
    return folder


def check(*words: str | Path) -> tuple[int, list[str]]:
    """(exit code, lines) of a checker that knows nothing but plain Python."""
    run = subprocess.run([sys.executable, "-I", *map(str, words)], capture_output=True, encoding="utf-8", check=False)
    assert run.stderr == ""
    return run.returncode, run.stdout.splitlines()


def faults(folder: Path) -> list[str]:
    """What the checker names in an unpacked archive that is not whole."""
    code, lines = check(folder / "check.py", "--faults")
    assert code == 1
    return [line for line in lines if line.startswith("[")]
