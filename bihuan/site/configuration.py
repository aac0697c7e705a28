"""Which settings can the person who runs Bihuan choose? Environment variables, each with a working default.

`docs/reference/settings.md` is generated from this list, so it cannot miss one.
"""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit


@dataclass(frozen=True)
class Option:
    """One environment variable: its name, what holds when it is not set, and what it decides."""

    name: str
    default: str
    meaning: str

    def get(self) -> str:
        return os.environ.get(self.name, "").strip() or self.default


DATA = Option(
    "BIHUAN_DATA", "var", "The folder that holds everything: database, papers, secret key. Back up this folder."
)
DATABASE = Option(
    "DATABASE_URL", "", "For example `postgresql://name:password@host/bihuan`. Not set: SQLite inside the data folder."
)
SECRET_KEY = Option(
    "BIHUAN_SECRET_KEY", "", "Signs sessions. Not set: made on the first start and kept in the data folder, mode 600."
)
LANGUAGE = Option("BIHUAN_LANGUAGE", "zh-hans", "The language before a person has chosen one: `zh-hans` or `en`.")
TIME_ZONE = Option("BIHUAN_TIME_ZONE", "Asia/Shanghai", "The time zone in which days begin and end.")
HOSTS = Option(
    "BIHUAN_HOSTS",
    "localhost 127.0.0.1 [::1]",
    "The names under which the pages may be asked for, with spaces between.",
)
HTTPS = Option(
    "BIHUAN_HTTPS", "no", "`yes` where a proxy in front speaks https: cookies are then sent over https only."
)
TRAIL_HASH = Option(
    "BIHUAN_TRAIL_HASH", "sm3", "The hash of new trail lines: `sm3` or `sha256`. Old lines keep theirs."
)
INTERVIEW_KEY = Option(
    "BIHUAN_INTERVIEW_KEY",
    "",
    "The file with the key that seals the names of interviewees. Not set: `interviews.key` in the data folder, made on "
    "first use, mode 600.",
)
UPLOAD_LIMIT = Option("BIHUAN_UPLOAD_LIMIT", "50", "The largest file that may be uploaded, in MB.")
DIGEST_AT = Option("BIHUAN_DIGEST_AT", "08:30", "From which time of a working day on the day's reminders are sent.")
ADDRESS = Option(
    "BIHUAN_ADDRESS",
    "",
    "The address under which people open the pages, for messages, such as `https://bihuan.example`.",
)
MAIL = Option(
    "BIHUAN_MAIL",
    "",
    "The mail server for reminders: `smtp://host:25`, `smtp+starttls://name:password@host:587` or "
    "`smtps://name:password@host:465`. Not set: no mail.",
)
MAIL_PORTS = {"smtp": 25, "smtps": 465, "smtp+starttls": 587}
MAIL_FROM = Option("BIHUAN_MAIL_FROM", "bihuan@localhost", "The sender of the reminders.")
HOOK_HOSTS = Option(
    "BIHUAN_HOOK_HOSTS",
    "",
    "Hosts inside the office's own network that reminders may be sent to, with spaces between; all others lie outside.",
)

OPTIONS = (
    DATA, DATABASE, SECRET_KEY, INTERVIEW_KEY, LANGUAGE, TIME_ZONE, HOSTS, HTTPS, TRAIL_HASH, UPLOAD_LIMIT, DIGEST_AT,
    ADDRESS, MAIL, MAIL_FROM, HOOK_HOSTS,
)  # fmt: skip


def data_folder() -> Path:
    """The data folder, made if it is not there, readable by its owner only."""
    folder = Path(DATA.get()).resolve()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def secret_key(folder: Path) -> str:
    """The key from the environment, else the one kept in `folder`, else a new one kept there."""
    if SECRET_KEY.get():
        return SECRET_KEY.get()
    path = folder / "secret-key"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text()
    with os.fdopen(handle, "w") as file:
        file.write(key := secrets.token_urlsafe(50))
    return key


def database(folder: Path) -> dict[str, object]:
    """Django's description of the database; SQLite gets WAL and immediate transactions."""
    import dj_database_url

    if DATABASE.get():
        return dict(dj_database_url.parse(DATABASE.get(), conn_max_age=60, conn_health_checks=True))
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": folder / "bihuan.sqlite3",
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000;",
        },
    }


def mail_server(url: str) -> tuple[str, int, str, str, bool, bool]:
    """Host, port, name, password, whether it speaks TLS at once, whether it begins to; no host where none is named.

    Raises ValueError for any other scheme.
    """
    parts = urlsplit(url)
    if url and (parts.scheme not in MAIL_PORTS or not parts.hostname):
        raise ValueError(f"BIHUAN_MAIL: {parts.scheme}://{parts.hostname or ''}")
    name, password = unquote(parts.username or ""), unquote(parts.password or "")
    port = parts.port or MAIL_PORTS.get(parts.scheme, 25)
    return parts.hostname or "", port, name, password, parts.scheme == "smtps", parts.scheme == "smtp+starttls"
