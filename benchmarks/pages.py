"""How quick is a page with 10,000 findings, beside a bare page of the same bytes from the same server?

`python -m benchmarks.pages`. The load comes from this machine too, so both sides share its processors alike.
"""

import http.client
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from multiprocessing import Pool
from statistics import quantiles

from benchmarks._measure import table

SECONDS, CLIENTS, GENERATORS = 5, (1, 16), 2
PAGES = {
    "Today": "/",
    "ledger": "/ledger/",
    "ledger, filtered and sorted": "/ledger/?status=rectifying&sort=-deadline",
    "finding": "/ledger/F-4321/",
    "search": "/search/?q=%E8%B5%84%E9%87%91",
}


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="bihuan-bench-") as folder:
        os.environ["BIHUAN_DATA"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bihuan.site.settings")
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        from benchmarks._county import FINDINGS, seed

        sessions = seed()
        port = _free_port()
        with _server(port):
            print(f"{FINDINGS} findings, SQLite, one server process\n")
            print(report(port, sessions["office"]))


def report(port: int, session: str) -> str:
    lines = []
    for name, path in PAGES.items():
        size = len(_get(http.client.HTTPConnection("127.0.0.1", port), path, session))
        for clients in CLIENTS:
            page, bare = (load(port, each, session, clients) for each in (path, f"/bare/{size}"))
            lines.append(
                (name, str(clients), f"{size // 1024}", f"{page[0]:.0f}", f"{page[1]:.1f}", f"{page[2]:.1f}",
                 f"{bare[0]:.0f}", f"{bare[0] / page[0]:.1f}")
            )  # fmt: skip
    head = ("page", "clients", "KB", "requests/s", "p50 ms", "p95 ms", "bare requests/s", "bare ÷ page")
    return table(head, lines)


def load(port: int, path: str, session: str, clients: int) -> tuple[float, float, float]:
    """Requests a second, and the 50th and 95th percentile in milliseconds, over SECONDS."""
    shares = [clients] if clients == 1 else [clients // GENERATORS] * GENERATORS
    with Pool(len(shares)) as pool:
        taken = [t for part in pool.starmap(_hammer, [(port, path, session, n) for n in shares]) for t in part]
    cuts = quantiles(taken, n=20)
    return len(taken) / SECONDS, cuts[9] * 1000, cuts[18] * 1000


def _hammer(port: int, path: str, session: str, clients: int) -> list[float]:
    taken: list[float] = []
    end = time.monotonic() + SECONDS

    def client() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        while (start := time.monotonic()) < end:
            _get(connection, path, session)
            taken.append(time.monotonic() - start)

    threads = [threading.Thread(target=client) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return taken


def _get(connection: http.client.HTTPConnection, path: str, session: str) -> bytes:
    connection.request("GET", path, headers={"Cookie": f"sessionid={session}"})
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{path} answered {answer.status}")
    return body


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


class _server:  # noqa: N801  (reads as a verb where it is used)
    """The product and the bare page behind granian, with the settings of `bihuan serve` on SQLite."""

    def __init__(self, port: int) -> None:
        options = ["--interface", "wsgi", "--workers", "1", "--blocking-threads", "2", "--log-level", "warning"]
        app = "benchmarks._pages_app:application"
        self.command = [sys.executable, "-m", "granian", app, "--host", "127.0.0.1", "--port", str(port), *options]
        self.port = port

    def __enter__(self) -> None:
        self.process = subprocess.Popen(self.command)
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return
            except OSError:
                time.sleep(0.05)
        raise RuntimeError("the server did not start")

    def __exit__(self, *_fault: object) -> None:
        self.process.terminate()
        self.process.wait(20)


if __name__ == "__main__":
    main()
