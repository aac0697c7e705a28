"""How is a hook called? In its own format, signed with its secret."""

from datetime import datetime
from typing import Any

from django.conf import settings

from bihuan.say import say
from bihuan.watch.channels import outside
from bihuan.watch.channels.formats import FORMATS, accepted
from bihuan.watch.channels.trouble import Trouble

NOT_TAKEN = say("对方没有接收消息，请核对地址、密钥和机器人的安全设置。")


def call(url: str, kind: str, secret: str, text: str, *, at: datetime, key: str, figures: dict[str, Any]) -> None:
    """Raises Trouble where it did not get through."""
    made = FORMATS[kind](text, secret, at, key, figures)
    joint = "&" if "?" in url else "?"
    address = f"{url}{joint}{made.query}" if made.query else url
    answer = outside.post(address, made.body, made.headers, allowed=settings.HOOK_HOSTS)
    if not accepted(kind, answer):
        raise Trouble(NOT_TAKEN)
