"""Servers that mail and hooks are tried against: they answer as told, and remember what they were sent."""

import socket
import socketserver
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Receiver:
    """A web server that takes POSTs."""

    port: int = 0
    status: int = 200
    answer: bytes = b'{"errcode":0,"code":0}'
    location: str = ""
    drip: float = 0.0
    """Seconds before each byte of the answer."""
    got: list[tuple[str, dict[str, str], bytes]] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/robot?key=1"


@contextmanager
def receiving() -> Iterator[Receiver]:
    told = Receiver()

    class Answering(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            told.got.append((self.path, dict(self.headers), body))
            self.send_response(told.status)
            if told.location:
                self.send_header("Location", told.location)
            self.end_headers()
            try:
                for byte in told.answer:
                    time.sleep(told.drip)
                    self.wfile.write(bytes([byte]))
            except OSError:
                return

        def log_message(self, *_args: object) -> None:
            """Nothing is printed."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    server.daemon_threads = True
    told.port = server.server_port
    yield from _running(server, told)


@dataclass
class Mailbox:
    """A mail server that takes everything, refuses recipients, or says nothing at all."""

    port: int = 0
    refuses: bytes = b""
    hangs: bool = False
    got: list[bytes] = field(default_factory=list)


@contextmanager
def mailing() -> Iterator[Mailbox]:
    box = Mailbox()

    class Answering(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            if box.hangs:
                time.sleep(2)
                return
            self.wfile.write(b"220 ready\r\n")
            while line := self.rfile.readline():
                self.wfile.write(self.reply(line.split()[0].upper()))

        def reply(self, verb: bytes) -> bytes:
            if verb == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                lines = iter(self.rfile.readline, b".\r\n")
                box.got.append(b"".join(lines))
            return box.refuses + b"\r\n" if verb == b"RCPT" and box.refuses else b"250 ok\r\n"

    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Answering)
    server.daemon_threads = True
    box.port = server.server_address[1]
    yield from _running(server, box)


def _running(server: socketserver.BaseServer, told: object) -> Iterator:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield told
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def closed_port() -> int:
    """A port at which nobody answers."""
    with socket.create_server(("127.0.0.1", 0)) as trial:
        return int(trial.getsockname()[1])
