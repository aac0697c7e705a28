"""What does a journey start from? A real `bihuan serve` with the demo county, and a person at a browser.

    def test_the_office_sees_the_ledger(page):
        office = page(signed_in_as="office")
        office.goto("/ledger/")

A page that reports a script error or breaks its Content-Security-Policy fails its journey. Pictures go to the
folder named by BIHUAN_SCREENSHOTS, else to a temporary one: `shot(office, "ledger")`.
"""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
LAUNCH = ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"]


@dataclass(frozen=True)
class Server:
    """A running Bihuan: where it answers and what it printed when it started."""

    address: str
    greeting: str

    @property
    def password(self) -> str:
        from bihuan.site.demo import PASSWORD

        return PASSWORD


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as trial:
        return trial.getsockname()[1]


def own_environment(folder: Path) -> dict[str, str]:
    """The environment of a person who has chosen nothing but the data folder."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("BIHUAN_", "DJANGO_", "DATABASE_"))
    }
    return {**kept, "BIHUAN_DATA": str(folder), "LANG": "C.UTF-8", "PYTHONUNBUFFERED": "1"}


@contextmanager
def serving(folder: Path, port: int, *options: str) -> Iterator[Server]:
    """`bihuan serve` for as long as the block runs; afterwards it must end quietly on Ctrl-C."""
    words = [sys.executable, "-m", "bihuan.site", "serve", *options, "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(
        words, env=own_environment(folder), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        yield Server(f"http://127.0.0.1:{port}", greeting(process, port))
        process.send_signal(signal.SIGINT)
        rest, _ = process.communicate(timeout=30)
        assert (process.returncode, rest) == (0, "")
    finally:
        process.kill()
        process.wait()


def greeting(process: subprocess.Popen[str], port: int) -> str:
    """What is printed until the server says where it answers."""
    assert process.stdout
    printed = ""
    for line in process.stdout:
        printed += line
        if re.search(rf"http://127\.0\.0\.1:{port}/", line):
            return printed
    raise AssertionError(f"bihuan serve ended with {process.wait()}:\n{printed}")


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all journeys, with the demo county."""
    folder = tmp_path_factory.mktemp("data")
    with serving(folder, free_port(), "--demo") as running:
        yield running
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def browser(server: Server) -> Iterator[Browser]:
    """One Chromium, closed before the server is."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=LAUNCH)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def session_of(browser: Browser, server: Server) -> Callable[[str], dict]:
    """Signs a demo account in once; later pages of the same account start from its cookies."""
    kept: dict[str, dict] = {}

    def sign_in(username: str) -> dict:
        if username not in kept:
            context = browser.new_context(base_url=server.address, locale="zh-CN")
            entrance = context.new_page()
            entrance.goto("/sign-in/")
            entrance.fill("[name=username]", username)
            entrance.fill("[name=password]", server.password)
            entrance.press("[name=password]", "Enter")
            entrance.wait_for_url(lambda url: "/sign-in/" not in url)
            kept[username] = context.storage_state()
            context.close()
        return kept[username]

    return sign_in


@pytest.fixture
def page(browser: Browser, server: Server, session_of: Callable[[str], dict]) -> Iterator[Callable[..., Page]]:
    """`page()` is a stranger's browser, `page(signed_in_as="office", viewport=NARROW)` a person's."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def opened(signed_in_as: str | None = None, viewport: dict = WIDE, script: bool = True) -> Page:
        context = browser.new_context(
            base_url=server.address,
            viewport=viewport,
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            java_script_enabled=script,
            storage_state=session_of(signed_in_as) if signed_in_as else None,
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        fresh = context.new_page()
        fresh.on("pageerror", lambda error: faults.append(f"{fresh.url}: {error}"))
        fresh.on("console", lambda said: faults.append(f"{fresh.url}: {said.text}") if is_fault(said) else None)
        return fresh

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


def is_fault(said) -> bool:
    """Errors of scripts and policies; an answer of 4xx is part of many journeys."""
    return said.type == "error" and "the server responded with a status of 4" not in said.text


@pytest.fixture
def shot(tmp_path: Path) -> Callable[[Page, str], Path]:
    """Takes a picture of what is on the screen; returns where it is."""
    folder = Path(os.environ.get("BIHUAN_SCREENSHOTS", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)

    def taken(of: Page, name: str) -> Path:
        of.screenshot(path=(path := folder / f"{name}.png"))
        return path

    return taken
