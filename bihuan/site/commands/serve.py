"""Who answers the browser? Brings the database up to date, loads the demonstration if asked, then serves."""

import socket
import time
from contextlib import suppress
from multiprocessing import active_children
from threading import Thread

import click

from bihuan.site.terminal import BadInput, _

HEADER_TIMEOUT = 5
"""Seconds a browser may take to send the head of a request; a half-sent one holds up the end by no more."""


class Address(click.ParamType):
    """`127.0.0.1:8000`, `[::1]:8000` or `:8000` → (host, port)."""

    name = "host:port"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, int]:
        if isinstance(value, tuple):
            return value
        host, _colon, port = str(value).rpartition(":")
        if not port.isdecimal() or not 0 < int(port) < 65536:
            self.fail(_("“{value}”不是地址，请写成 127.0.0.1:8000 的样子。").format(value=value), param, ctx)
        return host.strip("[]") or "127.0.0.1", int(port)


@click.command(
    help=_("启动服务，用浏览器打开打印出来的地址。Ctrl-C 结束。"),
    epilog="\b\n" + _("例如：") + "\n  bihuan serve\n  bihuan serve --demo --bind 127.0.0.1:8001",
)
@click.option("--bind", type=Address(), default="127.0.0.1:8000", show_default=True, help=_("监听的地址和端口。"))
@click.option("--demo", is_flag=True, help=_("首次启动且没有数据时，载入演示县。"))
def command(bind: tuple[str, int], demo: bool) -> None:
    refuse_if_taken(*bind)

    from bihuan.site import start

    start.load()
    start.migrate()
    start.tidy()
    if demo:
        from bihuan.site.commands.demo import load_once

        load_once()
    serve(*bind)


def refuse_if_taken(host: str, port: int) -> None:
    """Raises BadInput when the address cannot be listened on."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind((host, port))
    except PermissionError as error:
        raise BadInput(_("没有权限使用端口 {port}，请换一个大于 1023 的端口。").format(port=port)) from error
    except OSError as error:
        sentence = _("{host}:{port} 不能使用（可能已被另一个程序占用），请用 --bind 换一个地址或端口。")
        raise BadInput(sentence.format(host=host, port=port)) from error


def serve(host: str, port: int) -> None:
    """Serve until Ctrl-C. SQLite lets one process write at a time, PostgreSQL takes as many as there are."""
    from django.db import connection, connections
    from granian import Granian
    from granian.constants import Interfaces
    from granian.http import HTTP1Settings
    from granian.log import LogLevels

    workers = 1 if connection.vendor == "sqlite" else 2
    connections.close_all()
    server = Granian(
        "bihuan.site.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=2,
        http1_settings=HTTP1Settings(header_read_timeout=HEADER_TIMEOUT * 1000),
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=2 * HEADER_TIMEOUT,
    )
    server.on_startup(Thread(target=greet_when_ready, args=(host, port, workers), daemon=True).start)
    server.serve()


def greet_when_ready(host: str, port: int, workers: int) -> None:
    """Print the address as soon as somebody answers there, so that it can be opened at once.

    It waits for the workers first: one that is forked while this thread prints would inherit a lock nobody opens.
    """
    while len(active_children()) < workers:
        time.sleep(0.02)
    while True:
        with suppress(OSError), socket.create_connection((host, port), timeout=1):
            break
        time.sleep(0.02)
    shown = f"[{host}]" if ":" in host else host
    click.echo(_("闭环已启动：http://{host}:{port}/").format(host=shown, port=port))
