"""How is a line bound to the one before it? Its hash covers every field and the previous hash.

The canonical form is JSON with sorted keys, no spaces and UTC moments to the microsecond, so that both databases
and an offline checker come to the same bytes. A chain shows change and removal inside it; that its newest lines were
cut off shows only against a head printed elsewhere, which is why papers carry the head.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

FIELDS = (
    "organisation", "number", "at", "actor", "actor_name", "post", "event", "subject", "unit_path",
    "before", "after", "note", "algorithm", "previous",
)  # fmt: skip


def canonical(values: Mapping[str, Any]) -> bytes:
    """The bytes that are hashed, from the fields named in FIELDS."""
    plain = {name: values[name] for name in FIELDS}
    moment: datetime = values["at"]
    plain["at"] = moment.astimezone(UTC).isoformat(timespec="microseconds")
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(values: Mapping[str, Any]) -> str:
    """The hash of a line, by the algorithm that the line itself names (`sm3` or `sha256`)."""
    return hashlib.new(str(values["algorithm"]), canonical(values)).hexdigest()
