"""Where may a hook point, and how is it called? To the open network only, unless a host is allowed by setting.

The name is looked up once, every address it has is judged, and the connection goes to the address that was judged, so
that a name cannot change its mind in between. Redirects are not followed. Whoever does not answer within ten seconds in
all is left.
"""

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Collection
from contextlib import suppress
from threading import Timer
from urllib.parse import SplitResult, urlsplit

from bihuan.say import say
from bihuan.watch.channels.trouble import Trouble

PATIENCE = 10.0
"""Seconds for the whole call."""
MOST = 64 * 1024
TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")
BAD_URL = say("地址要以 https:// 或 http:// 开头，写明主机，不含用户名和密码。")
INNER = say("这个地址在内部网络，不能发送；确需发送，请在设置 BIHUAN_HOOK_HOSTS 中写明主机名。")
UNKNOWN = say("找不到主机“{host}”，请核对地址。")
REDIRECTED = say("对方要求转到别的地址，没有照办；请直接填写最终地址。")
ANSWERED = say("对方答复 {status}。")
UNREACHED = say("对方没有在 10 秒内答复。")


def split(url: str) -> SplitResult:
    """Raises Trouble for what is no address of the web."""
    try:
        parts = urlsplit(url)
        fits = parts.scheme in ("https", "http") and parts.hostname and parts.port != 0 and "@" not in parts.netloc
    except ValueError:
        fits = False
    if not fits or any(character.isspace() or ord(character) < 32 for character in url):
        raise Trouble(BAD_URL, is_final=True)
    return parts


def address_of(parts: SplitResult, allowed: Collection[str]) -> tuple[str, int]:
    """The address to connect to. Raises Trouble where the host is unknown, or one of its addresses is an inner one."""
    host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    try:
        found = [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as error:
        raise Trouble(say(UNKNOWN.text, host=host)) from error
    if host not in allowed and any(is_inner(address) for address in found):
        raise Trouble(INNER, is_final=True)
    return found[0], port


def is_inner(address: str) -> bool:
    """Whether it is not of the open network; an address wrapped in another kind counts as what it wraps."""
    found = ipaddress.ip_address(address.partition("%")[0])
    return any(not each.is_global or each.is_multicast for each in (found, _wrapped(found)) if each)


def _wrapped(found: ipaddress.IPv4Address | ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The older address inside a mapped one, a 6to4 one, or one that a gateway translates."""
    if isinstance(found, ipaddress.IPv4Address):
        return None
    if found in TRANSLATED:
        return ipaddress.IPv4Address(found.packed[-4:])
    return found.ipv4_mapped or found.sixtofour


def post(url: str, body: bytes, headers: dict[str, str], *, allowed: Collection[str]) -> bytes:
    """The answer to a POST. Raises Trouble where there is none, or it is not a good one."""
    parts = split(url)
    connection = _connection(parts, *address_of(parts, allowed))
    target = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
    try:
        connection.connect()
    except (OSError, http.client.HTTPException) as error:
        raise Trouble(UNREACHED) from error
    end = Timer(PATIENCE, _cut, (connection.sock,))
    end.start()
    try:
        connection.request("POST", target, body, {"Content-Type": "application/json; charset=utf-8", **headers})
        response = connection.getresponse()
        answer = response.read(MOST)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise Trouble(UNREACHED) from error
    finally:
        end.cancel()
        connection.close()
    if 300 <= response.status < 400:
        raise Trouble(REDIRECTED, is_final=True)
    if not 200 <= response.status < 300:
        raise Trouble(say(ANSWERED.text, status=response.status))
    return answer


def _connection(parts: SplitResult, address: str, port: int) -> http.client.HTTPConnection:
    """A connection to the judged address that speaks to the host by its name."""
    host = parts.hostname or ""
    made = http.client.HTTPConnection(host, port, timeout=PATIENCE)
    if parts.scheme == "https":
        made = http.client.HTTPSConnection(host, port, timeout=PATIENCE, context=ssl.create_default_context())
    made._create_connection = lambda _named, timeout, source: socket.create_connection((address, port), timeout, source)  # type: ignore[attr-defined]
    return made


def _cut(line: socket.socket) -> None:
    """Ends a call that is answered drop by drop."""
    with suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)
