"""How are the names of interviewees kept so that the database alone does not tell them?

Sealed with AES-256-GCM under a key that lies in a file (`BIHUAN_INTERVIEW_KEY`), made on first use and never in the
database. Every seal is of the same length, so that it does not tell how long a name is. `likeness` tells the same
person apart by a keyed digest. Without the key nothing opens, and nothing breaks.
"""

import hmac
import json
import os
import secrets
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

NONCE = 12
SIZE = 1024
"""Bytes of what is sealed, filled up with spaces: four fields of a form fit in."""


def seal(values: Mapping[str, str]) -> bytes | None:
    """The values as nobody can read them; None where the key file can neither be read nor made."""
    key = _key("seal")
    if key is None:
        return None
    text = json.dumps(dict(values), ensure_ascii=False).encode().ljust(SIZE)
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, text, None)


def unseal(sealed: bytes | memoryview | None) -> dict[str, str] | None:
    """The values again; None where they were erased, changed, or sealed with another key."""
    key = _key("seal") if sealed else None
    if key is None:
        return None
    sealed = bytes(sealed or b"")
    try:
        return dict(json.loads(AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], None)))
    except (InvalidTag, ValueError):
        return None


def likeness(name: str, unit: str) -> str:
    """The same for the same person of the same unit, and nothing to anybody without the key."""
    key = _key("likeness")
    plain = "\n".join("".join(unicodedata.normalize("NFKC", text).split()) for text in (name, unit))
    return hmac.new(key, plain.encode(), sha256).hexdigest() if key else ""


def _key(purpose: str) -> bytes | None:
    """The key for one purpose, 256 bits; None where the file cannot be used."""
    try:
        found = bytes.fromhex(_file(settings.INTERVIEW_KEY).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None
    if len(found) != 32:
        return None
    return HKDF(SHA256(), 32, salt=None, info=purpose.encode()).derive(found)


def _file(path: Path) -> Path:
    """The key file, made whole in one step, so that two servers starting together never read half of it."""
    if not path.exists():
        draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(handle, "w") as file:
                file.write(secrets.token_hex(32) + "\n")
            with suppress(FileExistsError):
                os.link(draft, path)
        finally:
            draft.unlink()
    return path
