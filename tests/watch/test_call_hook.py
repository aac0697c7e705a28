"""A hook is called in its own format, signed; never at an inner address, nor where a redirect leads, nor for long."""

import hmac
import json
import time
from base64 import b64encode
from datetime import UTC, datetime
from hashlib import sha256
from urllib.parse import parse_qs, urlsplit

import pytest

from bihuan.watch.channels import hook, outside
from bihuan.watch.channels.trouble import Trouble
from tests.watch.servers import closed_port, receiving

AT = datetime(2026, 3, 4, 1, 0, tzinfo=UTC)
MOMENT = str(int(AT.timestamp()))
TEXT, SECRET = "今天提醒 3 人", "hush"


@pytest.fixture
def receiver(settings):
    settings.HOOK_HOSTS = ["127.0.0.1"]
    with receiving() as told:
        yield told


def call(url: str, kind: str = "generic", secret: str = SECRET) -> None:
    hook.call(url, kind, secret, TEXT, at=AT, key="h1:2026-03-04", figures={"people": 3, "items": 5})


def why(url: str, kind: str = "generic") -> tuple[str, bool]:
    with pytest.raises(Trouble) as found:
        call(url, kind)
    return str(found.value.reason), found.value.is_final


def test_a_program_gets_numbers_and_a_signature_it_can_check(receiver):
    call(receiver.url)
    path, headers, body = receiver.got[0]
    signed = hmac.new(SECRET.encode(), f"{MOMENT}.".encode() + body, sha256).hexdigest()

    assert path == "/robot?key=1"
    assert json.loads(body) == {
        "id": "h1:2026-03-04", "at": "2026-03-04T01:00:00+00:00", "text": TEXT, "people": 3, "items": 5,
    }  # fmt: skip
    assert (headers["X-Bihuan-Timestamp"], headers["X-Bihuan-Delivery"]) == (MOMENT, "h1:2026-03-04")
    assert headers["X-Bihuan-Signature"] == f"sha256={signed}"


def test_wecom_gets_a_text(receiver):
    call(receiver.url, "wecom")

    assert json.loads(receiver.got[0][2]) == {"msgtype": "text", "text": {"content": TEXT}}


def test_dingtalk_is_signed_in_the_address(receiver):
    call(receiver.url, "dingtalk")
    path, _headers, body = receiver.got[0]
    moment = f"{MOMENT}000"
    sign = b64encode(hmac.new(SECRET.encode(), f"{moment}\n{SECRET}".encode(), sha256).digest()).decode()

    assert parse_qs(urlsplit(path).query) == {"key": ["1"], "timestamp": [moment], "sign": [sign]}
    assert json.loads(body) == {"msgtype": "text", "text": {"content": TEXT}}


def test_feishu_is_signed_in_the_body(receiver):
    call(receiver.url, "feishu")
    sign = b64encode(hmac.new(f"{MOMENT}\n{SECRET}".encode(), b"", sha256).digest()).decode()

    assert json.loads(receiver.got[0][2]) == {
        "timestamp": MOMENT, "sign": sign, "msg_type": "text", "content": {"text": TEXT},
    }  # fmt: skip


@pytest.mark.parametrize("answer", [b'{"errcode":310000,"errmsg":"sign not match"}', b"<html>", b"[]"])
def test_a_robot_that_answers_200_and_refuses_has_not_taken_it(receiver, answer):
    receiver.answer = answer

    assert why(receiver.url, "dingtalk") == ("对方没有接收消息，请核对地址、密钥和机器人的安全设置。", False)


def test_a_server_in_trouble_is_tried_again(receiver):
    receiver.status = 500

    assert why(receiver.url) == ("对方答复 500。", False)


def test_a_redirect_is_not_followed(receiver):
    receiver.status, receiver.location = 302, f"http://127.0.0.1:{receiver.port}/inner"

    assert why(receiver.url) == ("对方要求转到别的地址，没有照办；请直接填写最终地址。", True)
    assert len(receiver.got) == 1


def test_an_inner_address_is_not_called_unless_it_is_allowed(receiver, settings):
    settings.HOOK_HOSTS = []

    assert why(receiver.url) == (
        "这个地址在内部网络，不能发送；确需发送，请在设置 BIHUAN_HOOK_HOSTS 中写明主机名。",
        True,
    )
    assert receiver.got == []


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
     "::1", "fe80::1", "fd00::1", "::ffff:10.0.0.1", "2002:0a00:0001::", "64:ff9b::10.0.0.1"],
)  # fmt: skip
def test_what_is_an_inner_address(address):
    assert outside.is_inner(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2400:3200::1", "64:ff9b::8.8.8.8"])
def test_what_is_an_outer_address(address):
    assert not outside.is_inner(address)


@pytest.mark.parametrize("written", ["http://2130706433/", "http://0x7f.1/", "http://127.1/", "http://localhost/"])
def test_an_inner_address_in_disguise_is_seen(written):
    assert why(written)[1] is True


def test_a_host_with_an_inner_address_among_others_is_not_called(monkeypatch):
    found = [(0, 0, 0, "", (address, 80)) for address in ("8.8.8.8", "10.0.0.1")]
    monkeypatch.setattr(outside.socket, "getaddrinfo", lambda *_args, **_values: found)

    assert why("http://hooks.example/")[1] is True


@pytest.mark.parametrize(
    "written", ["ftp://a.example/", "robot", "http:///x", "http://a:b@c.example/", "http://a.example/ x", "http://[::1"]
)
def test_what_is_no_address_of_the_web_is_refused(written):
    assert why(written) == ("地址要以 https:// 或 http:// 开头，写明主机，不含用户名和密码。", True)


def test_nobody_at_home_is_tried_again(settings):
    settings.HOOK_HOSTS = ["127.0.0.1"]

    assert why(f"http://127.0.0.1:{closed_port()}/") == ("对方没有在 10 秒内答复。", False)


def test_an_answer_that_comes_drop_by_drop_is_cut_off(receiver, monkeypatch):
    monkeypatch.setattr(outside, "PATIENCE", 0.3)
    receiver.drip = 0.1
    begun = time.monotonic()

    receiver.answer = b"x" * 100
    assert why(receiver.url, "wecom")[1] is False
    assert time.monotonic() - begun < 3
