"""What does each kind of hook want to be told, and how is it signed? Text, moment and secret in, a request out.

WeCom (企业微信) signs by the key in its address; DingTalk (钉钉) in the address, Feishu (飞书) in the body, each in its
own way; a program of the office's own checks `X-Bihuan-Signature`, the HMAC-SHA256 of `moment.body`.
"""

import hmac
import json
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode


@dataclass(frozen=True)
class Call:
    """One request: what is added to the address, the headers besides the usual, and the body."""

    body: bytes
    query: str = ""
    headers: dict[str, str] = field(default_factory=dict)


def generic(text: str, secret: str, at: datetime, key: str, figures: dict[str, Any]) -> Call:
    body = _json({"id": key, "at": at.isoformat(timespec="seconds"), "text": text, **figures})
    moment = str(int(at.timestamp()))
    headers = {"X-Bihuan-Delivery": key, "X-Bihuan-Timestamp": moment}
    if secret:
        headers["X-Bihuan-Signature"] = (
            "sha256=" + hmac.new(secret.encode(), f"{moment}.".encode() + body, sha256).hexdigest()
        )
    return Call(body, headers=headers)


def wecom(text: str, secret: str, at: datetime, key: str, figures: dict[str, Any]) -> Call:
    return Call(_json({"msgtype": "text", "text": {"content": text}}))


def dingtalk(text: str, secret: str, at: datetime, key: str, figures: dict[str, Any]) -> Call:
    moment = str(int(at.timestamp() * 1000))
    body = _json({"msgtype": "text", "text": {"content": text}})
    if not secret:
        return Call(body)
    sign = b64encode(hmac.new(secret.encode(), f"{moment}\n{secret}".encode(), sha256).digest()).decode()
    return Call(body, query=urlencode({"timestamp": moment, "sign": sign}))


def feishu(text: str, secret: str, at: datetime, key: str, figures: dict[str, Any]) -> Call:
    """Feishu takes moment and secret as the key of the HMAC, over nothing."""
    said: dict[str, Any] = {"msg_type": "text", "content": {"text": text}}
    if secret:
        moment = str(int(at.timestamp()))
        sign = b64encode(hmac.new(f"{moment}\n{secret}".encode(), b"", sha256).digest()).decode()
        said = {"timestamp": moment, "sign": sign, **said}
    return Call(_json(said))


def accepted(kind: str, answer: bytes) -> bool:
    """A robot answers 200 even when it refuses; the number inside says whether it took the message."""
    if kind == "generic":
        return True
    try:
        said = json.loads(answer)
        return isinstance(said, dict) and said.get("errcode", said.get("code", said.get("StatusCode"))) == 0
    except ValueError:
        return False


def _json(said: dict[str, Any]) -> bytes:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()


FORMATS: dict[str, Callable[[str, str, datetime, str, dict[str, Any]], Call]] = {
    "generic": generic,
    "wecom": wecom,
    "dingtalk": dingtalk,
    "feishu": feishu,
}
