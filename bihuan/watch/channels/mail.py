"""How is mail sent? By the server that `BIHUAN_MAIL` names; one that hangs is left after ten seconds.

A message bears an id made of its key, so that a mailbox shows it once even if it was sent again.
"""

import smtplib
from email.utils import parseaddr
from hashlib import sha256

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from bihuan.say import say
from bihuan.watch.channels.trouble import Trouble

NO_SERVER = say("没有设置邮件服务器（BIHUAN_MAIL）。")
UNREACHED = say("邮件服务器没有应答，稍后再试。")
REFUSED = say("邮件服务器没有接收：{code}。")
BAD_ADDRESS = say("邮件服务器不接收这个地址，请核对。")


def send(to: str, subject: str, text: str, *, key: str) -> None:
    """Raises Trouble where the server did not take it."""
    if not settings.EMAIL_HOST:
        raise Trouble(NO_SERVER)
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    headers = {"Message-ID": f"<{sha256(key.encode()).hexdigest()[:32]}@{domain}>", "Auto-Submitted": "auto-generated"}
    try:
        with get_connection(timeout=settings.EMAIL_TIMEOUT) as connection:
            EmailMessage(subject, text, None, [to], headers=headers, connection=connection).send()
    except smtplib.SMTPRecipientsRefused as error:
        codes = [code for code, _text in error.recipients.values()]
        raise Trouble(BAD_ADDRESS, is_final=all(code >= 500 for code in codes)) from error
    except smtplib.SMTPResponseException as error:
        raise Trouble(say(REFUSED.text, code=error.smtp_code)) from error
    except (OSError, smtplib.SMTPException) as error:
        raise Trouble(UNREACHED) from error
