"""In which encoding was this text written? UTF-8, UTF-16, GB18030 or Big5, with or without a byte-order mark."""

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
_USUAL = re.compile(r"[\t\n\r -~\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_WIDE = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")
_SAMPLE = 200_000


@dataclass(frozen=True)
class Decoded:
    """The text, and how many characters of it could not be read."""

    text: str
    lost: int = 0


def decode(content: bytes) -> Decoded | None:
    """The text that these bytes are, or nothing when they are no text."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _lenient(content[len(mark) :], encoding)
    if b"\0" in content[:_SAMPLE]:
        return _wide(content)
    return _strict(content, "utf-8") or _cut(content) or _chinese(content)


def _strict(content: bytes, encoding: str) -> Decoded | None:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return None
    return Decoded(text) if _is_text(text) else None


def _lenient(content: bytes, encoding: str) -> Decoded | None:
    """The text with a sign in place of what is broken, as long as little of it is."""
    text = content.decode(encoding, errors="replace")
    lost = text.count("\ufffd")
    return Decoded(text, lost) if lost <= 1 + len(text) // 100 and _is_text(text) else None


def _cut(content: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes, as a file that was cut short has; one such byte is no reason for noise."""
    multibyte = len(re.findall(rb"[\xe2-\xef][\x80-\xbf]{2}", content[:_SAMPLE]))
    decoded = _lenient(content, "utf-8") if multibyte else None
    return decoded if decoded and decoded.lost * 20 <= multibyte else None


def _wide(content: bytes) -> Decoded | None:
    """UTF-16 without its mark, told by which byte order gives usual characters."""
    even = content[: len(content) // 2 * 2]
    scores = []
    for encoding in ("utf-16-le", "utf-16-be"):
        sample = even[:_SAMPLE].decode(encoding, errors="replace")
        scores.append((len(_USUAL.findall(sample)) / max(len(sample), 1), encoding))
    share, encoding = max(scores)
    return _lenient(even, encoding) if share > 0.7 else None


def _chinese(content: bytes) -> Decoded | None:
    """GB18030 or Big5: nearly all bytes are valid in both, so the common half of each set decides."""
    pairs = _WIDE.findall(content[:_SAMPLE])
    simplified = sum(0xA1 <= pair[0] <= 0xD7 and pair[1] >= 0xA1 for pair in pairs)
    traditional = sum(0xA1 <= pair[0] <= 0xC6 for pair in pairs)
    order = ("big5hkscs", "gb18030") if traditional > simplified else ("gb18030", "big5hkscs")
    for encoding in order:
        decoded = _lenient(content, encoding)
        if decoded:
            return decoded
    return None


def _is_text(text: str) -> bool:
    """Control characters make up next to nothing of a text."""
    return len(_CONTROLS.findall(text[:_SAMPLE])) <= len(text[:_SAMPLE]) // 1000
