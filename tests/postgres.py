"""How does the suite run on PostgreSQL? `pytest -p tests.postgres` starts a private server and ends it afterwards.

It listens on a Unix socket in a temporary folder only, so no port can be taken. Its process is told to end with
this one, however this one ends. Workers of pytest-xdist inherit the address.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

ADDRESS = "BIHUAN_TESTS_DATABASE"
SETTINGS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=", "max_connections=60")


def program(name: str) -> str:
    """The newest server program of this name that Debian has installed."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]))
    if not found:
        raise pytest.UsageError("PostgreSQL is not installed: apt-get install postgresql")
    return str(found[-1])


def as_server() -> list[str]:
    """PostgreSQL refuses to run as root, so root runs it as Debian's user `postgres`."""
    root = ["--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []
    return ["setpriv", *root, "--pdeathsig=INT", "--"]


def wait_until_ready(folder: Path, server: subprocess.Popen[bytes]) -> None:
    ask = [program("pg_isready"), "-q", "-h", str(folder)]
    for _ in range(300):
        if server.poll() is not None:
            raise pytest.UsageError((folder / "log").read_text())
        if subprocess.run(ask, check=False).returncode == 0:
            return
        time.sleep(0.1)
    raise pytest.UsageError("PostgreSQL did not start within 30 seconds")


@contextlib.contextmanager
def private_server() -> Iterator[str]:
    """The address of a fresh, empty PostgreSQL server that lives as long as the block."""
    with tempfile.TemporaryDirectory(prefix="bihuan-postgres-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        make = [program("initdb"), "-D", str(folder / "data"), "-U", "bihuan", "-A", "trust", "-E", "UTF8"]
        quiet = ["--locale=C.UTF-8", "--no-sync", "--no-instructions"]
        subprocess.run([*as_server(), *make, *quiet], check=True, stdout=subprocess.DEVNULL, cwd=folder)
        options = [part for each in SETTINGS for part in ("-c", each)]
        command = [program("postgres"), "-D", str(folder / "data"), "-k", str(folder), *options]
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen([*as_server(), *command], stdout=log, stderr=log, cwd=folder)
        try:
            wait_until_ready(folder, server)
            yield f"postgresql://bihuan@{quote(name, safe='')}/bihuan"
        finally:
            server.send_signal(signal.SIGINT)  # the fast way to stop: it waits for nobody
            server.wait(timeout=60)


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config: pytest.Config):
    """Starts the server before pytest-django reads the settings; workers find the address already there."""
    if ADDRESS not in os.environ:
        server = contextlib.ExitStack()
        os.environ[ADDRESS] = server.enter_context(private_server())
        early_config.add_cleanup(server.close)
    return (yield)
